import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { drawPot } from '#adapters/pictures/property/draw-plants.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, dot, group, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';
import { drawRoomWindow, drawShell } from './draw-shell.ts';
import { drawCushion, drawFrame, drawPendant, drawRug, drawShade } from './draw-things.ts';

function drawNightstand({ site, decor }: Room, x: number): string {
  const glow = site.light.isDark ? dot(x + 55, 596, 130, '#ffd890', 'opacity="0.26"') : '';
  return (
    drawShade(x + 55, 790, 70, 10) +
    round(x, 668, 110, 116, 6, decor.wood) +
    round(x + 10, 682, 90, 40, 4, lighter(decor.wood, 0.14)) +
    round(x + 10, 730, 90, 40, 4, lighter(decor.wood, 0.14)) +
    dot(x + 55, 702, 5, decor.metal) +
    dot(x + 55, 750, 5, decor.metal) +
    glow +
    round(x + 42, 622, 26, 46, 10, decor.accent) +
    polygon(
      [
        [x + 26, 560],
        [x + 84, 560],
        [x + 102, 626],
        [x + 8, 626],
      ],
      site.light.isDark ? '#ffe8b8' : '#fdf6e8',
    )
  );
}

function drawBed({ decor }: Room, x: number): string {
  const linen = mix('#fdfaf5', decor.wall, 0.16);
  const throwOver = decor.accent;
  const w = 600;
  return (
    drawShade(x + w / 2, 990, w * 0.56, 24) +
    round(x - 20, 470, w + 40, 330, 30, darker(decor.fabric, 0.08)) +
    times(5, (index) => stroke(`M${x + 80 + index * 110} 484 V680`, darker(decor.fabric, 0.2), 4)) +
    round(x + 26, 604, 250, 116, 40, linen) +
    round(x + w - 276, 604, 250, 116, 40, linen) +
    stroke(`M${x + 60} 690 q90 26 180 0 M${x + w - 240} 690 q90 26 180 0`, darker(linen, 0.12), 5) +
    drawCushion(x + 210, 690, 112, decor.second, -6) +
    drawCushion(x + w - 210, 690, 112, decor.second, 6) +
    drawCushion(x + w / 2, 706, 100, throwOver, 0) +
    shape(`M${x} 736 q${w / 2} -34 ${w} 0 l64 210 q4 30 -30 34 h${-w - 68} q-34 -4 -30 -34z`, linen) +
    shape(`M${x} 736 q${w / 2} -34 ${w} 0 l12 38 q${-w / 2 - 12} -30 ${-w - 24} 0z`, lighter(linen, 0.6)) +
    shape(`M${x - 34} 846 q${w / 2 + 34} -36 ${w + 68} 0 l20 66 q${-w / 2 - 54} -34 ${-w - 108} 0z`, throwOver) +
    stroke(`M${x - 44} 880 q${w / 2 + 44} -36 ${w + 88} 0`, lighter(throwOver, 0.25), 5) +
    stroke(`M${x + 110} 770 q-30 90 -40 190 M${x + w - 130} 770 q30 90 40 190`, darker(linen, 0.09), 5)
  );
}

/** A bedroom: the bed below its window, or beside it. */
export function drawBedroom(room: Room, outside: Site): string {
  const { site, decor } = room;
  const { dice } = site;
  const beside = dice.chance(0.5);
  const bed = beside ? 370 : 500;
  const window = beside
    ? { x: 1080, y: 220, w: 220, h: 440, panes: 2, curtains: true }
    : { x: 560, y: 190, w: 480, h: 290, panes: 2, curtains: true };
  const art = beside
    ? drawFrame(room, 450, 250, 130, 160) + drawFrame(room, 620, 250, 130, 160) + drawFrame(room, 790, 250, 130, 160)
    : drawFrame(room, 310, 270, 90, 116) + drawFrame(room, 1200, 270, 90, 116);
  const panel = dice.chance(0.5)
    ? box(250, 440, 1100, 264, mix(decor.fabric, decor.wall, 0.55)) +
      times(19, (index) => stroke(`M${280 + index * 58} 444 V700`, '#2a1c26', 2, 'opacity="0.07"')) +
      box(250, 432, 1100, 10, lighter(decor.wall, 0.6))
    : '';
  const bench =
    round(bed + 40, 962, 520, 44, 18, decor.fabric) +
    stroke(`M${bed + 90} 1004 v44 M${bed + 510} 1004 v44`, decor.wood, 12);
  const drawing =
    drawShell(room) +
    panel +
    drawRoomWindow(room, outside, window) +
    art +
    drawRug(room, bed + 300, 950, 1000, 210) +
    drawNightstand(room, bed - 160) +
    (beside ? '' : drawNightstand(room, bed + 650)) +
    drawBed(room, bed) +
    bench +
    drawPot(site, beside ? 1180 : 1400, beside ? 850 : 880, 100) +
    (dice.chance(0.6) ? drawPendant(room, bed + 300, 120, 56, dice.pick(['globe', 'basket', 'dome'])) : '') +
    drawPot(site, 130, 1000, 100);
  return group(drawing, dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}
