import { darker } from '#adapters/pictures/colour.ts';
import { box, dot, polygon, round, shape, times } from '#adapters/pictures/svg.ts';
import { ridge } from './ridge.ts';
import type { Site } from './site.ts';

function drawBlocks({ light, dice }: Site, y: number, tall: number, distance: number): string {
  let x = -20;
  let drawn = '';
  while (x < 1600) {
    const w = dice.between(60, 130);
    const h = tall * dice.between(0.35, 1);
    const colour = light.far(dice.pick(['#d9a98c', '#e8d3b8', '#a9b8c9', '#c88f78', '#8fa3b5', '#efe2d2']), distance);
    drawn += box(x, y - h, w, h + 160, colour) + box(x + w * 0.66, y - h, w * 0.34, h + 160, darker(colour, 0.1));
    if (dice.chance(0.3)) drawn += box(x + w * 0.2, y - h - 24, w * 0.3, 24, darker(colour, 0.06));
    let shining = '';
    let dull = '';
    for (let row = y - h + 16; row < y; row += 26)
      for (let column = x + 10; column < x + w - 14; column += 20) {
        const window = `M${Math.round(column)} ${Math.round(row)}h9v13h-9z`;
        if (light.isDark && dice.chance(0.45)) shining += window;
        else if (dice.chance(0.8)) dull += window;
      }
    drawn += shape(dull, darker(colour, 0.2)) + (shining === '' ? '' : shape(shining, '#e8c183'));
    x += w + dice.between(-4, 10);
  }
  return drawn;
}

/** A city of many storeys around its cathedral. */
export function drawCity(site: Site): string {
  const { light, dice } = site;
  const x = dice.between(250, 1350);
  const dome = light.far('#5f8f8c', 0.4);
  const stone = light.far('#e3c8a4', 0.36);
  const cathedral =
    box(x - 70, 430, 140, 220, stone) +
    shape(`M${x - 64} 432 a64 66 0 0 1 128 0z`, dome) +
    box(x - 8, 340, 16, 30, stone) +
    box(x + 96, 370, 46, 260, stone) +
    polygon(
      [
        [x + 92, 372],
        [x + 119, 310],
        [x + 146, 372],
      ],
      dome,
    );
  return (
    shape(ridge(dice, 500, 60, 2.2), light.far('#7f93b8', 0.6)) +
    drawBlocks(site, 640, 270, 0.52) +
    cathedral +
    drawBlocks(site, 680, 190, 0.26)
  );
}

/** White houses on a hill around their church. */
export function drawVillage(site: Site): string {
  const { light, dice } = site;
  const crest = dice.between(420, 1180);
  const mound = `M${crest - 760} 760 C${crest - 420} 700 ${crest - 300} 478 ${crest} 470 S${crest + 420} 700 ${crest + 760} 760 Z`;
  const houses = times(44, (index) => {
    const row = Math.floor(index / 11);
    const spread = 130 + row * 112;
    const x = crest + dice.between(-spread, spread);
    const y = 486 + row * 46 + (Math.abs(x - crest) / spread) ** 2 * 26 + dice.between(-6, 6);
    const w = dice.between(34, 58);
    const wall = light.far(dice.pick(['#fffaf0', '#fff3e0', '#f7e2c6', '#ffffff']), 0.16);
    const roof = light.far(dice.pick(['#c8663f', '#b9573a', '#d58a5e']), 0.16);
    const window = light.isDark ? '#ffd27a' : light.far('#7c8fa3', 0.2);
    return (
      box(x, y, w, 46, wall) +
      box(x + w * 0.68, y, w * 0.32, 46, darker(wall, 0.09)) +
      polygon(
        [
          [x - 4, y + 2],
          [x + w * 0.3, y - 15],
          [x + w * 0.75, y - 15],
          [x + w + 4, y + 2],
        ],
        roof,
      ) +
      box(x + w * 0.2, y + 12, 8, 12, window) +
      box(x + w * 0.5, y + 12, 8, 12, window)
    );
  });
  const wall = light.far('#f4dfbf', 0.14);
  const church =
    box(crest - 20, 352, 44, 150, wall) +
    box(crest + 8, 352, 16, 150, darker(wall, 0.1)) +
    polygon(
      [
        [crest - 25, 354],
        [crest + 2, 300],
        [crest + 29, 354],
      ],
      light.far('#4f7f9c', 0.15),
    ) +
    round(crest - 7, 376, 18, 30, 9, light.far('#6b5a4e', 0.2)) +
    box(crest + 24, 430, 96, 70, wall) +
    polygon(
      [
        [crest + 22, 432],
        [crest + 72, 398],
        [crest + 124, 432],
      ],
      light.far('#c8663f', 0.14),
    );
  const greens = times(30, () =>
    dot(
      dice.between(crest - 620, crest + 620),
      690 + dice.between(-14, 20),
      dice.between(12, 26),
      light.far('#5f8f55', 0.16),
    ),
  );
  return (
    shape(ridge(dice, 470, 90, 2.1), light.far('#8094b5', 0.55)) +
    shape(ridge(dice, 560, 50, 2.7), light.far('#86a77c', 0.4)) +
    shape(mound, light.far('#a5b571', 0.24)) +
    church +
    houses +
    greens
  );
}
