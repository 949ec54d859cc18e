/** A silent voice note as phones record them: Opus in Ogg (RFC 7845), made here so that no recording of a person is kept. */
export function aRecording(seconds: number): Buffer {
  const FRAMES_A_SECOND = 50;
  const SAMPLES_A_FRAME = 960;
  const frames = Math.max(1, Math.round(seconds * FRAMES_A_SECOND));
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.from([1, 1, 0, 0, 0x80, 0xbb, 0, 0, 0, 0, 0])]);
  const tags = Buffer.concat([Buffer.from('OpusTags'), Buffer.from([1, 0, 0, 0, 0x78, 0, 0, 0, 0])]);
  const pages = [pageOf([head], 0, 0, FIRST), pageOf([tags], 1, 0, 0)];
  for (let at = 0; at < frames; at += FRAMES_A_SECOND) {
    const count = Math.min(FRAMES_A_SECOND, frames - at);
    const isLast = at + count >= frames;
    const packets = Array.from({ length: count }, () => SILENCE);
    pages.push(pageOf(packets, pages.length, (at + count) * SAMPLES_A_FRAME, isLast ? LAST : 0));
  }
  return Buffer.concat(pages);
}

/** 20 ms of nothing. */
const SILENCE = Buffer.from([0xf8, 0xff, 0xfe]);
const [FIRST, LAST] = [2, 4];
const SERIAL = 7;

/** One page of Ogg; every packet here fits in one segment. */
function pageOf(packets: readonly Buffer[], sequence: number, granule: number, flags: number): Buffer {
  const header = Buffer.alloc(27);
  header.write('OggS', 0);
  header.writeUInt8(flags, 5);
  header.writeBigUInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(SERIAL, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(packets.length, 26);
  const page = Buffer.concat([header, Buffer.from(packets.map(({ length }) => length)), ...packets]);
  page.writeUInt32LE(checksum(page), 22);
  return page;
}

/** CRC-32 of Ogg: polynomial 0x04c11db7, not reflected. */
function checksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
