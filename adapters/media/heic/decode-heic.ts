import { Worker } from 'node:worker_threads';

/** A picture as rows of red, green, blue and alpha, a byte each. */
export type Pixels = { readonly data: Uint8Array; readonly width: number; readonly height: number };

/** What the worker is given, and what it answers. */
export type HeicOrder = { readonly bytes: Uint8Array; readonly mostPixels: number };
export type HeicAnswer = { readonly was: 'decoded'; readonly pixels: Pixels } | { readonly was: 'failed' };

/** A phone's photo of 48 megapixels takes some ten seconds on a small machine; what takes longer is no photo. */
const PATIENCE_MS = 60_000;
/** Of JavaScript's own; the decoder's memory is bounded in the worker. */
const HEAP_MB = 256;

let last: Promise<unknown> = Promise.resolve();

/**
 * Decodes a HEIC photo in a thread of its own, which ends with it and gives back all its memory; one at a time, so that many
 * photos take no more than one does. Throws where it is damaged, too large or takes too long.
 */
export function decodeHeic(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const decoding = last.then(() => decode({ bytes, mostPixels }));
  last = decoding.catch(() => undefined);
  return decoding;
}

function decode(order: HeicOrder): Promise<Pixels> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // The decoder prints what it finds wrong with a file; nothing but our own log lines may stand in the log.
    stdout: true,
    stderr: true,
  });
  return new Promise<Pixels>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('decoding took too long')), PATIENCE_MS);
    worker.once('message', (answer: HeicAnswer) => {
      if (answer.was === 'decoded') resolve(answer.pixels);
      else reject(new Error('the photo could not be decoded'));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(late);
      reject(new Error('the decoder ended'));
    });
  }).finally(() => {
    void worker.terminate();
  });
}
