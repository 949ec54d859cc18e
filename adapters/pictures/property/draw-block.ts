import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, group, polygon, round, stroke, times } from '#adapters/pictures/svg.ts';
import {
  drawEave,
  drawFootShadow,
  drawPane,
  drawRailing,
  drawWall,
  drawWindow,
  pastel,
  wallColour,
} from './draw-parts.ts';
import { drawBush, drawLeaves, drawPot, drawSpikes } from './draw-plants.ts';
import type { Site } from './site.ts';

/** One storey with its balconies. */
function drawStorey(site: Site, x: number, y: number, w: number, h: number, wall: string): string {
  const { light, dice } = site;
  const bays = 3;
  const wide = w / bays;
  return (
    drawWall(x, y, w, h, wall) +
    times(bays, (bay) => {
      const left = x + bay * wide;
      const inset = bay === 1 ? 46 : 26;
      const plant = dice.chance(0.65)
        ? drawBush(site, left + dice.between(50, wide - 50), y + h - 14, 24)
        : drawSpikes(site, left + dice.between(50, wide - 50), y + h - 14, 40);
      return (
        box(left + 10, y + 14, wide - 20, h - 20, darker(wall, 0.2)) +
        drawPane(site, left + inset, y + 26, wide - inset * 2, h - 34, { columns: 3, rows: 1, frame: '#fdfaf4' }) +
        box(left + 10, y + 14, wide - 20, 22, 'url(#eave)') +
        plant
      );
    }) +
    box(x - 22, y + h - 10, w + 44, 14, light.on('#ffffff')) +
    drawRailing(site, x - 12, y + h - 56, w + 24, 48, 'glass') +
    box(x - 22, y + h + 4, w + 44, 12, 'url(#eave)')
  );
}

/** Homes on several floors, with balconies all along. */
export function drawApartment(site: Site): string {
  const { light, dice, sketch } = site;
  const floors = Math.min(5, Math.max(3, sketch.storeys));
  const high = 108;
  const ground = 850;
  const wall = dice.chance(0.5) ? wallColour(site) : pastel(site);
  const core = light.on(dice.pick(['#c98f63', '#8b9aa5', '#d9b48a', '#a9654a', '#7c8f86']));
  const top = ground - 96 - floors * high;
  const drawing =
    drawFootShadow(400, ground, 860) +
    drawWall(300, top + 120, 190, ground - top - 120, core) +
    times(floors - 1, (index) => drawWindow(site, 368, top + 158 + index * high, 54, 62)) +
    box(290, top + 106, 210, 16, light.on('#ffffff')) +
    times(floors, (index) => drawStorey(site, 490, top + index * high, 600, high, wall)) +
    drawWall(1090, top - 50, 120, ground - top + 50, core, dice.chance(0.5) ? 'planks' : '') +
    times(floors + 1, (index) =>
      drawPane(site, 1126, top - 10 + index * high, 48, 62, { columns: 1, rows: 2, frame: '#fdfaf4' }),
    ) +
    box(1080, top - 64, 140, 16, light.on('#ffffff')) +
    box(466, top - 16, 626, 18, light.on('#ffffff')) +
    drawWall(490, ground - 96, 600, 96, darker(wall, 0.12)) +
    drawEave(490, ground - 96, 600, 30) +
    drawPane(site, 700, ground - 84, 180, 84, { columns: 4, rows: 1, frame: '#3a404c' }) +
    drawPane(site, 530, ground - 78, 120, 56, { columns: 3, rows: 1, frame: '#3a404c' }) +
    drawPane(site, 930, ground - 78, 120, 56, { columns: 3, rows: 1, frame: '#3a404c' }) +
    times(5, (index) => drawBush(site, 330 + index * 66, ground + 8, 34)) +
    times(4, (index) => drawBush(site, 930 + index * 76, ground + 8, 34));
  return group(drawing, dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}

/** The top of a building: a glass home that stands back behind a planted roof terrace. */
export function drawPenthouse(site: Site): string {
  const { light, dice } = site;
  const wall = wallColour(site);
  const wood = light.on(dice.pick(['#a9744a', '#8d5f3f', '#c08a56']));
  const cloth = light.on(dice.pick(['#e9e2d6', '#d98f63', '#7fa0a8']));
  const terrace = 690;
  const parasol = dice.between(300, 380);
  const drawing =
    times(3, (index) => drawStorey(site, 250, 742 + index * 150, 1100, 150, wall)) +
    drawWall(470, 430, 690, terrace - 430, wall) +
    drawEave(470, 430, 690, 40) +
    drawPane(site, 510, 474, 420, terrace - 474, { columns: 5, rows: 1, frame: '#343b47' }) +
    drawWall(960, 430, 60, terrace - 430, light.on('#b98f6c'), 'stones') +
    drawPane(site, 1046, 490, 90, 120, { columns: 1, rows: 1, frame: '#343b47' }) +
    drawWall(620, 330, 330, 84, wall) +
    drawPane(site, 660, 352, 250, 56, { columns: 5, rows: 1, frame: '#343b47' }) +
    box(590, 312, 390, 20, light.on('#ffffff')) +
    box(420, 410, 790, 24, light.on('#ffffff')) +
    box(420, 427, 790, 7, darker(light.on('#e9e2d8'), 0.2)) +
    box(1176, 500, 12, 200, wood) +
    box(1318, 500, 12, 200, wood) +
    box(1150, 490, 200, 14, wood) +
    times(8, (index) => box(1158 + index * 25, 476, 10, 16, darker(wood, 0.14))) +
    box(parasol, 520, 8, 180, light.on('#8b7a68')) +
    polygon(
      [
        [parasol - 110, 560],
        [parasol + 4, 500],
        [parasol + 118, 560],
      ],
      cloth,
    ) +
    polygon(
      [
        [parasol + 4, 500],
        [parasol + 118, 560],
        [parasol + 40, 560],
      ],
      darker(cloth, 0.12),
    ) +
    round(parasol - 90, 662, 150, 22, 8, cloth) +
    round(1190, 650, 130, 40, 10, cloth) +
    drawLeaves(site, 1168, 690, 70) +
    drawLeaves(site, 460, 690, 80) +
    times(5, (index) => drawBush(site, 590 + index * 96, 716, 26)) +
    drawPot(site, 420, 712, 40) +
    drawPot(site, 1120, 712, 44) +
    box(214, 712, 1172, 34, light.on('#ffffff')) +
    box(214, 736, 1172, 10, darker(light.on('#e9e2d8'), 0.16)) +
    drawRailing(site, 228, 644, 1144, 70, 'glass') +
    stroke('M228 712 H1372', lighter(wall, 0.3), 3);
  return group(drawing, dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}
