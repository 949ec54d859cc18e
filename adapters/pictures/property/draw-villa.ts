import { darker } from '#adapters/pictures/colour.ts';
import { box, group, round, times } from '#adapters/pictures/svg.ts';
import {
  doorColour,
  drawDoor,
  drawEave,
  drawFootShadow,
  drawLamp,
  drawPane,
  drawRailing,
  drawWall,
  wallColour,
} from './draw-parts.ts';
import { drawPot } from './draw-plants.ts';
import type { Site } from './site.ts';

const slab = (site: Site, x: number, y: number, w: number) =>
  box(x, y, w, 24, site.light.on('#ffffff')) + box(x, y + 17, w, 7, darker(site.light.on('#e9e2d8'), 0.18));

/** A modern villa: white volumes, long slabs, much glass. */
export function drawVilla(site: Site): string {
  const { light, dice, sketch } = site;
  const wall = wallColour(site);
  const stone = light.on(dice.pick(['#c2a783', '#a89a8a', '#b98f6c', '#8f8d8a']));
  const wood = light.on(dice.pick(['#a9744a', '#8d5f3f', '#c08a56']));
  const frame = dice.pick(['#343b47', '#fdfaf4', '#5b4636']);
  const stoneLeft = dice.between(330, 380);
  const upperLeft = dice.between(470, 560);
  const upperWide = dice.between(520, 610);
  const ground = 850;

  const upper =
    drawWall(upperLeft, 432, upperWide, 190, wall) +
    drawEave(upperLeft, 432, upperWide) +
    drawPane(site, upperLeft + 44, 470, upperWide * 0.46, 150, { columns: 3, rows: 1, frame }) +
    times(9, (index) => box(upperLeft + upperWide * 0.62 + index * 17, 456, 9, 166, wood)) +
    drawPane(site, upperLeft + upperWide * 0.62 + 168, 476, Math.max(40, upperWide * 0.38 - 204), 110, {
      columns: 1,
      rows: 1,
      frame,
    }) +
    slab(site, upperLeft - 46, 410, upperWide + 92) +
    drawRailing(site, upperLeft - 20, 566, upperWide * 0.6, 60, 'glass');
  const top =
    sketch.storeys > 2
      ? drawWall(upperLeft + 90, 286, upperWide * 0.5, 128, wall) +
        drawEave(upperLeft + 90, 286, upperWide * 0.5) +
        drawPane(site, upperLeft + 120, 320, upperWide * 0.36, 90, { columns: 3, rows: 1, frame }) +
        slab(site, upperLeft + 56, 266, upperWide * 0.5 + 74)
      : '';
  const lower =
    drawWall(400, 640, 800, ground - 640, wall) +
    drawEave(400, 640, 800, 44) +
    drawPane(site, 610, 678, 370, ground - 686, { columns: 4, rows: 1, frame }) +
    drawWall(stoneLeft, 606, 210, ground - 606, stone, 'stones') +
    drawDoor(site, 1050, ground, 74, 150, doorColour(site)) +
    drawLamp(site, 1022, 740) +
    drawPane(site, stoneLeft + 58, 690, 92, 92, { columns: 2, rows: 1, frame }) +
    slab(site, stoneLeft - 26, 586, 250) +
    slab(site, 380, 618, 860) +
    round(1222, 642, 12, ground - 642, 2, light.on('#e9e2d8')) +
    drawPot(site, 1160, ground + 6, 44) +
    drawPot(site, 590, ground + 8, 36);
  const flip = dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '';
  return group(drawFootShadow(340, ground, 900) + (sketch.storeys > 1 ? top + upper : '') + lower, flip);
}
