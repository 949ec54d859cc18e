import { darker, lighter } from '#adapters/pictures/colour.ts';
import { dot, oval, polygon, shape, times } from '#adapters/pictures/svg.ts';
import type { Site } from './site.ts';

/** A rounded bush, sometimes in flower. */
export function drawBush({ light, dice }: Site, x: number, y: number, size: number): string {
  const green = light.on(dice.pick(['#5e9a58', '#77a95c', '#4f8a60', '#86a86a']));
  const bloom = dice.pick(['', '#e0569a', '#f3c34b', '#ffffff', '#b07ad0', '']);
  const flowers =
    bloom === ''
      ? ''
      : times(12, () =>
          dot(x + dice.between(-0.85, 0.85) * size, y - dice.between(0.2, 0.95) * size, size * 0.075, light.on(bloom)),
        );
  return (
    oval(x + size * 0.2, y, size * 1.15, size * 0.14, '#1d2440', 'opacity="0.18"') +
    dot(x - size * 0.5, y - size * 0.36, size * 0.46, darker(green, 0.18)) +
    dot(x + size * 0.5, y - size * 0.34, size * 0.44, darker(green, 0.18)) +
    dot(x, y - size * 0.5, size * 0.55, green) +
    dot(x - size * 0.2, y - size * 0.66, size * 0.3, lighter(green, 0.13)) +
    flowers
  );
}

/** A row of bushes from one x to another. */
export function drawHedge(site: Site, from: number, to: number, y: number, size: number): string {
  return times((to - from) / (size * 1.3), (index) =>
    drawBush(site, from + index * size * 1.3, y + site.dice.between(-4, 4), size * site.dice.between(0.75, 1.1)),
  );
}

/** Pointed leaves from one root: agave, yucca, a house plant. */
export function drawSpikes({ light, dice }: Site, x: number, y: number, size: number, colour = '#6ba37d'): string {
  const green = light.on(colour);
  return times(11, (index) => {
    const angle = Math.PI * (0.06 + (index / 10) * 0.88);
    const reach = size * dice.between(0.8, 1.05);
    const tip = [x + Math.cos(angle) * reach, y - Math.sin(angle) * reach] as const;
    const across = size * 0.085;
    return polygon([[x - across, y], tip, [x + across, y]], index % 2 === 0 ? green : darker(green, 0.2));
  });
}

/** A pot with a plant in it. */
export function drawPot(site: Site, x: number, y: number, size: number): string {
  const { light, dice } = site;
  const clay = light.on(dice.pick(['#c9744f', '#e9e2d6', '#8a97a3', '#d9a066']));
  const plant = dice.chance(0.5)
    ? drawSpikes(site, x, y - size * 0.8, size * 1.15)
    : drawLeaves(site, x, y - size * 0.75, size * 1.2);
  return (
    oval(x + size * 0.1, y, size * 0.6, size * 0.09, '#1d2440', 'opacity="0.2"') +
    plant +
    shape(
      `M${x - size * 0.42} ${y - size * 0.85} h${size * 0.84} l${-size * 0.14} ${size * 0.85} h${-size * 0.56}z`,
      clay,
    ) +
    shape(
      `M${x + size * 0.12} ${y - size * 0.85} h${size * 0.3} l${-size * 0.14} ${size * 0.85} h${-size * 0.16}z`,
      darker(clay, 0.14),
    )
  );
}

/** Broad leaves on stems. */
export function drawLeaves({ light, dice }: Site, x: number, y: number, size: number): string {
  const green = light.on(dice.pick(['#4f8f62', '#5f9f5a', '#3f7f63']));
  return times(9, (index) => {
    const angle = Math.PI * (0.1 + (index / 8) * 0.8);
    const reach = size * dice.between(0.62, 1.02);
    const tx = x + Math.cos(angle) * reach;
    const ty = y - Math.sin(angle) * reach;
    const bend = size * 0.24;
    const nx = Math.sin(angle) * bend;
    const ny = Math.cos(angle) * bend;
    const mx = x + (tx - x) * 0.62;
    const my = y + (ty - y) * 0.62;
    const [a, b, c, d] = [mx + nx, my + ny, mx - nx, my - ny].map((value) => value.toFixed(1));
    return shape(
      `M${x} ${y} Q${a} ${b} ${tx.toFixed(1)} ${ty.toFixed(1)} Q${c} ${d} ${x} ${y}z`,
      index % 3 === 0 ? darker(green, 0.2) : index % 3 === 1 ? green : lighter(green, 0.12),
    );
  });
}
