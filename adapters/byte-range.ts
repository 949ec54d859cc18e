/** What a Range header asks for, of a file of `size` bytes. Both ends belong to it. */
export type ByteRange =
  | { readonly is: 'whole' }
  | { readonly is: 'none' }
  | { readonly is: 'part'; readonly from: number; readonly to: number };

/** Reads a Range header (RFC 9110, 14). Several ranges, and what is no range, mean the whole file. */
export function byteRange(header: string | undefined, size: number): ByteRange {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!found) return { is: 'whole' };
  const [, first = '', last = ''] = found;
  if (first === '' && last === '') return { is: 'whole' };
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { is: 'part', from: size - length, to: size - 1 } : { is: 'none' };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return { is: 'whole' };
  return from < size ? { is: 'part', from, to } : { is: 'none' };
}
