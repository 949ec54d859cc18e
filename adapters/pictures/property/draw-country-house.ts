import { darker, lighter } from '#adapters/pictures/colour.ts';
import { box, dot, group, polygon, round, stroke, times } from '#adapters/pictures/svg.ts';
import {
  doorColour,
  drawArch,
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
  roofColour,
  shutterColour,
  wallColour,
} from './draw-parts.ts';
import { drawBush, drawPot } from './draw-plants.ts';
import type { Site } from './site.ts';

const flipped = (site: Site, drawing: string): string =>
  group(drawing, site.dice.chance(0.5) ? 'transform="translate(1600 0) scale(-1 1)"' : '');

/** An old country house: tiles, arches, shutters, a low wing. */
export function drawFinca(site: Site): string {
  const { light, dice, sketch } = site;
  const wall = wallColour(site);
  const roof = roofColour(site);
  const stone = light.on('#c9ad86');
  const shutters = shutterColour(site);
  const tall = sketch.storeys > 1;
  const top = tall ? 452 : 590;
  const wing = dice.between(236, 290);
  const ground = 850;

  const upstairs = tall ? times(3, (index) => drawWindow(site, 560 + index * 190, 500, 62, 92, shutters)) : '';
  const porch =
    box(500, 660, 560, ground - 660, darker(wall, 0.3)) +
    drawDoor(site, 742, ground, 78, 150, doorColour(site)) +
    drawPane(site, 560, 716, 90, 90, { columns: 2, rows: 2, frame: '#7a5a43' }) +
    drawPane(site, 912, 716, 90, 90, { columns: 2, rows: 2, frame: '#7a5a43' }) +
    times(4, (index) => box(488 + index * 184, 700, 34, ground - 700, wall)) +
    times(3, (index) => {
      const left = 522 + index * 184;
      return `<path d="M${left - 34} 640 H${left + 184} V${ground} H${left + 150} V776 a75 75 0 0 0 -150 0 V${ground} H${left - 34}z" fill="${wall}"/>${stroke(`M${left} 776 a75 75 0 0 1 150 0`, stone, 9)}`;
    });
  const tower = dice.chance(0.5)
    ? drawWall(1010, top - 110, 190, ground - top + 110, lighter(wall, 0.12)) +
      drawEave(1010, top - 92, 190, 24) +
      drawArch(site, 1060, top + 20, 90, 86, '#6b5748') +
      drawTiles(
        [
          [990, top - 88],
          [1105, top - 160],
          [1220, top - 88],
        ],
        roof,
      ) +
      drawWindow(site, 1072, 700, 66, 92, shutters)
    : '';
  return flipped(
    site,
    drawFootShadow(wing, ground, 960) +
      drawChimney(site, 620, top - 70, 60, wall) +
      drawWall(wing, 668, 260, ground - 668, lighter(wall, 0.06), 'stones') +
      drawEave(wing, 668, 260) +
      drawWindow(site, wing + 92, 720, 66, 74, shutters) +
      drawTiles(
        [
          [wing - 24, 676],
          [wing + 44, 606],
          [520, 606],
          [520, 676],
        ],
        darker(roof, 0.06),
      ) +
      drawWall(480, top, 640, ground - top, wall) +
      drawEave(480, top, 640) +
      upstairs +
      drawTiles(
        [
          [452, top + 6],
          [530, top - 92],
          [1070, top - 92],
          [1148, top + 6],
        ],
        roof,
      ) +
      box(452, top + 4, 696, 7, darker(roof, 0.28)) +
      porch +
      drawTiles(
        [
          [470, 668],
          [504, 628],
          [1066, 628],
          [1098, 668],
        ],
        lighter(roof, 0.07),
      ) +
      tower +
      times(3, (index) => drawBush(site, 470 - index * 66, ground + 4, 44)) +
      drawPot(site, 708, ground + 12, 40) +
      drawPot(site, 858, ground + 12, 40),
  );
}

