import { darker } from '#adapters/pictures/colour.ts';
import { box, dot, fade, oval, type Point, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import { drawBush } from './draw-plants.ts';
import type { Site } from './site.ts';

const pattern = (id: string, w: number, h: number, inside: string) =>
  `<pattern id="${id}" width="${w}" height="${h}" patternUnits="userSpaceOnUse">${inside}</pattern>`;

/** Gradients and grains that the parts fill with; once a picture. */
export function partDefs({ light }: Site): string {
  const ink = '#2a1c26';
  return `<defs>${fade('glass', [0, light.glass[0]], [1, light.glass[1]])}${fade('eave', [0, ink, 0.34], [1, ink, 0])}${fade('sunny', [0, '#ffffff', 0.1], [1, ink, 0.1])}${pattern(
    'tiles',
    22,
    17,
    stroke('M0 3 Q11 18 22 3', ink, 2.4, 'opacity="0.24"') + stroke('M0 5 v12', ink, 1.6, 'opacity="0.12"'),
  )}${pattern('bricks', 46, 26, stroke('M0 0 h46 M0 13 h46 M12 0 v13 M35 13 v13', '#ffe9d8', 2, 'opacity="0.24"') + box(13, 1, 32, 11, ink, 'opacity="0.08"'))}${pattern(
    'planks',
    26,
    120,
    stroke('M0 0 v120', ink, 2.4, 'opacity="0.22"') + stroke('M9 20 v30 M17 70 v34', ink, 1.4, 'opacity="0.12"'),
  )}${pattern(
    'stones',
    92,
    56,
    round(2, 2, 40, 24, 8, '#ffffff', 'opacity="0.22"') +
      round(46, 2, 44, 24, 8, ink, 'opacity="0.1"') +
      round(2, 30, 26, 24, 8, ink, 'opacity="0.07"') +
      round(32, 30, 34, 24, 8, '#ffffff', 'opacity="0.14"') +
      round(70, 30, 20, 24, 8, ink, 'opacity="0.14"'),
  )}</defs>`;
}

/** A wall with a little light above and shade below. */
export const drawWall = (x: number, y: number, w: number, h: number, colour: string, grain = ''): string =>
  box(x, y, w, h, colour) + (grain === '' ? '' : box(x, y, w, h, `url(#${grain})`)) + box(x, y, w, h, 'url(#sunny)');

/** The shadow that an overhang throws on the wall under it. */
export const drawEave = (x: number, y: number, w: number, h = 30): string => box(x, y, w, h, 'url(#eave)');

/** A roof of rounded tiles. */
export const drawTiles = (corners: readonly Point[], colour: string): string =>
  polygon(corners, colour) + polygon(corners, 'url(#tiles)');

/** Glass that mirrors the sky, or shines at night, behind bars. */
export function drawPane(
  { light, dice }: Site,
  x: number,
  y: number,
  w: number,
  h: number,
  bars: { columns: number; rows: number; frame: string },
): string {
  const frame = light.on(bars.frame);
  const thick = Math.max(4, Math.min(w, h) * 0.045);
  const upright = times(bars.columns - 1, (index) =>
    box(x + ((index + 1) * w) / bars.columns - thick / 2, y, thick, h, frame),
  );
  const across = times(bars.rows - 1, (index) =>
    box(x, y + ((index + 1) * h) / bars.rows - thick / 2, w, thick, frame),
  );
  const from = w * dice.between(0.12, 0.4);
  const sheen = polygon(
    [
      [x + from, y],
      [x + from + w * 0.2, y],
      [x + from - w * 0.02, y + h],
      [x + Math.max(0, from - w * 0.22), y + h],
    ],
    '#ffffff',
    'opacity="0.26"',
  );
  const curtain = dice.chance(0.5)
    ? shape(
        `M${x} ${y} h${w * 0.2} q${w * 0.02} ${h * 0.5} ${-w * 0.06} ${h} h${-w * 0.14}z M${x + w} ${y} h${-w * 0.2} q${-w * 0.02} ${h * 0.5} ${w * 0.06} ${h} h${w * 0.14}z`,
        '#ffffff',
        'opacity="0.5"',
      )
    : '';
  return (
    box(x - thick, y - thick, w + thick * 2, h + thick * 2, frame) +
    box(x, y, w, h, 'url(#glass)') +
    curtain +
    sheen +
    box(x, y, w, thick, '#1d2440', 'opacity="0.22"') +
    upright +
    across
  );
}

/** A window with a sill, and shutters where a colour for them is given. */
export function drawWindow(site: Site, x: number, y: number, w: number, h: number, shutters = ''): string {
  const { light } = site;
  const leaf = (left: number) => {
    const colour = light.on(shutters);
    return (
      box(left, y - 4, w * 0.44, h + 8, colour) +
      times(h / 13, (index) => box(left + 5, y + 5 + index * 13, w * 0.44 - 10, 4, darker(colour, 0.2)))
    );
  };
  return (
    drawPane(site, x, y, w, h, { columns: 2, rows: 2, frame: '#fdf9f2' }) +
    box(x - 10, y + h + 5, w + 20, 9, light.on('#e6dccd')) +
    box(x - 8, y + h + 14, w + 16, 7, '#1d2440', 'opacity="0.14"') +
    (shutters === '' ? '' : leaf(x - w * 0.44 - 7) + leaf(x + w + 7))
  );
}

/** A door with a step and a knob. */
export function drawDoor({ light }: Site, x: number, bottom: number, w: number, h: number, paint: string): string {
  const colour = light.on(paint);
  const y = bottom - h;
  return (
    box(x - 9, y - 9, w + 18, h + 9, light.on('#efe5d6')) +
    box(x, y, w, h, colour) +
    round(x + w * 0.16, y + h * 0.1, w * 0.68, h * 0.32, 5, 'url(#glass)') +
    round(x + w * 0.16, y + h * 0.52, w * 0.68, h * 0.38, 5, darker(colour, 0.16)) +
    dot(x + w * 0.86, y + h * 0.52, w * 0.05, light.on('#f0c96b')) +
    box(x - 26, bottom, w + 52, 10, light.on('#d8cdbd'))
  );
}

/** A railing: glass, or slender bars. */
export function drawRailing(
  { light }: Site,
  x: number,
  y: number,
  w: number,
  h: number,
  kind: 'glass' | 'bars',
): string {
  const metal = light.on('#4b5563');
  const fill =
    kind === 'glass'
      ? box(x, y + 5, w, h - 5, light.isDark ? '#aebfe0' : '#e8f6fb', 'opacity="0.42"') +
        times(w / 130, (index) => box(x + index * 130, y, 4, h, metal, 'opacity="0.6"'))
      : times(w / 14, (index) => box(x + index * 14 + 4, y, 3.4, h, metal));
  return fill + box(x - 4, y, w + 8, 6, metal);
}

/** An open arch with a dark depth. */
export function drawArch({ light }: Site, x: number, bottom: number, w: number, h: number, inside: string): string {
  const r = w / 2;
  const d = `M${x} ${bottom} V${bottom - h + r} a${r} ${r} 0 0 1 ${w} 0 V${bottom}z`;
  return shape(d, light.on(inside)) + stroke(d, light.on('#fffaf0'), 9);
}

/** A chimney with a small cap. */
export const drawChimney = ({ light }: Site, x: number, y: number, h: number, colour: string): string =>
  box(x, y - h, 46, h, colour) +
  box(x + 30, y - h, 16, h, darker(colour, 0.16)) +
  box(x - 7, y - h - 10, 60, 12, light.on('#cdb9a2'));

/** Plants that spill over a balcony. */
export const drawWindowBox = (site: Site, x: number, y: number, w: number): string =>
  round(x, y - 4, w, 16, 4, site.light.on('#b5694a')) +
  times(w / 20, (index) => drawBush(site, x + 10 + index * 20, y, 13));

/** A striped awning. */
export function drawAwning({ light }: Site, x: number, y: number, w: number, h: number, paint: string): string {
  const stripes = Math.max(4, Math.round(w / 34));
  const wide = w / stripes;
  return (
    times(stripes, (index) => {
      const colour = light.on(index % 2 === 0 ? paint : '#fffaf2');
      const left = x + index * wide;
      return box(left, y, wide + 0.5, h, colour) + dot(left + wide / 2, y + h, wide / 2, colour);
    }) + box(x, y + h - 4, w, 4, '#1d2440', 'opacity="0.08"')
  );
}

/** A wall lamp; it glows after sunset. */
export const drawLamp = ({ light }: Site, x: number, y: number): string =>
  (light.isDark
    ? dot(x, y + 10, 60, '#ffd68a', 'opacity="0.2"') + dot(x, y + 10, 30, '#ffe0a0', 'opacity="0.3"')
    : '') + round(x - 7, y, 14, 22, 4, light.isDark ? '#fff0c4' : light.on('#3d4452'));

/** The shadow of a building on the ground. */
export const drawFootShadow = (x: number, y: number, w: number): string =>
  oval(x + w / 2 + 20, y + 4, w * 0.56, 26, '#1d2440', 'opacity="0.26"');

export const roofColour = ({ light, dice }: Site): string =>
  light.on(dice.pick(['#c9653f', '#b9553a', '#d27f52', '#a94f3a']));
export const wallColour = ({ light, dice }: Site): string =>
  light.on(dice.pick(['#fdf8f0', '#faf0e1', '#f6e6d0', '#f4ece4', '#fbf3ea']));
export const pastel = ({ light, dice }: Site): string =>
  light.on(dice.pick(['#f3c9a5', '#f6dfa8', '#bcd8cf', '#e9b3a2', '#c7d3e8', '#f7efe4', '#d9c7de', '#efa98a']));
export const shutterColour = ({ dice }: Site): string =>
  dice.pick(['#3f7482', '#587f5c', '#2f5f8f', '#8c4d3c', '#6b7f93']);
export const doorColour = ({ dice }: Site): string =>
  dice.pick(['#8a5a3c', '#2f6673', '#b5533c', '#3f5d4c', '#31496b']);
