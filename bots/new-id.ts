import { randomBytes } from 'node:crypto';
import type { Id, NewId } from '#core/ids.ts';

/** Makes UUIDv7s that rise also within a millisecond, which `crypto.randomUUIDv7` does not promise. */
export function createNewId(now: () => number = Date.now): NewId {
  let last = 0;
  let count = 0;
  return <Kind extends string>() => {
    const at = Math.max(now(), last);
    count = at > last ? 0 : count + 1;
    if (count > 0xfff) {
      last = at + 1;
      count = 0;
    } else last = at;
    const time = last.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const head = `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}`;
    return `${head}-${tail.slice(0, 4)}-${tail.slice(4)}` as Id<Kind>;
  };
}
