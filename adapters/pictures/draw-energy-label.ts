import sharp from 'sharp';
import { ENERGY_CLASSES, type EnergyClass, type EnergyRating } from '#core/drawings.ts';
import { FONT, useFont } from './font.ts';
import { box, escaped, type Point, picture, polygon, round } from './svg.ts';

/** The arrows of the European label, best first. */
export const ENERGY_COLOURS: Readonly<Record<EnergyClass, string>> = {
  A: '#00a651',
  B: '#50b848',
  C: '#bed630',
  D: '#fff200',
  E: '#fdb913',
  F: '#f37021',
  G: '#ed1c24',
};
const WIDTH = 1000;
const HEIGHT = 820;
const TOP = 190;
const STEP = 84;
const ARROW = 70;
const COLUMNS = { consumption: 590, emissions: 795 } as const;
const INK = '#1f2937';

const words = (x: number, y: number, size: number, weight: number, colour: string, text: string, more = '') =>
  `<text x="${x}" y="${y}" font-family="${FONT}" font-size="${size}" font-weight="${weight}" fill="${colour}" ${more}>${escaped(text)}</text>`;

const rowOf = (mark: EnergyClass) => TOP + ENERGY_CLASSES.indexOf(mark) * STEP;

const arrow = (x: number, y: number, w: number, pointing: 'left' | 'right'): readonly Point[] =>
  pointing === 'right'
    ? [
        [x, y],
        [x + w, y],
        [x + w + ARROW / 2, y + ARROW / 2],
        [x + w, y + ARROW],
        [x, y + ARROW],
      ]
    : [
        [x, y + ARROW / 2],
        [x + ARROW / 2, y],
        [x + w, y],
        [x + w, y + ARROW],
        [x + ARROW / 2, y + ARROW],
      ];

const contrast = (mark: EnergyClass) => (mark === 'C' || mark === 'D' || mark === 'E' ? INK : '#ffffff');

function drawMark(x: number, mark: EnergyClass): string {
  const y = rowOf(mark);
  return (
    polygon(
      arrow(x, y, 160, 'left'),
      ENERGY_COLOURS[mark],
      `stroke="${INK}" stroke-width="5" stroke-linejoin="round"`,
    ) + words(x + 96, y + 54, 52, 800, contrast(mark), mark, 'text-anchor="middle"')
  );
}

/** A head over a column: long words take two lines, then a smaller size. */
function drawHead(x: number, head: string): string {
  const middle = head.length / 2;
  const gaps = [...head.matchAll(/\s/g)].map((gap) => gap.index);
  const gap = gaps.toSorted((one, other) => Math.abs(one - middle) - Math.abs(other - middle))[0];
  const lines = head.length > 15 && gap !== undefined ? [head.slice(0, gap), head.slice(gap + 1)] : [head];
  const longest = Math.max(1, ...lines.map((line) => line.length));
  const size = Math.min(23, Math.floor((185 * 1.75) / longest));
  return lines
    .map((line, index) =>
      words(x + 82, TOP - 26 - (lines.length - 1 - index) * 26, size, 600, '#4b5563', line, 'text-anchor="middle"'),
    )
    .join('');
}

/** The energy label of a property: a PNG of 1000 by 820 with its classes marked; a class not known is left out. */
export async function drawEnergyLabel(
  rating: EnergyRating,
  said: { readonly consumption: string; readonly emissions: string; readonly title: string },
): Promise<Buffer> {
  useFont();
  const scale = ENERGY_CLASSES.map(
    (mark, index) =>
      polygon(arrow(60, TOP + index * STEP, 170 + index * 44, 'right'), ENERGY_COLOURS[mark]) +
      words(84, TOP + index * STEP + 51, 46, 800, contrast(mark), mark),
  ).join('');
  const columns = (['consumption', 'emissions'] as const).map((kind) => {
    const mark = rating[kind];
    return mark === null
      ? ''
      : round(COLUMNS[kind] - 14, TOP - 12, 192, STEP * 7 + 10, 14, '#f3f4f6') +
          drawHead(COLUMNS[kind], said[kind]) +
          drawMark(COLUMNS[kind], mark);
  });
  const drawing =
    box(0, 0, WIDTH, HEIGHT, '#ffffff') +
    box(0, 0, WIDTH, 104, '#0b3b6f') +
    words(60, 70, Math.min(46, Math.floor(1400 / Math.max(1, said.title.length))), 700, '#ffffff', said.title) +
    scale +
    columns.join('');
  return sharp(Buffer.from(picture(WIDTH, HEIGHT, drawing)))
    .png({ palette: true, colours: 128 })
    .toBuffer();
}
