import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, fade, group, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import { drawBush, drawHedge, drawPot, drawSpikes } from './draw-plants.ts';
import { drawTree } from './draw-tree.ts';
import type { Site } from './site.ts';

/** A sun lounger seen from the side. */
export function drawLounger({ light, dice }: Site, x: number, y: number, size: number): string {
  const cloth = light.on(dice.pick(['#fffaf2', '#f2c6a0', '#cfe3e4']));
  return group(
    oval(70, 34, 96, 9, '#1d2440', 'opacity="0.2"') +
      stroke('M8 8 V32 M120 8 V32', light.on('#a9805a'), 7) +
      round(-6, 0, 150, 12, 5, light.on('#b98d62')) +
      round(0, -10, 106, 14, 7, cloth) +
      polygon(
        [
          [98, -4],
          [146, -46],
          [158, -38],
          [112, 6],
        ],
        cloth,
      ) +
      round(122, -46, 26, 13, 6, light.on('#e08a5f'), 'transform="rotate(-40 132 -40)"'),
    `transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${size})"`,
  );
}

/** A parasol on its foot. */
export function drawParasol({ light, dice }: Site, x: number, y: number, size: number): string {
  const cloth = light.on(dice.pick(['#fff6e6', '#e9a179', '#8fb7b5', '#f0c76f']));
  return group(
    oval(30, 2, 90, 9, '#1d2440', 'opacity="0.18"') +
      box(-4, -190, 8, 190, light.on('#9c7a5c')) +
      shape(
        'M-130 -150 Q0 -262 130 -150 q-26 -16 -52 0 q-26 -16 -52 0 q-26 -16 -52 0 q-26 -16 -52 0 q-26 -16 -52 0z',
        cloth,
      ) +
      shape('M0 -208 Q80 -204 130 -150 q-26 -16 -52 0 Q60 -190 0 -208z', darker(cloth, 0.13)),
    `transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${size})"`,
  );
}

function drawPool(site: Site): string {
  const { light, dice } = site;
  const deck = light.on(dice.pick(['#e8dac3', '#d9c3a3', '#e6e0d6', '#c9a57e']));
  const water = light.isDark ? '#4fb3d6' : light.on('#35b5d3');
  const left = dice.between(330, 430);
  const right = dice.between(1130, 1240);
  const defs = `<defs>${fade('pool', [0, lighter(water, 0.42)], [1, water])}</defs>`;
  const ripples = times(16, () => {
    const x = dice.between(left + 20, right - 120);
    const y = dice.between(932, 1004);
    return stroke(`M${x} ${y} q16 -8 32 0 t32 0`, '#ffffff', 3, 'opacity="0.55"');
  });
  return (
    polygon(
      [
        [-20, 880],
        [1620, 880],
        [1680, 1067],
        [-80, 1067],
      ],
      deck,
    ) +
    times(9, (index) => stroke(`M${index * 200 + 40} 880 L${index * 230 - 90} 1067`, darker(deck, 0.14), 2.4)) +
    times(3, (index) => stroke(`M0 ${920 + index * 52} H1600`, darker(deck, 0.12), 2.2)) +
    defs +
    polygon(
      [
        [left, 912],
        [right, 912],
        [right + 60, 1022],
        [left - 60, 1022],
      ],
      lighter(deck, 0.5),
    ) +
    polygon(
      [
        [left + 12, 920],
        [right - 12, 920],
        [right + 40, 1012],
        [left - 40, 1012],
      ],
      'url(#pool)',
    ) +
    polygon(
      [
        [left + 12, 920],
        [right - 12, 920],
        [right - 6, 932],
        [left + 6, 932],
      ],
      darker(water, 0.28),
      'opacity="0.5"',
    ) +
    ripples +
    stroke(`M${right - 90} 930 v-34 q0 -14 14 -14 M${right - 54} 930 v-34 q0 -14 14 -14`, light.on('#f2f4f6'), 6)
  );
}

function drawLawn(site: Site): string {
  const { light, dice } = site;
  const path = light.on(dice.pick(['#e6d6bb', '#d8cfc2', '#d3b691']));
  const tufts = times(46, () => {
    const x = dice.between(0, 1600);
    const y = dice.between(880, 1050);
    return stroke(
      `M${x} ${y} q-3 -10 -8 -13 M${x} ${y} q0 -12 1 -17 M${x} ${y} q4 -9 9 -12`,
      light.on('#6f9f4c'),
      2.6,
      'opacity="0.7"',
    );
  });
  const x = dice.between(700, 880);
  const stones = times(
    6,
    (index) =>
      oval(
        x + Math.sin(index * 0.9) * 26 + (index - 3) * 6,
        876 + index * index * 6.4,
        52 + index * 15,
        9 + index * 3.2,
        darker(path, 0.16),
      ) +
      oval(
        x + Math.sin(index * 0.9) * 26 + (index - 3) * 6,
        873 + index * index * 6.4,
        52 + index * 15,
        9 + index * 3.2,
        path,
      ),
  );
  return stones + tufts;
}

/** Garden before a house: a pool where there is one, trees and flowers at both sides. */
export function drawGarden(site: Site): { behind: string; before: string } {
  const { sketch, dice } = site;
  const behind =
    drawTree(site, sketch.trees, dice.between(120, 240), 800, dice.between(0.78, 0.98)) +
    drawTree(site, sketch.trees, dice.between(1330, 1420), 800, dice.between(0.7, 0.95)) +
    drawTree(site, sketch.trees, dice.between(300, 400), 780, dice.between(0.56, 0.7)) +
    drawTree(site, sketch.trees, dice.between(1230, 1300), 780, dice.between(0.5, 0.66)) +
    drawHedge(site, -20, 420, 838, 50) +
    drawHedge(site, 1220, 1640, 838, 50);
  const seats = sketch.pool
    ? drawParasol(site, 214, 950, 1) + drawLounger(site, 60, 940, 1) + drawLounger(site, 250, 952, 1)
    : '';
  const corner =
    drawSpikes(site, 1490, 1056, 96, '#7fa893') +
    drawBush(site, 1590, 1062, 84) +
    drawBush(site, 1370, 1064, 46) +
    drawBush(site, 20, 1066, 78) +
    drawSpikes(site, 140, 1064, 84, '#6d9c7f') +
    (dice.chance(0.5) ? drawPot(site, 1340, 900, 56) : drawBush(site, 1330, 880, 54));
  return {
    behind,
    before:
      (sketch.pool ? drawPool(site) : drawLawn(site)) + seats + corner + drawTree(site, sketch.trees, 1510, 960, 1),
  };
}
