import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { drawLounger, drawParasol } from '#adapters/pictures/property/draw-grounds.ts';
import { drawRailing } from '#adapters/pictures/property/draw-parts.ts';
import { drawBush, drawPot } from '#adapters/pictures/property/draw-plants.ts';
import { drawScene } from '#adapters/pictures/property/draw-scene.ts';
import { drawTree } from '#adapters/pictures/property/draw-tree.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, dot, group, oval, polygon, round, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Decor } from './decor.ts';
import { drawCushion, drawShade } from './draw-things.ts';

type Furnished = { readonly site: Site; readonly decor: Decor };

function drawBench({ decor }: Furnished, x: number, floor: number, w: number): string {
  const cloth = lighter(decor.fabric, 0.2);
  return (
    drawShade(x + w / 2, floor + 2, w * 0.54, 16) +
    box(x, floor - 150, 14, 150, decor.wood) +
    box(x + w - 14, floor - 150, 14, 150, decor.wood) +
    box(x, floor - 62, w, 22, decor.wood) +
    times(3, (index) => box(x, floor - 148 + index * 30, w, 12, lighter(decor.wood, 0.08))) +
    round(x + 16, floor - 152, w / 2 - 20, 84, 18, cloth) +
    round(x + w / 2 + 4, floor - 152, w / 2 - 20, 84, 18, cloth) +
    round(x + 10, floor - 96, w - 20, 42, 14, lighter(cloth, 0.2)) +
    drawCushion(x + 76, floor - 122, 76, decor.accent, -8) +
    drawCushion(x + w - 80, floor - 122, 76, decor.second, 9)
  );
}

function drawDining({ decor }: Furnished, x: number, y: number): string {
  const chair = (at: number, lean: number) =>
    stroke(
      `M${at} ${y + 96} V${y + 20} H${at + lean * 66} V${y + 96} M${at} ${y + 20} L${at - lean * 14} ${y - 66}`,
      darker(decor.metal, 0.1),
      9,
    ) + round(Math.min(at, at + lean * 66) - 4, y + 10, 76, 16, 8, decor.accent);
  return (
    drawShade(x, y + 100, 220, 18) +
    chair(x - 210, 1) +
    chair(x + 210, -1) +
    stroke(`M${x - 96} ${y} V${y + 98} M${x + 96} ${y} V${y + 98}`, decor.wood, 11) +
    round(x - 140, y - 18, 280, 20, 6, lighter(decor.wood, 0.14)) +
    oval(x, y - 22, 56, 9, '#fdfaf4') +
    dot(x - 16, y - 34, 13, '#e9a13f') +
    dot(x + 8, y - 36, 13, '#d9534a') +
    shape(
      `M${x + 74} ${y - 66} h22 q2 22 -8 26 v20 h-6 v-20 q-10 -4 -8 -26z M${x - 98} ${y - 66} h22 q2 22 -8 26 v20 h-6 v-20 q-10 -4 -8 -26z`,
      '#ffffff',
      'opacity="0.7"',
    )
  );
}

/** A terrace before the country around. */
export function drawTerrace(outside: Site, decor: Decor): string {
  const { light, dice, sketch } = outside;
  const furnished = { site: outside, decor };
  const floor = light.on(dice.pick(['#dccbb0', '#d3a983', '#cfc8bd', '#c0906a']));
  const high = sketch.storeys > 2 || sketch.kind === 'penthouse' || sketch.kind === 'apartment';
  const beam = light.on(decor.wood);
  const ground =
    polygon(
      [
        [-20, 760],
        [1620, 760],
        [1660, 1067],
        [-60, 1067],
      ],
      floor,
    ) +
    times(13, (index) => stroke(`M${100 + index * 118} 760 L${-260 + index * 176} 1067`, darker(floor, 0.12), 2.6)) +
    [792, 838, 900, 980].map((y) => stroke(`M0 ${y} H1600`, darker(floor, 0.12), 2.4)).join('');
  const edge = high
    ? drawRailing(outside, -10, 640, 1620, 124, dice.pick(['glass', 'bars']))
    : box(-20, 690, 1640, 74, light.on('#f5efe4')) +
      box(-20, 684, 1640, 16, light.on('#e3d5bf')) +
      times(9, (index) => drawBush(outside, 60 + index * 190 + dice.between(-30, 30), 690, 46));
  const roof = dice.chance(0.6)
    ? box(60, 60, 26, 720, beam) +
      box(1514, 60, 26, 720, beam) +
      box(0, 86, 1600, 26, beam) +
      times(15, (index) =>
        polygon(
          [
            [index * 116 - 30, 0],
            [index * 116 + 2, 0],
            [index * 110 + 40, 88],
            [index * 110 + 18, 88],
          ],
          darker(beam, 0.12),
        ),
      ) +
      times(24, (index) =>
        dot(
          20 + index * 68,
          112 + dice.between(-16, 34),
          dice.between(16, 34),
          mix(light.on('#6fa05a'), '#ffffff', dice.between(0, 0.15)),
        ),
      ) +
      times(16, () => dot(dice.between(0, 1600), 112 + dice.between(-10, 50), 9, light.on('#e0569a')))
    : '';
  const bulbs = light.isDark
    ? times(4, (arc) => stroke(`M${arc * 400} 120 q200 110 400 0`, '#2b2f38', 3)) +
      times(20, (index) => {
        const t = (index % 5) / 5 + 0.1;
        const x = (Math.floor(index / 5) + t) * 400;
        const y = 120 + 220 * t * (1 - t);
        return dot(x, y + 8, 26, '#ffd890', 'opacity="0.3"') + dot(x, y + 8, 8, '#fff2c8');
      })
    : '';
  const table =
    drawShade(560, 1030, 120, 12) +
    stroke('M490 990 v40 M630 990 v40', darker(beam, 0.1), 9) +
    round(460, 976, 200, 18, 8, lighter(beam, 0.2));
  const seats = dice.chance(0.6)
    ? drawBench(furnished, 330, 930, 460) + table + drawDining(furnished, 1150, 870)
    : drawParasol(outside, 560, 960, 1.7) +
      drawLounger(outside, 330, 920, 1.7) +
      drawLounger(outside, 690, 950, 1.7) +
      drawDining(furnished, 1220, 870);
  const lamplight = light.isDark
    ? '<radialGradient id="lamplight"><stop offset="0" stop-color="#ffc983" stop-opacity="0.5"/><stop offset="1" stop-color="#ffc983" stop-opacity="0"/></radialGradient>' +
      oval(800, 920, 900, 260, 'url(#lamplight)')
    : '';
  const drawing =
    drawScene(outside) +
    drawTree(outside, sketch.trees, 190, 790, high ? 0.7 : 1) +
    (high ? '' : drawTree(outside, sketch.trees, 1440, 780, 0.9)) +
    ground +
    edge +
    roof +
    bulbs +
    seats +
    lamplight +
    drawPot(outside, 120, 960, 130) +
    drawPot(outside, 1490, 1000, 150) +
    drawPot(outside, 1380, 840, 80);
  return group(drawing, dice.chance(0.4) ? 'transform="translate(1600 0) scale(-1 1)"' : '');
}
