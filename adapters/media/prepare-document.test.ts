import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aRecording } from './a-recording.ts';
import { prepareDocument } from './prepare-document.ts';

const fixture = (name: string) => readFile(join(import.meta.dirname, 'fixtures', name));
const REFUSED = { was: 'refused', because: 'type' };

describe('a film or a document', () => {
  it.each([
    ['film.mp4', 'video/mp4'],
    ['silent.mp4', 'video/mp4'],
    ['film.webm', 'video/webm'],
  ])('is known by its content: %s', async (name, mime) => {
    expect(await prepareDocument(await fixture(name))).toEqual({ was: 'ready', mime });
  });

  it.each(['qt  ', '3gp5', 'MSNV'])('is known whatever brand its camera writes: %s', async (brand) => {
    const film = await fixture('film.mp4');
    film.write(brand, 8, 'latin1');

    expect(await prepareDocument(film)).toMatchObject({ was: 'ready', mime: expect.stringMatching(/^video\//) });
  });

  it.each([
    ['at once', ''],
    ['after what a printer put before it', '\u001b%-12345X@PJL\r\n'],
  ])('is a PDF where it says so %s', async (_, before) => {
    expect(await prepareDocument(Buffer.from(`${before}%PDF-1.7\n%âãÏÓ\n`))).toEqual({
      was: 'ready',
      mime: 'application/pdf',
    });
  });

  it.each([
    ['a recording', () => aRecording(3)],
    ['a page', () => Buffer.from('<!doctype html><p>%PD</p>')],
    ['a program', () => Buffer.from('MZ\u0090\u0000')],
    ['nothing', () => Buffer.alloc(0)],
    ['half a film', async () => (await fixture('film.mp4')).subarray(0, 40)],
  ])('is nothing else: %s', async (_, bytes) => {
    expect(await prepareDocument(await bytes())).toEqual(REFUSED);
  });
});
