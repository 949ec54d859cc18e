import type { Intent } from '#core/chat/intent.ts';
import type { Reader } from '#core/reader.ts';
import { decodeIntent, encodeIntent } from './intent-code.ts';

/** What presses were called in rows from before versions. */
const CALLED_BEFORE: Readonly<Record<string, Intent['to']>> = {
  openDetails: 'openProperty',
  showDetails: 'showOwnDetails',
  cancelViewing: 'askCancel',
  confirmCancel: 'cancelViewing',
};

/** An intent that was stored: as its code, or, in rows from before versions, as an object. Undefined where no press leads there. */
export const readIntent: Reader<Intent> = (json) => {
  if (typeof json === 'string') return decodeIntent(json);
  if (typeof json !== 'object' || json === null || !('to' in json) || typeof json.to !== 'string') return undefined;
  const intent = { ...json, to: Object.hasOwn(CALLED_BEFORE, json.to) ? CALLED_BEFORE[json.to] : json.to };
  try {
    return decodeIntent(encodeIntent(intent as Intent));
  } catch {
    return undefined;
  }
};
