import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawEnergyLabel, ENERGY_COLOURS } from './draw-energy-label.ts';
import { drawLogo } from './draw-logo.ts';
import { drawPortrait } from './draw-portrait.ts';
import { drawProperty } from './draw-property.ts';
import type { HomeSketch, View } from './property-sketch.ts';

const aSketch = (differing: Partial<HomeSketch> = {}): HomeSketch => ({
  kind: 'villa',
  view: 'outside',
  scene: 'sea',
  time: 'day',
  trees: 'palm',
  storeys: 2,
  pool: true,
  seed: 'one',
  ...differing,
});
const kinds = [
  'villa',
  'finca',
  'bungalow',
  'chalet',
  'townhouse',
  'duplex',
  'apartment',
  'penthouse',
  'studio',
  'loft',
] as const;
const rooms: readonly View[] = ['living-room', 'kitchen', 'bedroom', 'terrace', 'bathroom'];
const said = { title: 'Energy performance', consumption: 'Consumption', emissions: 'Emissions' };

/** The colour at a point as #rrggbb; exact, as the label is a lossless PNG. */
async function colourAt(image: Buffer, left: number, top: number): Promise<string> {
  const { data } = await sharp(image)
    .extract({ left, top, width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return `#${data.toString('hex').slice(0, 6)}`;
}

describe('a home', () => {
  let villa: Buffer;
  beforeAll(async () => {
    villa = await drawProperty(aSketch());
  });

  it('is a JPEG of 1600 by 1067', async () => {
    expect(await sharp(villa).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1600,
      height: 1067,
    });
  });

  it('comes out the same for the same sketch', async () => {
    expect(villa.equals(await drawProperty(aSketch()))).toBe(true);
  });

  it('differs with its seed, its hour and its country', async () => {
    const drawn = await Promise.all(
      [aSketch({ seed: 'two' }), aSketch({ time: 'dusk' }), aSketch({ scene: 'lake' })].map(drawProperty),
    );

    expect(new Set([villa, ...drawn].map((image) => image.toString('base64'))).size).toBe(4);
  });

  it.each(kinds)('can be a %s', async (kind) => {
    const { channels } = await sharp(await drawProperty(aSketch({ kind }))).stats();

    expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(30);
  });

  it.each(rooms)('has a %s', async (view) => {
    const { channels } = await sharp(await drawProperty(aSketch({ view }))).stats();

    expect(Math.max(...channels.map((channel) => channel.stdev))).toBeGreaterThan(20);
  });
});

describe('a portrait', () => {
  it('is a JPEG of 512 by 512, the same for the same seed and another for another', async () => {
    const once = await drawPortrait({ seed: 'ana', hair: 'long', dress: 'suit' });

    expect(await sharp(once).metadata()).toMatchObject({ format: 'jpeg', width: 512, height: 512 });
    expect(once.equals(await drawPortrait({ seed: 'ana', hair: 'long', dress: 'suit' }))).toBe(true);
    expect(once.equals(await drawPortrait({ seed: 'eva', hair: 'long', dress: 'suit' }))).toBe(false);
  });
});

describe('an energy label', () => {
  it.each(['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const)(
    'marks %s in its row and colour, and no other row',
    async (mark) => {
      const label = await drawEnergyLabel({ consumption: mark, emissions: null }, said);

      const marks = await Promise.all([0, 1, 2, 3, 4, 5, 6].map((row) => colourAt(label, 650, 196 + row * 84 + 6)));

      const row = 'ABCDEFG'.indexOf(mark);
      expect(marks[row]).toBe(ENERGY_COLOURS[mark]);
      expect(new Set(marks.filter((_, index) => index !== row))).toEqual(new Set(['#f3f4f6']));
    },
  );

  it('leaves out the column of a class that is not known', async () => {
    const label = await drawEnergyLabel({ consumption: 'C', emissions: null }, said);

    expect(await colourAt(label, 870, 500)).toBe('#ffffff');
  });

  it('writes its words as letters', async () => {
    const [written, blank, other] = await Promise.all(
      ['lil', '', 'WMW'].map(async (title) => {
        const label = await drawEnergyLabel({ consumption: 'C', emissions: 'D' }, { ...said, title });
        const { data } = await sharp(label)
          .extract({ left: 50, top: 20, width: 300, height: 70 })
          .greyscale()
          .raw()
          .toBuffer({ resolveWithObject: true });
        return data.filter((value) => value > 128).length;
      }),
    );

    expect(blank).toBe(0);
    expect(written).toBeGreaterThan(100);
    // Boxes for missing letters would be equally wide and cover the same.
    expect(other).toBeGreaterThan((written ?? 0) * 2);
  });
});

describe('a logo', () => {
  it('is a PNG of 1200 by 400 that says the name of the office', async () => {
    const logo = await drawLogo('Costa Verde Homes');

    expect(await sharp(logo).metadata()).toMatchObject({ format: 'png', width: 1200, height: 400 });
    expect(logo.equals(await drawLogo(''))).toBe(false);
    expect(logo.equals(await drawLogo('Costa Verde & <Homes>'))).toBe(false);
  });
});
