import sharp from 'sharp';
import { darker, lighter } from './colour.ts';
import { createDice, type Dice } from './create-dice.ts';
import { dot, fade, group, oval, picture, round, shape, stroke } from './svg.ts';

/** Who is drawn; the same words give the same face. */
export type PortraitSketch = {
  readonly seed: string;
  readonly hair: 'short' | 'long' | 'bob' | 'bun' | 'curls' | 'bald';
  readonly dress: 'suit' | 'shirt' | 'jumper';
  readonly beard?: boolean;
  readonly glasses?: boolean;
};
type Look = { readonly skin: string; readonly hair: string; readonly cloth: string; readonly under: string };

const roll = (dice: Dice): Look => ({
  skin: dice.pick(['#f6cfb0', '#eab98f', '#d99f74', '#b97a52', '#8d5a3d', '#fadcc4']),
  hair: dice.pick(['#2f2630', '#4b3327', '#7a4a2c', '#b5763f', '#d9ab62', '#8f8a8c', '#9c4f33']),
  cloth: dice.pick(['#31557a', '#3f7a6b', '#b5563f', '#54486e', '#2f3b4c', '#c28a3c', '#6f8f9c']),
  under: dice.pick(['#ffffff', '#f3ead8', '#dfe9f2']),
});

function drawHairBehind({ hair }: PortraitSketch, look: Look): string {
  const shade = darker(look.hair, 0.16);
  if (hair === 'long')
    return shape('M150 210 Q150 92 256 92 T362 210 V400 Q362 428 330 424 H182 Q150 428 150 400z', shade);
  if (hair === 'bob')
    return shape('M150 210 Q150 96 256 96 T362 210 V302 Q362 326 336 326 H176 Q150 326 150 302z', shade);
  if (hair === 'bun') return dot(256, 88, 46, shade) + oval(256, 190, 100, 96, shade);
  if (hair === 'curls')
    return [
      [164, 176, 46],
      [190, 120, 48],
      [256, 98, 52],
      [322, 120, 48],
      [348, 176, 46],
      [352, 236, 40],
      [160, 236, 40],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(x, y, r, shade))
      .join('');
  return '';
}

function drawHairBefore({ hair }: PortraitSketch, look: Look): string {
  if (hair === 'bald') return '';
  if (hair === 'short')
    return (
      shape(
        'M166 216 Q156 106 250 100 Q352 92 346 216 Q338 206 334 180 Q300 176 276 152 Q236 186 182 178 Q172 200 166 216z',
        look.hair,
      ) + stroke('M214 122 Q252 104 296 120', lighter(look.hair, 0.16), 7)
    );
  if (hair === 'curls')
    return [
      [190, 154, 32],
      [226, 136, 34],
      [268, 134, 34],
      [308, 146, 32],
      [334, 172, 24],
      [174, 182, 22],
    ]
      .map(([x = 0, y = 0, r = 0]) => dot(x, y, r, look.hair))
      .join('');
  return (
    shape('M162 226 Q154 104 256 102 T350 226 Q342 176 300 150 Q262 178 196 174 Q170 188 162 226z', look.hair) +
    stroke('M206 126 Q256 102 308 128', lighter(look.hair, 0.16), 7)
  );
}

function drawClothes({ dress }: PortraitSketch, { cloth, under }: Look): string {
  const body =
    shape('M70 512 Q76 404 176 384 Q256 366 336 384 Q436 404 442 512z', cloth) +
    shape('M380 512 Q388 440 362 394 Q438 420 442 512z', darker(cloth, 0.16));
  if (dress === 'jumper')
    return body + shape('M204 376 Q256 424 308 376 L316 388 Q256 446 196 388z', darker(cloth, 0.2));
  if (dress === 'shirt')
    return (
      body +
      shape('M204 374 L256 440 L308 374 L330 392 L272 462 L256 440 L240 462 L182 392z', lighter(cloth, 0.3)) +
      dot(256, 478, 6, lighter(cloth, 0.5))
    );
  return (
    body +
    shape('M206 374 L256 512 L306 374 Q256 400 206 374z', under) +
    shape(
      'M206 372 L178 396 L200 440 L186 452 L246 512 H256z M306 372 L334 396 L312 440 L326 452 L266 512 H256z',
      darker(cloth, 0.22),
    )
  );
}

