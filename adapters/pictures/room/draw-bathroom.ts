import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { drawPot } from '#adapters/pictures/property/draw-plants.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, dot, fade, group, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';
import { drawRoomWindow, drawShell } from './draw-shell.ts';
import { drawPendant, drawShade, drawVase } from './draw-things.ts';

/** A bathroom: a tub below the window, a basin with its mirror. */
export function drawBathroom(room: Room, outside: Site): string {
  const { site, decor } = room;
  const { dice, light } = site;
  const tile = mix(dice.pick([decor.fabric, decor.accent, decor.second]), '#ffffff', 0.42);
  const white = mix('#ffffff', decor.wall, 0.12);
  const tiles = dice.pick([
    () =>
      times(12, (row) =>
        times(26, (column) =>
          round(
            252 + column * 44 - (row % 2) * 22,
            448 + row * 22,
            41,
            19,
            3,
            mix(tile, '#ffffff', dice.between(0, 0.22)),
          ),
        ),
      ),
    () =>
      times(13, (row) =>
        times(42, (column) =>
          round(252 + column * 26, 448 + row * 20, 23, 17, 8, mix(tile, '#ffffff', dice.between(0, 0.3))),
        ),
      ),
    () => times(19, (column) => round(252 + column * 58, 448, 54, 256, 4, mix(tile, '#ffffff', dice.between(0, 0.18)))),
  ]);
  const clip = '<clipPath id="tiled"><rect x="250" y="446" width="1100" height="258"/></clipPath>';
  const tub =
    drawShade(700, 948, 330, 24) +
    shape('M380 730 h640 q30 0 26 36 q-14 150 -110 170 h-472 q-96 -20 -110 -170 q-4 -36 26 -36z', white) +
    shape('M820 730 h200 q30 0 26 36 q-14 150 -110 170 h-140 q60 -90 24 -206z', '#2a1c26', 'opacity="0.07"') +
    round(346, 716, 708, 34, 17, lighter(white, 0.6)) +
    oval(700, 730, 320, 9, '#bfe4ee') +
    stroke('M460 936 v22 M940 936 v22', decor.metal, 14) +
    stroke('M1000 716 V620 q0 -30 -36 -30 h-20 v16', decor.metal, 11) +
    round(420, 700, 120, 96, 6, decor.accent) +
    times(3, (index) => stroke(`M430 ${770 - index * 12} h100`, lighter(decor.accent, 0.3), 3)) +
    times(6, (index) => dot(610 + index * 44, 716 - (index % 3) * 9, 24 - (index % 2) * 7, '#ffffff', 'opacity="0.9"'));
  const glow = light.isDark ? oval(1210, 400, 190, 210, '#ffd890', 'opacity="0.24"') : '';
  const vanity =
    `<defs>${fade('mirror', [0, '#cfe3ea'], [1, '#f3f8f8'])}</defs>` +
    glow +
    round(1090, 236, 220, 290, 110, decor.metal) +
    round(1100, 246, 200, 270, 100, 'url(#mirror)') +
    polygon(
      [
        [1140, 290],
        [1180, 264],
        [1130, 430],
        [1106, 440],
      ],
      '#ffffff',
      'opacity="0.4"',
    ) +
    drawShade(1210, 800, 170, 14) +
    box(1060, 632, 300, 160, decor.wood) +
    box(1072, 646, 136, 132, lighter(decor.wood, 0.12)) +
    box(1214, 646, 136, 132, lighter(decor.wood, 0.12)) +
    dot(1196, 712, 6, decor.metal) +
    dot(1226, 712, 6, decor.metal) +
    round(1044, 612, 332, 26, 6, lighter(white, 0.4)) +
    shape('M1130 566 h160 q0 46 -46 46 h-68 q-46 0 -46 -46z', white) +
    oval(1210, 567, 80, 8, darker(white, 0.1)) +
    stroke('M1300 612 V540 q0 -20 -26 -20 h-14 v14', decor.metal, 9) +
    drawVase(room, 1090, 614, 56) +
    round(1330, 574, 22, 38, 6, decor.accent);
  const mat =
    oval(720, 1004, 300, 40, lighter(decor.second, 0.2)) +
    oval(720, 1004, 250, 30, 'none', `stroke="${decor.accent}" stroke-width="5" opacity="0.6"`);
  const towels =
    stroke('M286 520 H344', decor.metal, 8) +
    round(290, 520, 50, 150, 6, decor.fabric) +
    box(290, 640, 50, 10, lighter(decor.fabric, 0.3));
  const drawing =
    drawShell(room, 'tiles') +
    clip +
    group(tiles(), 'clip-path="url(#tiled)"') +
    box(250, 438, 1100, 12, lighter(decor.wall, 0.6)) +
    drawRoomWindow(room, outside, { x: 440, y: 190, w: 520, h: 300, panes: 2, curtains: false }) +
    towels +
    vanity +
    tub +
    mat +
    drawPot(site, 210, 930, 120) +
    drawPot(site, 1440, 980, 96) +
    drawPendant(room, 1030, 130, 34, 'globe');
  return group(drawing, dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}
