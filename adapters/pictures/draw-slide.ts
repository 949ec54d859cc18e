import sharp from 'sharp';
import type { Slide } from '#core/drawings.ts';
import { box, dot, fade, group, picture, polygon, round, shape, stroke, times } from './svg.ts';

const WIDTH = 1200;
const HEIGHT = 800;
const INK = '#124a52';
const SAND = '#f6c667';
const BRICK = '#e07a4f';
const LEAF = '#3f9a74';
const PAPER = '#fffaf0';
const SEA = '#49b3c4';

/** A slide of welcome: a PNG of 1200 by 800 without any word, so that it is one for all languages. */
export function drawSlide(slide: Slide): Promise<Buffer> {
  const drawing = `<defs>${fade('sky', [0, '#dff1f0'], [1, '#fdf3dd'])}</defs>${box(0, 0, WIDTH, HEIGHT, 'url(#sky)')}${hills}${DRAWN[slide]()}`;
  return sharp(Buffer.from(picture(WIDTH, HEIGHT, drawing)))
    .png({ palette: true, colours: 128 })
    .toBuffer();
}

const hills =
  shape('M0 640 Q260 540 560 620 T1200 560 V800 H0z', '#b9dcc6') +
  shape('M0 710 Q360 630 720 700 T1200 670 V800 H0z', '#8fc7a8');

const house = (x: number, y: number, scale: number): string =>
  group(
    shape('M20 200 V90 L120 10 L220 90 V200z', PAPER) +
      stroke('M4 100 L120 6 L236 100', BRICK, 22, 'stroke-linejoin="round"') +
      shape('M98 200 v-58 a22 22 0 0 1 44 0 v58z', INK) +
      round(44, 112, 36, 36, 6, SEA) +
      round(160, 112, 36, 36, 6, SEA),
    `transform="translate(${x} ${y}) scale(${scale})"`,
  );

const star = (x: number, y: number, r: number, fill: string): string =>
  polygon(
    Array.from({ length: 10 }, (_, at) => {
      const [reach, angle] = [at % 2 === 0 ? r : r * 0.45, (Math.PI / 5) * at - Math.PI / 2];
      return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach] as const;
    }),
    fill,
    `stroke="${fill}" stroke-width="10" stroke-linejoin="round"`,
  );

const person = (x: number, y: number, skin: string, hair: string, coat: string): string =>
  group(
    shape('M-110 210 Q-110 90 0 90 T110 210z', coat) +
      dot(0, 20, 62, skin) +
      shape('M-66 16 Q-70 -54 0 -54 T66 16 Q30 -18 0 -16 T-66 16z', hair),
    `transform="translate(${x} ${y})"`,
  );

const yes = (x: number, y: number): string =>
  dot(x, y, 62, LEAF) + stroke(`M${x - 26} ${y + 2} l18 20 l36 -40`, '#ffffff', 16, 'stroke-linejoin="round"');

const no = (x: number, y: number): string =>
  dot(x, y, 62, BRICK) + stroke(`M${x - 22} ${y - 22} l44 44 M${x + 22} ${y - 22} l-44 44`, '#ffffff', 16);

const DRAWN: Readonly<Record<Slide, () => string>> = {
  /** Homes on a phone, each with its verdict. */
  1: () =>
    round(390, 70, 420, 670, 56, INK) +
    round(414, 100, 372, 610, 34, '#ffffff') +
    round(440, 130, 320, 260, 24, '#cfeaf0') +
    house(485, 165, 0.95) +
    times(3, (line) => round(440, 416 + line * 38, 320 - line * 70, 18, 9, '#d7e2e0')) +
    yes(510, 614) +
    no(690, 614) +
    house(90, 440, 1.15) +
    house(860, 420, 1.25),

  /** A client and an agent in talk. */
  2: () =>
    person(300, 490, '#f0c29b', '#5b3a29', SEA) +
    person(900, 490, '#c98d63', '#2b2320', LEAF) +
    round(130, 110, 420, 240, 46, '#ffffff') +
    polygon(
      [
        [280, 340],
        [350, 340],
        [300, 410],
      ],
      '#ffffff',
    ) +
    house(235, 130, 0.9) +
    round(650, 110, 420, 240, 46, INK) +
    polygon(
      [
        [850, 340],
        [920, 340],
        [900, 410],
      ],
      INK,
    ) +
    times(3, (line) => round(710, 168 + line * 50, 300 - line * 80, 20, 10, SAND)),

  /** Stars given after a viewing, seen by the office at once. */
  3: () =>
    round(200, 150, 800, 250, 60, '#ffffff') +
    times(5, (at) => star(320 + at * 140, 275, 58, at < 4 ? SAND : '#e5e7e6')) +
    house(230, 440, 1.2) +
    stroke('M560 580 h150', INK, 18, 'stroke-dasharray="4 34"') +
    shape('M700 545 l60 35 l-60 35z', INK) +
    person(920, 470, '#c98d63', '#2b2320', LEAF),

  /** Home: homes, viewings, favourites and a word to the agent, a field each. */
  4: () =>
    round(180, 90, 400, 280, 46, '#ffffff') +
    house(265, 120, 0.95) +
    round(620, 90, 400, 280, 46, '#ffffff') +
    round(725, 140, 190, 180, 24, PAPER) +
    round(725, 140, 190, 54, 24, BRICK) +
    times(6, (at) => round(752 + (at % 3) * 52, 216 + Math.floor(at / 3) * 48, 30, 30, 8, at === 4 ? SEA : '#d7e2e0')) +
    round(180, 410, 400, 280, 46, '#ffffff') +
    star(380, 556, 92, SAND) +
    round(620, 410, 400, 280, 46, '#ffffff') +
    round(700, 462, 240, 136, 40, LEAF) +
    polygon(
      [
        [760, 590],
        [824, 590],
        [772, 646],
      ],
      LEAF,
    ) +
    times(2, (line) => round(738, 500 + line * 40, 164 - line * 50, 18, 9, '#ffffff')),
};
