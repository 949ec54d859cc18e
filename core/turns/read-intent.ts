import type { Intent } from '#core/chat/intent.ts';
import type { Reader } from '#core/reader.ts';
import { decodeIntent, encodeIntent } from './intent-code.ts';

/** An intent that was stored: as its code, or, in rows from before versions, as an object. Undefined where no press leads there. */
export const readIntent: Reader<Intent> = (json) => {
  if (typeof json === 'string') return decodeIntent(json);
  if (typeof json !== 'object' || json === null) return undefined;
  try {
    return decodeIntent(encodeIntent(json as Intent));
  } catch {
    return undefined;
  }
};
