import { box, dot, fade, group, round, times } from '#adapters/pictures/svg.ts';
import type { Site } from './site.ts';

function drawCloud(x: number, y: number, size: number, colour: string): string {
  return group(
    round(-130, -26, 260, 52, 26, colour) +
      dot(-46, -34, 46, colour) +
      dot(30, -46, 62, colour) +
      dot(84, -20, 34, colour),
    `transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${size.toFixed(2)} ${(size * 0.8).toFixed(2)})"`,
  );
}

/** Sky with its sun or moon, clouds or stars. */
export function drawSky({ light, dice }: Site): string {
  const { x, y, radius, colour } = light.sun;
  const halo = `<radialGradient id="halo"><stop offset="0.15" stop-color="${colour}" stop-opacity="0.6"/><stop offset="0.4" stop-color="${colour}" stop-opacity="0.2"/><stop offset="0.7" stop-color="${colour}" stop-opacity="0.05"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient>`;
  const defs = `<defs>${fade('sky', [0, light.sky[0]], [0.34, light.sky[1]], [0.6, light.sky[2]])}${halo}</defs>`;
  const stars = light.isDark
    ? times(70, () =>
        dot(
          dice.between(0, 1600),
          dice.between(0, 380),
          dice.between(0.8, 2.4),
          '#ffffff',
          `opacity="${dice.between(0.3, 0.9).toFixed(2)}"`,
        ),
      )
    : '';
  const tint = light.isDark ? light.sky[1] : light.far('#ffffff', 0.12);
  const clouds = times(dice.between(3, 6), (index) =>
    group(
      drawCloud(dice.between(-40, 1640), dice.between(90, 400), dice.between(0.5, 1.25) - index * 0.08, tint),
      `opacity="${dice.between(0.35, light.isDark ? 0.5 : 0.85).toFixed(2)}"`,
    ),
  );
  return (
    defs +
    box(0, 0, 1600, 1067, 'url(#sky)') +
    stars +
    dot(x, y, radius * 4.4, 'url(#halo)') +
    dot(x, y, radius, colour) +
    clouds
  );
}
