import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { drawPot } from '#adapters/pictures/property/draw-plants.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, dot, group, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';
import { BACK, drawRoomWindow, drawShell } from './draw-shell.ts';
import { drawPendant, drawShade, drawVase } from './draw-things.ts';

function drawCupboards(
  { decor }: Room,
  x: number,
  y: number,
  w: number,
  h: number,
  doors: number,
  paint: string,
): string {
  const wide = w / doors;
  return (
    box(x, y, w, h, paint) +
    times(
      doors,
      (index) =>
        round(x + index * wide + 6, y + 8, wide - 12, h - 16, 4, lighter(paint, 0.08)) +
        round(
          x + (index + (index % 2 === 0 ? 1 : 0)) * wide + (index % 2 === 0 ? -24 : 16),
          y + h / 2 - 20,
          7,
          40,
          3,
          decor.metal,
        ),
    )
  );
}

function drawStool({ decor }: Room, x: number, floor: number): string {
  return (
    drawShade(x, floor, 60, 10) +
    stroke(
      `M${x - 30} ${floor - 150} L${x - 46} ${floor} M${x + 30} ${floor - 150} L${x + 46} ${floor} M${x - 40} ${floor - 56} H${x + 40}`,
      decor.metal,
      8,
    ) +
    round(x - 50, floor - 172, 100, 28, 14, decor.accent) +
    shape(`M${x - 44} ${floor - 166} q-12 -70 6 -84 q38 -12 76 0 q18 14 6 84z`, darker(decor.accent, 0.08)) +
    round(x - 30, floor - 236, 60, 44, 14, lighter(decor.accent, 0.1))
  );
}

/** A kitchen with an island. */
export function drawKitchen(room: Room, outside: Site): string {
  const { site, decor } = room;
  const { dice } = site;
  const paint = dice.pick([
    decor.fabric,
    mix(decor.wall, '#ffffff', 0.5),
    decor.wood,
    mix(decor.accent, decor.wall, 0.35),
  ]);
  const stone = mix('#f6f2ec', decor.wall, 0.3);
  const tile = lighter(decor.second, 0.3);
  const window = { x: 640, y: 250, w: 330, h: 220, panes: 2, curtains: false };
  const splash =
    box(250, 480, 1100, 84, tile) +
    times(25, (index) => stroke(`M${250 + index * 46} 480 V564`, darker(tile, 0.12), 2)) +
    times(3, (index) => stroke(`M250 ${480 + index * 28} H1350`, darker(tile, 0.12), 2));
  const hood =
    polygon(
      [
        [1068, 330],
        [1232, 330],
        [1270, 420],
        [1030, 420],
      ],
      decor.metal,
    ) +
    box(1110, BACK.top, 80, 200, lighter(decor.metal, 0.1)) +
    box(1030, 416, 240, 18, darker(decor.metal, 0.2));
  const fridge =
    round(262, 216, 178, 500, 8, mix('#dfe4e8', decor.wall, 0.2)) +
    stroke('M262 420 H440', '#2a1c26', 3, 'opacity="0.25"') +
    round(414, 300, 9, 90, 4, decor.metal) +
    round(414, 440, 9, 120, 4, decor.metal) +
    round(300, 470, 46, 60, 3, '#fdf6e0') +
    round(352, 280, 38, 38, 3, decor.accent);
  const back =
    splash +
    drawRoomWindow(room, outside, window) +
    drawCupboards(room, 460, 216, 150, 220, 2, paint) +
    drawCupboards(room, 460, 590, 890, 126, 8, paint) +
    box(446, 564, 904, 28, stone) +
    box(446, 588, 904, 8, '#2a1c26', 'opacity="0.14"') +
    hood +
    fridge +
    box(1060, 598, 180, 108, '#30343c') +
    round(1078, 622, 144, 66, 6, site.light.isDark ? '#ffb860' : '#4a505c') +
    round(1078, 606, 144, 8, 4, '#c8ced6') +
    stroke('M770 566 V512 q0 -20 22 -20 t22 20 v8', decor.metal, 9) +
    drawPot(site, 520, 566, 42) +
    round(1130, 536, 66, 28, 6, decor.accent) +
    stroke('M1120 540 h86', darker(decor.accent, 0.2), 6) +
    round(590, 520, 20, 44, 4, lighter(decor.wood, 0.2)) +
    round(616, 508, 20, 56, 4, decor.wood) +
    oval(940, 556, 40, 12, '#fdfaf4') +
    dot(926, 546, 13, '#e9a13f') +
    dot(950, 546, 13, '#e58b3a') +
    dot(938, 536, 13, '#f0b34d');
  const island =
    drawShade(800, 1000, 520, 26) +
    box(340, 800, 920, 196, darker(paint, 0.12)) +
    times(6, (index) => round(356 + index * 151, 816, 138, 164, 5, darker(paint, 0.04))) +
    box(340, 798, 920, 26, 'url(#eave)') +
    round(296, 764, 1008, 40, 8, stone) +
    round(296, 792, 1008, 12, 6, darker(stone, 0.16)) +
    drawVase(room, 1080, 768, 108) +
    oval(610, 768, 74, 16, lighter(decor.wood, 0.15)) +
    dot(582, 746, 22, '#d9534a') +
    dot(618, 742, 22, '#e9a13f') +
    dot(646, 750, 18, '#8db255') +
    round(870, 720, 34, 46, 6, '#ffffff', 'opacity="0.75"');
  const stools = [470, 690, 910, 1130].map((x) => drawStool(room, x, 1046)).join('');
  const lamp = dice.pick(['dome', 'globe', 'basket'] as const);
  return group(
    drawShell(room, 'tiles') +
      back +
      island +
      stools +
      [520, 800, 1080].map((x) => drawPendant(room, x, 170, 46, lamp)).join('') +
      drawPot(site, 1480, 1010, 120),
    dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '',
  );
}
