import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, dot, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import { drawHedge } from './draw-plants.ts';
import { drawTree } from './draw-tree.ts';
import type { Site } from './site.ts';

function drawCar({ light, dice }: Site, x: number, y: number): string {
  const paint = light.on(dice.pick(['#d9694f', '#4f8fa6', '#f0c46b', '#7f9c84', '#f4f1ea']));
  const wheel = (at: number) => dot(x + at, y, 25, light.on('#2b2f38')) + dot(x + at, y, 11, light.on('#c9ced6'));
  return (
    oval(x + 125, y + 22, 150, 10, '#1d2440', 'opacity="0.3"') +
    shape(`M${x} ${y} q-8 -44 34 -50 q30 -50 74 -52 h48 q40 2 66 50 q40 4 40 30 q2 22 -10 22z`, paint) +
    shape(`M${x + 52} ${y - 52} q22 -36 54 -38 h6 v38z M${x + 124} ${y - 90} h30 q28 4 44 38 h-74z`, 'url(#glass)') +
    box(x + 4, y - 14, 250, 6, '#1d2440', 'opacity="0.16"') +
    wheel(58) +
    wheel(202) +
    dot(x + 254, y - 26, 7, light.isDark ? '#fff0b8' : '#fffbe8')
  );
}

/** Street before a building: pavement, trees in a row, a lamp, perhaps a car. */
export function drawStreet(site: Site): { behind: string; before: string } {
  const { light, sketch, dice } = site;
  const paving = light.on('#d8cfc3');
  const road = light.on('#7d828c');
  const lamp = (x: number) =>
    (light.isDark
      ? dot(x + 34, 640, 120, '#ffd68a', 'opacity="0.16"') + dot(x + 34, 640, 50, '#ffe2a8', 'opacity="0.3"')
      : '') +
    stroke(`M${x} 930 V650 q0 -34 34 -34`, light.on('#38404d'), 9) +
    round(x + 14, 612, 42, 22, 10, light.isDark ? '#fff2cc' : light.on('#38404d')) +
    round(x - 12, 920, 24, 14, 4, light.on('#38404d'));
  const before =
    polygon(
      [
        [-20, 850],
        [1620, 850],
        [1620, 948],
        [-20, 948],
      ],
      paving,
    ) +
    times(20, (index) => stroke(`M${index * 86} 850 l-34 98`, darker(paving, 0.12), 2.4)) +
    stroke('M0 896 H1600', darker(paving, 0.1), 2.4) +
    box(0, 946, 1600, 14, lighter(paving, 0.3)) +
    box(0, 960, 1600, 107, road) +
    times(8, (index) => round(index * 220 - 40, 1018, 120, 9, 4, light.on('#f5efe2'), 'opacity="0.8"')) +
    (dice.chance(0.75) ? drawCar(site, dice.between(180, 1100), 1000) : '') +
    drawTree(site, sketch.trees, 150, 930, 0.92) +
    drawTree(site, sketch.trees, 1450, 930, 0.96) +
    lamp(dice.between(1180, 1280));
  return { behind: drawHedge(site, -20, 1640, 836, 52), before };
}

/** Roofs of the town below a home that stands high. */
export function drawRoofs(site: Site): string {
  const { light, dice } = site;
  return times(18, (index) => {
    const row = Math.floor(index / 9);
    const x = (index % 9) * 190 - 60 + row * 70 + dice.between(-30, 30);
    const y = 770 + row * 130 + dice.between(-50, 50);
    const w = dice.between(150, 230);
    const wall = light.far(dice.pick(['#f4e3cb', '#e9cdb0', '#f7efe2', '#dfc3ad']), 0.24 - row * 0.12);
    const roof = light.far(dice.pick(['#c8663f', '#b9573a', '#d08a62']), 0.24 - row * 0.12);
    const windows = times(8, (pane) =>
      box(
        x + 22 + (pane % 4) * (w / 4.4),
        y + 30 + Math.floor(pane / 4) * 60,
        18,
        28,
        light.isDark && dice.chance(0.6) ? '#ffd98c' : darker(wall, 0.3),
      ),
    );
    return (
      box(x, y, w, 320, wall) +
      polygon(
        [
          [x - 8, y + 4],
          [x + w * 0.22, y - 36],
          [x + w * 0.78, y - 36],
          [x + w + 8, y + 4],
        ],
        roof,
      ) +
      windows
    );
  });
}
