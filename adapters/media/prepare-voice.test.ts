import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aRecording } from './a-recording.ts';
import { prepareVoice } from './prepare-voice.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
/** Two seconds of silence, AAC in MP4. */
const RECORDING = join(FIXTURES, 'recording.m4a');
/** Where the `ftyp` box names the major brand (ISO/IEC 14496-12, 4.3). */
const BRAND_AT = 8;

describe('a recording', () => {
  it('is taken as it is, with its length', async () => {
    expect(await prepareVoice(aRecording(7))).toEqual({ was: 'ready', mime: 'audio/ogg', seconds: 7 });
  });

  it.each([
    'M4A ',
    'M4B ',
    '3gp4',
    '3gp5',
    '3gp6',
    '3gr6',
    '3g2a',
    'qt  ',
    'isom',
    'iso2',
    'mp41',
    'mp42',
    'MSNV',
    'dash',
  ])('is taken where its recorder calls it %s, since its tracks tell what it is', async (brand) => {
    const recording = await readFile(RECORDING);
    recording.write(brand, BRAND_AT, 'latin1');

    expect(await prepareVoice(recording)).toEqual({ was: 'ready', mime: 'audio/mp4', seconds: 2.1 });
  });

  it('is taken where it names no brand at all, as old QuickTime recorders write it', async () => {
    const recording = await readFile(RECORDING);

    expect(await prepareVoice(recording.subarray(recording.readUInt32BE(0)))).toMatchObject({ mime: 'audio/mp4' });
  });

  it.each(['film.mp4', 'silent.mp4', 'film.webm'])('is not taken for one where it is a film: %s', async (name) => {
    expect(await prepareVoice(await readFile(join(FIXTURES, name)))).toEqual({ was: 'refused', because: 'type' });
  });

  it.each([
    ['longer than ten minutes', () => aRecording(601), 'long'],
    ['empty', () => Buffer.alloc(0), 'broken'],
    ['larger than 20 MB', () => Buffer.alloc(20 * 1024 * 1024 + 1), 'size'],
    ['no recording but a page', () => Buffer.from('<!doctype html><script>alert(1)</script>'.repeat(50)), 'type'],
    ['no recording but a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)]), 'type'],
    ['nothing but the name of Ogg', () => Buffer.from('OggS'), 'type'],
    ['a head without sound', () => aRecording(7).subarray(0, 60), 'broken'],
  ])('is refused where it is %s', async (_, bytes, because) => {
    expect(await prepareVoice(bytes())).toEqual({ was: 'refused', because });
  });

  it('is not taken for one where it is a picture', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer();

    expect(await prepareVoice(picture)).toEqual({ was: 'refused', because: 'type' });
  });
});
