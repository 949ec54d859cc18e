import { darker, lighter } from '#adapters/pictures/colour.ts';
import { drawPot } from '#adapters/pictures/property/draw-plants.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, group, oval, round, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';
import { drawRoomWindow, drawShell } from './draw-shell.ts';
import {
  drawBooks,
  drawCushion,
  drawFloorLamp,
  drawFrame,
  drawPendant,
  drawRug,
  drawShade,
  drawVase,
} from './draw-things.ts';

function drawSofa({ decor }: Room, x: number, floor: number, w: number): string {
  const { fabric } = decor;
  const seat = (w - 84) / 3;
  return (
    drawShade(x + w / 2, floor + 4, w * 0.53, 20) +
    times(2, (index) => box(x + 30 + index * (w - 74), floor - 22, 14, 24, decor.wood)) +
    round(x + 24, floor - 232, w - 48, 170, 34, darker(fabric, 0.1)) +
    times(3, (index) => round(x + 42 + index * seat, floor - 220, seat - 6, 120, 22, fabric)) +
    round(x + 30, floor - 78, w - 60, 62, 16, darker(fabric, 0.16)) +
    times(3, (index) => round(x + 42 + index * seat, floor - 112, seat - 5, 58, 18, lighter(fabric, 0.1))) +
    round(x, floor - 160, 66, 146, 28, darker(fabric, 0.06)) +
    round(x + w - 66, floor - 160, 66, 146, 28, darker(fabric, 0.12)) +
    drawCushion(x + 118, floor - 146, 96, decor.accent, -9) +
    drawCushion(x + 190, floor - 136, 80, lighter(decor.second, 0.2), 7) +
    drawCushion(x + w - 130, floor - 144, 92, decor.second, 10)
  );
}

function drawArmchair({ decor }: Room, x: number, floor: number): string {
  const cloth = decor.accent;
  return (
    drawShade(x + 100, floor + 4, 120, 14) +
    stroke(`M${x + 34} ${floor - 40} l-12 42 M${x + 168} ${floor - 40} l12 42`, decor.wood, 11) +
    round(x + 22, floor - 226, 158, 170, 52, darker(cloth, 0.12)) +
    round(x + 42, floor - 204, 118, 122, 40, cloth) +
    round(x, floor - 130, 48, 94, 24, darker(cloth, 0.18)) +
    round(x + 154, floor - 130, 48, 94, 24, darker(cloth, 0.22)) +
    round(x + 34, floor - 96, 134, 56, 22, lighter(cloth, 0.12)) +
    drawCushion(x + 102, floor - 130, 70, lighter(decor.second, 0.25), 6)
  );
}

function drawTable(room: Room, x: number, y: number): string {
  const { decor } = room;
  return (
    drawShade(x, y + 62, 170, 18) +
    stroke(
      `M${x - 100} ${y + 8} l-20 54 M${x + 100} ${y + 8} l20 54 M${x} ${y + 10} v56`,
      darker(decor.wood, 0.14),
      10,
    ) +
    oval(x, y + 8, 172, 34, darker(decor.wood, 0.16)) +
    oval(x, y, 172, 34, lighter(decor.wood, 0.1)) +
    drawVase(room, x + 62, y, 64) +
    round(x - 106, y - 12, 96, 12, 3, decor.accent) +
    round(x - 96, y - 22, 78, 10, 3, '#f8f2e8') +
    oval(x + 4, y + 6, 26, 7, '#ffffff', 'opacity="0.7"')
  );
}

function drawShelf(room: Room, x: number): string {
  const { decor, site } = room;
  return times(3, (row) => {
    const y = 320 + row * 120;
    const things =
      row % 2 === 0
        ? drawBooks(room, x + 12, y, 6) + drawVase(room, x + 150, y, 42)
        : drawPot(site, x + 44, y, 34) + drawBooks(room, x + 96, y, 5);
    return box(x, y + 12, 186, 8, '#2a1c26', 'opacity="0.1"') + box(x, y, 186, 12, decor.wood) + things;
  });
}

/** A living room around its view. */
export function drawLivingRoom(room: Room, outside: Site): string {
  const { site } = room;
  const { dice } = site;
  const window = dice.pick([
    { x: 480, y: 220, w: 660, h: 380, panes: 3, curtains: true },
    { x: 520, y: 230, w: 560, h: 360, panes: 2, curtains: true },
    { x: 470, y: 200, w: 700, h: 510, panes: 4, curtains: false },
  ]);
  const sofa = dice.between(440, 520);
  const side = window.curtains && dice.chance(0.5) ? '' : drawFrame(room, 296, 236, 108, 140);
  const drawing =
    drawShell(room) +
    drawRoomWindow(room, outside, window) +
    (side === '' ? group(drawShelf(room, 0), 'transform="translate(262 40) scale(0.68 1)"') : side) +
    drawFrame(room, 1226, 250, 90, 116) +
    drawFloorLamp(room, 400, 800, 386) +
    drawPot(site, 1290, 776, 120) +
    drawRug(room, 790, 930, 1050, 190) +
    drawSofa(room, sofa, 850, 620) +
    drawArmchair(room, 1150, 924) +
    drawTable(room, 740, 924) +
    drawPendant(room, 800, 150, 58, dice.pick(['dome', 'globe', 'basket'])) +
    drawPot(site, 150, 1010, 130);
  return group(drawing, dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}
