import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, dot, group, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';

export const drawShade = (x: number, y: number, w: number, h = 16): string =>
  oval(x, y, w, h, '#2a1c26', 'opacity="0.2"');

/** A framed picture of hills, waves or shapes. */
export function drawFrame({ site, decor }: Room, x: number, y: number, w: number, h: number): string {
  const { dice } = site;
  const inside = dice.pick([
    () =>
      dot(x + w * 0.62, y + h * 0.36, w * 0.15, decor.second) +
      shape(
        `M${x} ${y + h * 0.7} q${w * 0.3} ${-h * 0.3} ${w * 0.55} 0 t${w * 0.45} ${-h * 0.08} V${y + h} H${x}z`,
        decor.accent,
      ),
    () =>
      times(4, (index) =>
        stroke(
          `M${x + w * 0.14} ${y + h * (0.25 + index * 0.17)} q${w * 0.18} ${-h * 0.1} ${w * 0.36} 0 t${w * 0.36} 0`,
          index % 2 === 0 ? decor.accent : decor.fabric,
          w * 0.05,
        ),
      ),
    () =>
      shape(`M${x + w * 0.5} ${y + h * 0.86} V${y + h * 0.4} M0 0`, 'none') +
      stroke(`M${x + w * 0.5} ${y + h * 0.88} V${y + h * 0.24}`, decor.accent, w * 0.03) +
      times(6, (index) =>
        oval(
          x + w * (index % 2 === 0 ? 0.34 : 0.66),
          y + h * (0.3 + index * 0.085),
          w * 0.14,
          h * 0.05,
          decor.accent,
          `transform="rotate(${index % 2 === 0 ? 28 : -28} ${x + w * 0.5} ${y + h * (0.3 + index * 0.085)})"`,
        ),
      ),
    () =>
      dot(x + w * 0.4, y + h * 0.4, w * 0.22, decor.accent) +
      dot(x + w * 0.6, y + h * 0.6, w * 0.22, decor.fabric, 'opacity="0.85"'),
  ]);
  return (
    box(x - 4, y + 2, w + 18, h + 16, '#2a1c26', 'opacity="0.12"') +
    box(x - 8, y - 8, w + 16, h + 16, decor.wood) +
    box(x, y, w, h, '#fdf9f2') +
    inside()
  );
}

/** A lamp that hangs from the ceiling; it glows after sunset. */
export function drawPendant(
  { site, decor }: Room,
  x: number,
  y: number,
  size: number,
  kind: 'dome' | 'globe' | 'basket',
): string {
  const glow = site.light.isDark
    ? dot(x, y + size * 0.4, size * 2.6, '#ffd890', 'opacity="0.18"') +
      dot(x, y + size * 0.4, size * 1.4, '#ffe2a8', 'opacity="0.25"')
    : '';
  const shade = {
    dome:
      shape(`M${x - size} ${y + size * 0.7} q0 ${-size} ${size} ${-size} t${size} ${size}z`, decor.accent) +
      oval(x, y + size * 0.7, size, size * 0.14, '#fff1c9'),
    globe: dot(x, y + size * 0.5, size * 0.72, '#fff6df') + dot(x - size * 0.2, y + size * 0.3, size * 0.22, '#ffffff'),
    basket:
      shape(
        `M${x - size * 0.5} ${y - size * 0.2} h${size} q${size * 0.8} ${size * 0.9} 0 ${size * 1.2} h${-size} q${-size * 0.8} ${-size * 0.3} 0 ${-size * 1.2}z`,
        lighter(decor.wood, 0.25),
      ) +
      times(5, (index) =>
        stroke(
          `M${x - size * 0.7} ${y + size * index * 0.2} h${size * 1.4}`,
          darker(decor.wood, 0.05),
          3,
          'opacity="0.5"',
        ),
      ),
  }[kind];
  return glow + stroke(`M${x} 0 V${y - size * 0.2}`, darker(decor.metal, 0.2), 4) + shade;
}

