import { darker, lighter } from '#adapters/pictures/colour.ts';
import type { TreeKind } from '#adapters/pictures/property-sketch.ts';
import { dot, group, oval, polygon, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Site } from './site.ts';

/** Leaves as a cloud of rounds: dark below, lit from the upper left. */
function leaves({ dice }: Site, y: number, w: number, h: number, colour: string): string {
  const round = (spread: number, lift: number, size: number, fill: string) =>
    times(9, (index) => {
      const angle = (index / 9) * Math.PI * 2 + dice.between(0, 0.5);
      return dot(
        Math.cos(angle) * w * spread - lift,
        y + Math.sin(angle) * h * spread - lift,
        Math.min(w, h) * size * dice.between(0.85, 1.15),
        fill,
      );
    });
  return (
    oval(0, y, w * 0.8, h * 0.8, darker(colour, 0.24)) +
    round(0.62, 0, 0.44, darker(colour, 0.24)) +
    round(0.46, h * 0.1, 0.42, colour) +
    round(0.3, h * 0.26, 0.3, lighter(colour, 0.13))
  );
}

function palm({ light, dice }: Site): string {
  const trunk = light.on('#9a7556');
  const green = light.on('#4f9a5b');
  const lean = dice.between(-60, 60);
  const frond = (angle: number, length: number, colour: string) => {
    const x = Math.cos(angle) * length;
    const y = Math.sin(angle) * length * 0.62 + length * 0.3;
    const rise = -length * 0.42;
    return shape(
      `M0 0 Q${(x * 0.5).toFixed(1)} ${(y * 0.3 + rise).toFixed(1)} ${x.toFixed(1)} ${y.toFixed(1)} Q${(x * 0.45).toFixed(1)} ${(y * 0.5 + rise * 0.42).toFixed(1)} 0 16z`,
      colour,
    );
  };
  const crown = (from: number, count: number, colour: string, length: number) =>
    times(
      count,
      (index) =>
        frond(from + (index / (count - 1)) * (Math.PI - 2 * from), length * dice.between(0.88, 1.1), colour) +
        frond(-0.1 - (index / (count - 1)) * (Math.PI - 0.2), length * 0.86, colour),
    );
  const rings = times(16, (index) => {
    const t = index / 16;
    return stroke(`M${lean * (1 - (1 - t) ** 2) - 9} ${-t * 470 - 12} q9 6 18 0`, darker(trunk, 0.25), 3);
  });
  return (
    shape(`M-17 0 Q${lean * 0.6 - 10} -250 ${lean - 9} -480 L${lean + 9} -480 Q${lean * 0.6 + 13} -250 17 0z`, trunk) +
    rings +
    group(
      crown(0, 5, darker(green, 0.26), 190) +
        crown(0.25, 4, green, 172) +
        crown(0.5, 3, lighter(green, 0.15), 130) +
        dot(-8, 14, 10, light.on('#c98a3f')) +
        dot(9, 16, 10, light.on('#b5772f')),
      `transform="translate(${lean.toFixed(1)} -484)"`,
    )
  );
}

const trunkOf = (colour: string, height: number, width: number): string =>
  shape(
    `M${-width} 0 Q${-width * 0.4} ${-height * 0.5} ${-width * 0.7} ${-height} L${width * 0.7} ${-height} Q${width * 0.4} ${-height * 0.4} ${width} 0z`,
    colour,
  );

function pine(site: Site): string {
  const { light } = site;
  const green = light.on('#4c8a55');
  const bark = light.on('#8a5f45');
  return (
    trunkOf(bark, 360, 17) +
    stroke('M0 -290 Q50 -330 92 -368 M0 -260 Q-50 -320 -100 -352', bark, 12) +
    group(leaves(site, -400, 210, 62, green)) +
    group(leaves(site, -452, 130, 48, lighter(green, 0.05)), 'transform="translate(20 0)"')
  );
}

function cypress({ light, dice }: Site): string {
  const green = light.on('#3d7350');
  const w = dice.between(40, 54);
  const body = (half: number, left: number) =>
    `M${left} -6 C${left - half * 1.2} -90 ${left - half} -330 0 -500 C${half} -330 ${half * 1.2} -90 ${left + half * 0.5} -6z`;
  return (
    trunkOf(light.on('#75543f'), 40, 9) +
    shape(body(w, 0), green) +
    shape(`M0 -500 C${w} -330 ${w * 1.2} -90 ${w * 0.5} -6 L8 -6 C26 -120 30 -300 0 -500z`, darker(green, 0.24)) +
    stroke(`M${-w * 0.4} -90 q-6 -90 8 -180 M${-w * 0.1} -180 q-4 -80 6 -150`, lighter(green, 0.16), 6)
  );
}

function olive(site: Site): string {
  const { light } = site;
  const bark = light.on('#85705a');
  return (
    stroke('M-8 0 C-26 -70 26 -90 -10 -170 M6 0 C30 -80 -20 -100 34 -190', bark, 22) +
    group(leaves(site, -232, 150, 92, light.on('#8ba583')))
  );
}

function orange(site: Site): string {
  const { light, dice } = site;
  const fruit = times(16, () => dot(dice.between(-95, 95), -235 + dice.between(-75, 80), 9, light.on('#f39a32')));
  return trunkOf(light.on('#7d5c43'), 180, 13) + leaves(site, -235, 122, 108, light.on('#57984f')) + fruit;
}

function fir({ light }: Site): string {
  const green = light.on('#3f7a63');
  const tier = (y: number, half: number) =>
    polygon(
      [
        [0, y - 150],
        [half, y],
        [half * 0.4, y - 12],
        [-half * 0.4, y - 12],
        [-half, y],
      ],
      green,
    ) +
    polygon(
      [
        [0, y - 150],
        [half, y],
        [half * 0.3, y - 12],
      ],
      darker(green, 0.2),
    );
  return trunkOf(light.on('#6f4f3c'), 70, 13) + tier(-40, 118) + tier(-130, 98) + tier(-220, 76) + tier(-300, 52);
}

function plane(site: Site): string {
  const { light } = site;
  return trunkOf(light.on('#9c846c'), 230, 14) + leaves(site, -320, 128, 138, light.on('#6fa654'));
}

const TREES: Record<TreeKind, (site: Site) => string> = { palm, pine, cypress, olive, orange, fir, plane };

/** A tree that stands at x, y with its shadow on the ground. */
export function drawTree(site: Site, kind: TreeKind, x: number, y: number, size: number): string {
  const shadow = oval(34, 4, 118, 15, '#1d2440', 'opacity="0.2"');
  const turn = site.dice.chance(0.5) ? -size : size;
  return group(
    shadow + TREES[kind](site),
    `transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${turn.toFixed(2)} ${size.toFixed(2)})"`,
  );
}
