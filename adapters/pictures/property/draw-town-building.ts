import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, group, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import {
  doorColour,
  drawAwning,
  drawDoor,
  drawEave,
  drawFootShadow,
  drawPane,
  drawRailing,
  drawTiles,
  drawWall,
  drawWindow,
  drawWindowBox,
  pastel,
  roofColour,
} from './draw-parts.ts';
import { drawPot } from './draw-plants.ts';
import type { Site } from './site.ts';

const GROUND = 850;

/** A brick workshop turned into homes: tall gridded windows, a water tank. */
export function drawLoft(site: Site): string {
  const { light, dice, sketch } = site;
  const brick = light.on(dice.pick(['#b0583f', '#9c4f3f', '#c0714f', '#8f5a4c']));
  const iron = dice.pick(['#2f353f', '#3f4f4a', '#4a3f3a']);
  const floors = Math.min(4, Math.max(2, sketch.storeys));
  const high = 500 / floors;
  const top = 310;
  const bays = dice.pick([4, 5]);
  const wide = 900 / bays;
  const tank = dice.between(480, 1000);
  return (
    drawFootShadow(330, GROUND, 940) +
    stroke(
      `M${tank + 12} 300 V210 M${tank + 98} 300 V210 M${tank + 12} 296 L${tank + 98} 220 M${tank + 98} 296 L${tank + 12} 220`,
      light.on(iron),
      7,
    ) +
    round(tank, 120, 110, 100, 8, light.on('#8b6547')) +
    round(tank, 120, 110, 100, 8, 'url(#planks)') +
    polygon(
      [
        [tank - 10, 124],
        [tank + 55, 74],
        [tank + 120, 124],
      ],
      light.on(iron),
    ) +
    drawWall(350, top, 900, GROUND - top, brick, 'bricks') +
    box(330, top - 20, 940, 30, darker(brick, 0.2)) +
    times(19, (index) => box(340 + index * 50, top + 10, 22, 14, darker(brick, 0.2))) +
    drawEave(350, top + 10, 900, 26) +
    times(floors, (floor) =>
      times(bays, (bay) => {
        const x = 350 + bay * wide + 24;
        const y = top + 46 + floor * high;
        const h = high - 46;
        if (floor === floors - 1 && bay === 1)
          return (
            drawAwning(site, x - 12, y + 4, wide - 24, 30, '#3f7482') +
            drawDoor(site, x + 16, GROUND, wide - 80, h - 10, '#2f353f')
          );
        return (
          shape(`M${x - 8} ${y + h} V${y + 10} q${wide / 2 - 16} -44 ${wide - 32} 0 V${y + h}z`, lighter(brick, 0.3)) +
          drawPane(site, x, y + 8, wide - 48, h - 8, {
            columns: 4,
            rows: Math.max(3, Math.round(h / 42)),
            frame: iron,
          }) +
          box(x - 10, y + h, wide - 28, 10, light.on('#d6c3ae'))
        );
      }),
    ) +
    drawPot(site, 372, GROUND + 8, 46) +
    drawPot(site, 1226, GROUND + 8, 46)
  );
}

/** A slender town building with a café below and a painter's window under the roof. */
export function drawStudio(site: Site): string {
  const { light, dice, sketch } = site;
  const wall = pastel(site);
  const roof = light.on(dice.pick(['#5d6b7d', '#6f5a63', '#4f6470']));
  const trim = light.on('#fffaf2');
  const floors = Math.min(4, Math.max(2, sketch.storeys - 1));
  const top = GROUND - 150 - floors * 128;
  const neighbour = (x: number, w: number, y: number) => {
    const colour = light.far(dice.pick(['#e9d7bd', '#d9b9a0', '#c9cfcf', '#efdfc6']), 0.1);
    return (
      drawWall(x, y, w, GROUND - y, colour) +
      times(3, (row) =>
        times(w / 110, (column) => drawWindow(site, x + 36 + column * 110, y + 50 + row * 140, 44, 78)),
      ) +
      drawTiles(
        [
          [x - 6, y + 4],
          [x + 20, y - 44],
          [x + w - 20, y - 44],
          [x + w + 6, y + 4],
        ],
        darker(roofColour(site), 0.1),
      )
    );
  };
  const skylight = `M640 ${top} V${top - 70} Q800 ${top - 190} 960 ${top - 70} V${top}z`;
  return (
    neighbour(220, 330, top + 90) +
    neighbour(1050, 330, top + 40) +
    drawFootShadow(520, GROUND, 560) +
    drawWall(540, top, 520, GROUND - top, wall) +
    shape(`M530 ${top + 6} L566 ${top - 120} Q800 ${top - 190} 1034 ${top - 120} L1070 ${top + 6}z`, roof) +
    shape(skylight, trim) +
    `<clipPath id="skylight"><path d="${skylight}"/></clipPath>` +
    group(
      drawPane(site, 652, top - 152, 296, 146, { columns: 6, rows: 3, frame: '#fffaf2' }),
      'clip-path="url(#skylight)"',
    ) +
    stroke(skylight, trim, 10) +
    box(524, top - 2, 552, 18, trim) +
    drawEave(540, top + 16, 520, 22) +
    times(floors, (floor) =>
      times(3, (column) => {
        const x = 590 + column * 160;
        const y = top + 40 + floor * 128;
        const door = column === 1;
        return (
          drawWindow(site, x, y, 60, 78) +
          (door
            ? box(x - 30, y + 84, 120, 10, trim) + drawRailing(site, x - 26, y + 44, 112, 42, 'bars')
            : drawWindowBox(site, x - 2, y + 90, 64))
        );
      }),
    ) +
    box(540, GROUND - 150, 520, 16, trim) +
    drawPane(site, 572, GROUND - 112, 170, 96, { columns: 2, rows: 1, frame: '#3a404c' }) +
    drawPane(site, 870, GROUND - 112, 160, 96, { columns: 2, rows: 1, frame: '#3a404c' }) +
    drawDoor(site, 774, GROUND, 66, 124, doorColour(site)) +
    drawAwning(site, 556, GROUND - 134, 202, 36, dice.pick(['#c2553f', '#3f7482', '#587f5c'])) +
    drawAwning(site, 856, GROUND - 134, 190, 36, '#d9964a') +
    drawPot(site, 556, GROUND + 8, 36) +
    drawPot(site, 1046, GROUND + 8, 36)
  );
}
