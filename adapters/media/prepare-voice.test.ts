import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { aRecording } from './a-recording.ts';
import { prepareVoice } from './prepare-voice.ts';

describe('a recording', () => {
  it('is taken as it is, with its length', async () => {
    expect(await prepareVoice(aRecording(7))).toEqual({ was: 'ready', mime: 'audio/ogg', seconds: 7 });
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
