import { create } from 'qrcode';

/** Free units around a code, which readers need (ISO 18004). */
const QUIET = 4;

/** Words as a code for a phone's camera: a path of lines within a square of `size` units. */
export function drawCode(words: string): { readonly size: number; readonly path: string } {
  const { size, data } = create(words, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data, (bit, at) => ({ bit, x: (at % size) + QUIET, y: Math.floor(at / size) + QUIET + 0.5 }));
  const path = dark
    .filter(({ bit }) => bit)
    .map(({ x, y }) => `M${x} ${y}h1`)
    .join('');
  return { size: size + 2 * QUIET, path };
}
