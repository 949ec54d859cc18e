import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, group, polygon, shape, times } from '#adapters/pictures/svg.ts';
import {
  doorColour,
  drawChimney,
  drawDoor,
  drawEave,
  drawFootShadow,
  drawLamp,
  drawPane,
  drawRailing,
  drawTiles,
  drawWall,
  drawWindow,
  drawWindowBox,
  pastel,
  roofColour,
  shutterColour,
  wallColour,
} from './draw-parts.ts';
import { drawBush, drawPot } from './draw-plants.ts';
import type { Site } from './site.ts';

const GROUND = 850;

/** A row of narrow painted houses. */
export function drawTownhouse(site: Site): string {
  const { light, dice, sketch } = site;
  const floors = Math.min(3, Math.max(2, sketch.storeys));
  let before = '';
  return (
    drawFootShadow(200, GROUND, 1200) +
    times(4, (index) => {
      const x = 200 + index * 300;
      const tall = floors * 146 + dice.between(10, 70) - (index === 3 ? 50 : 0);
      const top = GROUND - tall;
      let wall = pastel(site);
      while (wall === before) wall = pastel(site);
      before = wall;
      const roof = roofColour(site);
      const shutters = shutterColour(site);
      const rows = times(floors - 1, (row) => {
        const y = top + 40 + row * 146;
        const balcony = row === floors - 2 && dice.chance(0.6);
        return (
          drawWindow(site, x + 62, y, 52, 88, shutters) +
          drawWindow(site, x + 186, y, 52, 88, shutters) +
          (balcony
            ? box(x + 30, y + 92, 240, 12, light.on('#e6dccd')) + drawRailing(site, x + 34, y + 44, 232, 50, 'bars')
            : drawWindowBox(site, x + 58, y + 96, 62) + drawWindowBox(site, x + 182, y + 96, 62))
        );
      });
      const arch = dice.chance(0.5);
      return (
        drawWall(x, top, 300, tall, wall) +
        box(x, GROUND - 30, 300, 30, darker(wall, 0.22)) +
        box(x + 292, top, 8, tall, '#1d2440', 'opacity="0.1"') +
        drawChimney(site, x + 200, top - 30, 44, darker(wall, 0.08)) +
        drawTiles(
          [
            [x - 8, top + 6],
            [x + 34, top - 64],
            [x + 266, top - 64],
            [x + 308, top + 6],
          ],
          roof,
        ) +
        box(x - 8, top + 4, 316, 8, darker(roof, 0.3)) +
        drawEave(x, top + 12, 300, 22) +
        rows +
        drawDoor(site, x + 52, GROUND, 76, 118, doorColour(site)) +
        (arch ? shape(`M${x + 43} ${GROUND - 118} a47 40 0 0 1 94 0z`, light.on('#efe5d6')) : '') +
        drawPane(site, x + 178, GROUND - 122, 82, 84, { columns: 2, rows: 2, frame: '#fdf9f2' }) +
        drawLamp(site, x + 152, GROUND - 116) +
        drawPot(site, x + 26, GROUND + 10, 30)
      );
    })
  );
}

/** Two homes that mirror each other under one roof. */
export function drawDuplex(site: Site): string {
  const { light, dice } = site;
  const wall = wallColour(site);
  const roof = roofColour(site);
  const accent = light.on(dice.pick(['#d98f63', '#7fa0a8', '#b98d6a', '#8fa37c', '#cfae7e']));
  const door = doorColour(site);
  const frame = dice.pick(['#3a404c', '#fdf9f2']);
  const half =
    drawWall(330, 470, 470, 380, wall) +
    drawWall(330, 470, 200, 380, accent, dice.chance(0.5) ? 'planks' : '') +
    drawEave(330, 470, 470) +
    drawTiles(
      [
        [296, 478],
        [420, 372],
        [800, 372],
        [800, 478],
      ],
      roof,
    ) +
    box(296, 474, 504, 9, darker(roof, 0.3)) +
    drawTiles(
      [
        [300, 500],
        [430, 388],
        [560, 500],
      ],
      lighter(roof, 0.08),
    ) +
    polygon(
      [
        [348, 498],
        [430, 426],
        [512, 498],
      ],
      accent,
    ) +
    drawPane(site, 372, 528, 116, 100, { columns: 2, rows: 1, frame }) +
    drawPane(site, 586, 520, 160, 130, { columns: 3, rows: 1, frame }) +
    box(556, 656, 244, 16, light.on('#ffffff')) +
    drawRailing(site, 562, 600, 236, 56, 'glass') +
    drawEave(556, 672, 244, 40) +
    drawPane(site, 372, 706, 116, 96, { columns: 2, rows: 1, frame }) +
    drawDoor(site, 574, GROUND, 76, 140, door) +
    drawPane(site, 686, 712, 84, 138, { columns: 2, rows: 1, frame }) +
    drawLamp(site, 664, 730) +
    drawBush(site, 380, GROUND + 4, 42) +
    drawBush(site, 462, GROUND + 4, 36) +
    drawPot(site, 548, GROUND + 8, 36);
  return (
    drawFootShadow(310, GROUND, 980) +
    half +
    group(half, 'transform="translate(1600 0) scale(-1 1)"') +
    box(795, 372, 10, 478, '#1d2440', 'opacity="0.12"') +
    drawChimney(site, 777, 376, 40, wall)
  );
}
