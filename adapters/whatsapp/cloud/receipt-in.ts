import type { Receipt } from '#core/delivery/deliveries.ts';
import { type Fields, isFields, textIn } from '#core/fields.ts';
import { isId } from '#core/ids.ts';
import { sentOf } from './sent-of.ts';

/** What a status tells of one of our messages; undefined where that is nothing new. */
export function receiptIn(status: Fields): Receipt | undefined {
  const platformId = textIn(status, 'id');
  if (!platformId) return undefined;
  const given = textIn(status, 'biz_opaque_callback_data');
  const of = { platformId, ...(given && isId(given) ? { delivery: given as NonNullable<Receipt['delivery']> } : {}) };
  switch (status.status) {
    case 'delivered':
      return { ...of, was: 'delivered' };
    case 'read':
    case 'played':
      return { ...of, was: 'read' };
    case 'failed':
      return { ...of, ...failedIn(status) };
    default:
      return undefined;
  }
}

function failedIn({ errors }: Fields) {
  const error: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const code = isFields(error) && typeof error.code === 'number' ? error.code : 0;
  const words = isFields(error) && typeof error.title === 'string' ? error.title : 'no reason was given';
  const sent = sentOf({ is: 'said', status: 400, code, words });
  if (sent.was === 'held') return { was: 'held' as const, failure: sent.why };
  if (sent.was === 'refused') {
    const { code: named, cause, nextStep, unreachable } = sent;
    return { was: 'failed' as const, failure: { code: named, cause, nextStep }, unreachable };
  }
  return {
    was: 'failed' as const,
    failure: {
      code: `whatsapp_${code}`,
      cause: `WhatsApp took the message, then lost it: ${words}`,
      nextStep: 'Send it again.',
    },
    unreachable: false,
  };
}
