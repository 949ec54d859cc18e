export type ImageSize = { readonly width: number; readonly height: number };

/** Width and height read from a JPEG, PNG or WebP; undefined for anything else. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return pngSize(view) ?? jpegSize(view) ?? webpSize(view);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function pngSize(view: Buffer): ImageSize | undefined {
  if (view.length < 24 || view.readUInt32BE(0) !== 0x89504e47 || view.toString('latin1', 12, 16) !== 'IHDR') {
    return undefined;
  }
  return seen(view.readUInt32BE(16), view.readUInt32BE(20));
}

/** Walks the segments up to the start of frame (SOF0–SOF15 but the tables DHT, JPG, DAC). */
function jpegSize(view: Buffer): ImageSize | undefined {
  if (view.length < 4 || view.readUInt16BE(0) !== 0xffd8) return undefined;
  let at = 2;
  while (at + 9 <= view.length) {
    if (view[at] !== 0xff) return undefined;
    const marker = view.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return seen(view.readUInt16BE(at + 7), view.readUInt16BE(at + 5));
    at += 2 + view.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpSize(view: Buffer): ImageSize | undefined {
  if (view.length < 30 || view.toString('latin1', 0, 4) !== 'RIFF' || view.toString('latin1', 8, 12) !== 'WEBP') {
    return undefined;
  }
  const kind = view.toString('latin1', 12, 16);
  if (kind === 'VP8X') return seen(view.readUIntLE(24, 3) + 1, view.readUIntLE(27, 3) + 1);
  if (kind === 'VP8 ') return seen(view.readUInt16LE(26) & 0x3fff, view.readUInt16LE(28) & 0x3fff);
  const bits = view.readUInt32LE(21);
  return kind === 'VP8L' ? seen((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1) : undefined;
}

function seen(width: number, height: number): ImageSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}
