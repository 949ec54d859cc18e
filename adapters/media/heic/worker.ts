import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { HeicAnswer, HeicOrder, Pixels } from './decode-heic.ts';

/** What we use of libheif-js, which brings no types for its WebAssembly build. */
type HeifImage = {
  get_width(): number;
  get_height(): number;
  display(into: ImageRows, done: (filled: ImageRows | null) => void): void;
};
type ImageRows = { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number };
type Heif = { readonly HeifDecoder: new () => { decode(bytes: Uint8Array): readonly HeifImage[] } };

const PAGE_BYTES = 64 * 1024;
/** Memory of the decoder: planes and rows of 50 megapixels, and as much again. */
const MOST_MEMORY = 1024 * 1024 * 1024;
const CHANNELS = 4;

boundMemory();
const { bytes, mostPixels }: HeicOrder = workerData;
const require = createRequire(import.meta.url);
const libheif: Heif = require('libheif-js/wasm-bundle');
const pixels = await decode().catch(() => undefined);
const answer: HeicAnswer = pixels ? { was: 'decoded', pixels } : { was: 'failed' };
parentPort?.postMessage(answer, pixels ? [pixels.data.buffer] : []);

/** A thread's limits do not count what WebAssembly takes, so that growing is refused here; the decoder then fails. */
function boundMemory(): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function bounded(pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > MOST_MEMORY) throw new RangeError('the decoder wants too much');
    return grow.call(this, pages);
  };
}

/** The first picture of the file is the photo itself. */
async function decode(): Promise<Pixels & { readonly data: Uint8Array<ArrayBuffer> }> {
  const [image] = new libheif.HeifDecoder().decode(bytes);
  if (!image) throw new Error('there is no picture in it');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) throw new Error('pixel limit');
  const data = new Uint8ClampedArray(width * height * CHANNELS);
  const rows = await new Promise<ImageRows | null>((resolve) => image.display({ data, width, height }, resolve));
  if (!rows) throw new Error('it can’t be decoded');
  return { data: new Uint8Array(data.buffer), width, height };
}