/** A standing lamp. */
export function drawFloorLamp({ site, decor }: Room, x: number, floor: number, h: number): string {
  const glow = site.light.isDark ? dot(x, floor - h + 30, 150, '#ffd890', 'opacity="0.22"') : '';
  return (
    glow +
    drawShade(x, floor, 48, 9) +
    stroke(`M${x} ${floor - 4} V${floor - h + 60}`, decor.metal, 8) +
    round(x - 36, floor - 12, 72, 12, 6, decor.metal) +
    polygon(
      [
        [x - 42, floor - h],
        [x + 42, floor - h],
        [x + 66, floor - h + 92],
        [x - 66, floor - h + 92],
      ],
      site.light.isDark ? '#ffe6b0' : lighter(decor.second, 0.4),
    )
  );
}

/** A rug lying on the floor. */
export function drawRug({ site, decor }: Room, x: number, y: number, w: number, h: number): string {
  const base = lighter(decor.second, 0.2);
  if (site.dice.chance(0.4))
    return (
      oval(x, y, w * 0.52, h * 0.56, base) +
      oval(x, y, w * 0.44, h * 0.46, 'none', `stroke="${decor.accent}" stroke-width="6" opacity="0.7"`) +
      oval(x, y, w * 0.3, h * 0.3, 'none', `stroke="${decor.fabric}" stroke-width="6" opacity="0.8"`)
    );
  const half = w / 2;
  const lane = (share: number, colour: string) => {
    const top = y - h / 2 + h * share;
    const reach = half * (0.84 + share * 0.16);
    return polygon(
      [
        [x - reach, top],
        [x + reach, top],
        [x + reach + half * 0.016, top + h * 0.1],
        [x - reach - half * 0.016, top + h * 0.1],
      ],
      colour,
    );
  };
  return (
    polygon(
      [
        [x - half * 0.84, y - h / 2],
        [x + half * 0.84, y - h / 2],
        [x + half, y + h / 2],
        [x - half, y + h / 2],
      ],
      base,
    ) +
    lane(0.08, decor.accent) +
    lane(0.26, decor.fabric) +
    lane(0.66, decor.fabric) +
    lane(0.82, decor.accent)
  );
}

/** A vase with twigs. */
export const drawVase = ({ decor }: Room, x: number, y: number, size: number): string =>
  times(
    5,
    (index) =>
      stroke(
        `M${x} ${y - size * 0.5} q${(index - 2) * size * 0.1} ${-size * 0.6} ${(index - 2) * size * 0.34} ${-size * (1.1 - Math.abs(index - 2) * 0.12)}`,
        darker(decor.wood, 0.05),
        3,
      ) +
      dot(
        x + (index - 2) * size * 0.34,
        y - size * (1.6 - Math.abs(index - 2) * 0.12),
        size * 0.1,
        index % 2 === 0 ? decor.accent : decor.second,
      ),
  ) +
  shape(
    `M${x - size * 0.13} ${y - size * 0.7} h${size * 0.26} q${size * 0.26} ${size * 0.4} 0 ${size * 0.7} h${-size * 0.26} q${-size * 0.26} ${-size * 0.3} 0 ${-size * 0.7}z`,
    lighter(decor.fabric, 0.4),
  );

/** Books side by side, standing on y. */
export const drawBooks = ({ site, decor }: Room, x: number, y: number, count: number): string =>
  times(count, (index) => {
    const h = site.dice.between(38, 62);
    return (
      box(
        x + index * 15,
        y - h,
        13,
        h,
        [decor.accent, decor.fabric, decor.second, decor.wood, '#f7f1e6'][index % 5] ?? decor.accent,
      ) + box(x + index * 15, y - h + 9, 13, 4, '#ffffff', 'opacity="0.45"')
    );
  });

/** A soft square with a fold of shadow. */
export const drawCushion = (x: number, y: number, size: number, colour: string, turn: number): string =>
  group(
    round(-size / 2, -size / 2, size, size * 0.86, size * 0.2, colour) +
      stroke(`M${-size * 0.3} ${size * 0.1} q${size * 0.3} ${size * 0.16} ${size * 0.6} 0`, darker(colour, 0.16), 4),
    `transform="translate(${x} ${y}) rotate(${turn})"`,
  );