function drawFace(sketch: PortraitSketch, look: Look, dice: Dice): string {
  const { skin } = look;
  const brow = darker(look.hair, 0.1);
  const smile = dice.chance(0.5)
    ? shape(
        'M222 292 Q256 330 290 292 Q256 300 222 292z',
        '#ffffff',
        `stroke="${darker(skin, 0.4)}" stroke-width="4" stroke-linejoin="round"`,
      )
    : stroke('M224 292 Q256 322 288 292', darker(skin, 0.45), 6);
  const beard =
    sketch.beard === true
      ? shape('M168 232 Q166 356 256 364 T344 232 Q334 276 312 278 Q256 258 200 278 Q178 276 168 232z', look.hair)
      : '';
  const glasses =
    sketch.glasses === true
      ? stroke('M246 230 Q256 222 266 230 M182 226 L170 220 M330 226 L342 220', '#30363f', 5) +
        round(182, 208, 64, 48, 20, '#ffffff', 'fill-opacity="0.16" stroke="#30363f" stroke-width="5"') +
        round(266, 208, 64, 48, 20, '#ffffff', 'fill-opacity="0.16" stroke="#30363f" stroke-width="5"')
      : '';
  return (
    dot(168, 236, 20, darker(skin, 0.07)) +
    dot(344, 236, 20, darker(skin, 0.07)) +
    shape('M170 206 Q170 128 256 128 T342 206 V252 Q342 346 256 352 Q170 346 170 252z', skin) +
    beard +
    oval(204, 272, 20, 12, '#e9785f', 'opacity="0.24"') +
    oval(308, 272, 20, 12, '#e9785f', 'opacity="0.24"') +
    oval(214, 230, 8.5, 10.5, '#2b2430') +
    oval(298, 230, 8.5, 10.5, '#2b2430') +
    dot(217, 226, 3, '#ffffff') +
    dot(301, 226, 3, '#ffffff') +
    stroke('M196 202 Q212 192 230 200 M282 200 Q300 192 316 202', brow, 7) +
    stroke('M256 236 Q246 262 260 266', darker(skin, 0.2), 5) +
    smile +
    glasses
  );
}

/** A friendly face: a JPEG of 512 by 512, the same bytes for the same sketch. */
export async function drawPortrait(sketch: PortraitSketch): Promise<Buffer> {
  const dice = createDice(sketch.seed);
  const look = roll(dice);
  const [pale, deep] = dice.pick<readonly [string, string]>([
    ['#d9ecf2', '#9fc8d6'],
    ['#fbe5d0', '#efbf95'],
    ['#e2efdc', '#a9cda0'],
    ['#ece3f3', '#c3add9'],
    ['#fdeec2', '#efcf7f'],
  ]);
  const neck =
    shape('M216 318 h80 v56 q-40 48 -80 0z', darker(look.skin, 0.1)) +
    oval(256, 346, 40, 14, darker(look.skin, 0.2), 'opacity="0.5"');
  const drawing = `<defs>${fade('behind', [0, pale], [1, deep])}</defs>${round(0, 0, 512, 512, 0, 'url(#behind)')}${dot(256, 250, 214, '#ffffff', 'opacity="0.26"')}${group(drawHairBehind(sketch, look) + drawClothes(sketch, look) + neck + drawFace(sketch, look, dice) + drawHairBefore(sketch, look), 'transform="translate(0 6)"')}`;
  return sharp(Buffer.from(picture(512, 512, drawing)))
    .jpeg({ quality: 88 })
    .toBuffer();
}
