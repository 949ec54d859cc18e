import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Kinds of media, as WhatsApp derives their keys. */
export type MediaKind = 'image' | 'ptt' | 'document';
const INFO: Readonly<Record<MediaKind, string>> = { image: 'Image', ptt: 'Audio', document: 'Document' };
const MAC_BYTES = 10;

/** A file as WhatsApp's servers hold it, and what a message says of it. */
export type Sealed = {
  readonly bytes: Buffer;
  readonly mediaKey: string;
  readonly filehash: string;
  readonly encFilehash: string;
  readonly size: number;
};

function keysOf(mediaKey: Buffer, kind: MediaKind) {
  const bits = Buffer.from(hkdfSync('sha256', mediaKey, Buffer.alloc(32), `WhatsApp ${INFO[kind]} Keys`, 112));
  return { iv: bits.subarray(0, 16), key: bits.subarray(16, 48), mac: bits.subarray(48, 80) };
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64');
const macOf = (mac: Buffer, iv: Buffer, sealed: Buffer) =>
  createHmac('sha256', mac).update(iv).update(sealed).digest().subarray(0, MAC_BYTES);

/** As a phone does before it sends a file. */
export function seal(file: Buffer, kind: MediaKind): Sealed {
  const mediaKey = randomBytes(32);
  const { iv, key, mac } = keysOf(mediaKey, kind);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const sealed = Buffer.concat([cipher.update(file), cipher.final()]);
  const bytes = Buffer.concat([sealed, macOf(mac, iv, sealed)]);
  const hashes = { filehash: hashOf(file), encFilehash: hashOf(bytes) };
  return { bytes, mediaKey: mediaKey.toString('base64'), ...hashes, size: file.byteLength };
}

/** As a phone does with a file that it got. Throws where a byte is wrong. */
export function unseal(bytes: Buffer, kind: MediaKind, mediaKey: string): Buffer {
  const { iv, key, mac } = keysOf(Buffer.from(mediaKey, 'base64'), kind);
  const sealed = bytes.subarray(0, -MAC_BYTES);
  if (!macOf(mac, iv, sealed).equals(bytes.subarray(-MAC_BYTES))) throw new Error('the MAC of the file is wrong');
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([decipher.update(sealed), decipher.final()]);
}
