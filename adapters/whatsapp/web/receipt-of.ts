import type { Failure } from '#core/chat/failure.ts';
import type { Receipt } from '#core/delivery/deliveries.ts';
import type { Report } from './wire.ts';

const NOT_TAKEN: Failure = {
  code: 'whatsapp_web_failed',
  cause: 'WhatsApp did not take the message to this client.',
  nextStep: 'Check the contact’s WhatsApp number, then send it again.',
};

/** What the phone told of a message, in our words. */
export const receiptOf = ({ id, was }: Report & { is: 'receipt' }): Receipt =>
  was === 'failed' ? { platformId: id, was, failure: NOT_TAKEN, unreachable: false } : { platformId: id, was };
