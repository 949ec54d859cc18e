import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import { drawPortrait } from '#adapters/pictures/draw-portrait.ts';
import { drawProperty } from '#adapters/pictures/draw-property.ts';
import { contacts } from './contacts.ts';
import { users } from './office.ts';
import { properties } from './properties/properties.ts';

const COLUMNS = 10;
const CELL = { width: 320, height: 214 } as const;

/** Every picture of the demo on one sheet, for looking at: `node bots/playground/demo/contact-sheet.ts [file.png]`. */
const target = process.argv[2] ?? join(tmpdir(), 'contact-sheet.png');
const homes = properties.flatMap((property) => property.photos.map((photo) => () => drawProperty(photo.sketch)));
const faces = [...users, ...contacts].map((person) => () => drawPortrait(person.portrait));

const cells: OverlayOptions[] = [];
for (const [index, draw] of [...faces, ...homes].entries()) {
  const input = await sharp(await draw())
    .resize({ ...CELL, fit: 'contain', background: '#ffffff' })
    .toBuffer();
  cells.push({ input, left: (index % COLUMNS) * CELL.width, top: Math.floor(index / COLUMNS) * CELL.height });
}
const height = Math.ceil(cells.length / COLUMNS) * CELL.height;
await sharp({ create: { width: COLUMNS * CELL.width, height, channels: 3, background: '#ffffff' } })
  .composite(cells)
  .png()
  .toFile(target);
process.stdout.write(`${cells.length} pictures in ${target}\n`);