/** A long low house with a wide roof and a porch on columns. */
export function drawBungalow(site: Site): string {
  const { light, dice } = site;
  const wall = wallColour(site);
  const roof = roofColour(site);
  const shutters = shutterColour(site);
  const ground = 850;
  const ridgeLeft = dice.between(450, 540);
  const porch = dice.between(640, 740);
  return flipped(
    site,
    drawFootShadow(290, ground, 1020) +
      drawChimney(site, 560, 520, 56, wall) +
      drawWall(320, 620, 960, ground - 620, wall) +
      drawEave(320, 624, 960, 44) +
      box(320, ground - 34, 960, 34, light.on('#c7b291')) +
      box(320, ground - 34, 960, 34, 'url(#stones)') +
      drawWindow(site, 418, 690, 92, 100, shutters) +
      drawPane(site, 1010, 676, 200, 134, { columns: 3, rows: 1, frame: '#fdf9f2' }) +
      box(1000, 816, 220, 9, light.on('#e6dccd')) +
      drawTiles(
        [
          [270, 634],
          [ridgeLeft, 480],
          [1120, 480],
          [1330, 634],
        ],
        roof,
      ) +
      box(270, 630, 1060, 9, darker(roof, 0.3)) +
      box(porch - 80, 640, 380, ground - 640, darker(wall, 0.24)) +
      drawDoor(site, porch + 10, ground, 80, 150, doorColour(site)) +
      drawPane(site, porch + 138, 700, 100, 150, { columns: 2, rows: 1, frame: '#fdf9f2' }) +
      drawLamp(site, porch - 22, 720) +
      drawTiles(
        [
          [porch - 112, 640],
          [porch + 110, 520],
          [porch + 332, 640],
        ],
        lighter(roof, 0.08),
      ) +
      polygon(
        [
          [porch - 44, 638],
          [porch + 110, 556],
          [porch + 264, 638],
        ],
        wall,
      ) +
      dot(porch + 110, 606, 20, 'url(#glass)') +
      box(porch - 112, 636, 444, 12, light.on('#fffaf2')) +
      times(
        4,
        (index) =>
          round(porch - 88 + index * 124, 646, 22, ground - 646, 3, light.on('#fffaf2')) +
          box(porch - 76 + index * 124, 646, 10, ground - 646, '#1d2440', 'opacity="0.1"'),
      ) +
      drawPot(site, porch - 130, ground + 8, 46) +
      drawWindowBox(site, 410, 804, 108),
  );
}

/** A mountain house: stone below, timber above, a roof that nearly reaches the ground. */
export function drawChalet(site: Site): string {
  const { light, dice, sketch } = site;
  const wood = light.on(dice.pick(['#a8683f', '#8f5a3b', '#b57d4c', '#7a4f3a']));
  const stone = light.on('#b3a897');
  const roof = light.on(dice.pick(['#5a4a48', '#6d4438', '#4b5560']));
  const ground = 850;
  const peak = sketch.storeys > 2 ? 300 : 356;
  const beam = lighter(wood, 0.2);
  const eave = 640;
  const gable = [
    [460, eave],
    [800, peak + 30],
    [1140, eave],
  ] as const;
  const face = [
    [480, 700],
    [480, 614],
    [800, peak - 8],
    [1120, 614],
    [1120, 700],
  ] as const;
  return (
    drawFootShadow(440, ground, 740) +
    drawChimney(site, 960, peak + 150, 130, stone) +
    drawWall(480, 690, 640, ground - 690, stone, 'stones') +
    polygon(face, wood) +
    polygon(face, 'url(#planks)') +
    drawPane(site, 700, 540, 200, 118, { columns: 4, rows: 1, frame: '#f3e4cf' }) +
    polygon(
      [
        [730, 520],
        [800, 452],
        [870, 520],
      ],
      'url(#glass)',
    ) +
    stroke('M730 520 L800 452 L870 520 Z M800 452 V520', light.on('#f3e4cf'), 7) +
    drawWindow(site, 556, 596, 70, 70, '#4f6f52') +
    drawWindow(site, 974, 596, 70, 70, '#4f6f52') +
    box(456, 690, 688, 18, darker(wood, 0.24)) +
    drawEave(480, 706, 640, 46) +
    drawRailing(site, 470, 640, 660, 54, 'bars') +
    box(462, 634, 676, 10, beam) +
    times(6, (index) => drawWindowBox(site, 484 + index * 110, 686, 84)) +
    drawDoor(site, 762, ground, 80, 134, doorColour(site)) +
    drawWindow(site, 560, 748, 92, 66) +
    drawWindow(site, 950, 748, 92, 66) +
    drawLamp(site, 730, 752) +
    drawLamp(site, 874, 752) +
    polygon(
      [
        [390, 700],
        [800, peak - 6],
        [1210, 700],
        [1210, 664],
        [800, peak - 44],
        [390, 664],
      ],
      roof,
    ) +
    polygon(
      [
        [800, peak - 44],
        [1210, 664],
        [1210, 700],
        [800, peak - 6],
      ],
      darker(roof, 0.2),
    ) +
    stroke(`M${gable[0][0] - 60} ${eave + 62} L800 ${peak} L${gable[2][0] + 60} ${eave + 62}`, beam, 7) +
    times(3, (index) => drawBush(site, 400 + index * 52, ground + 6, 36)) +
    drawPot(site, 1100, ground + 10, 44)
  );
}
