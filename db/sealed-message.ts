import type { Message } from '#core/chat/message.ts';
import type { Choice } from '#core/chat/screen.ts';
import { readStoredMessage, storedMessage } from '#core/turns/stored.ts';
import { opened, type Sealing, sealed } from './sealing.ts';

type Secret = Choice & { readonly is: 'link' };
const isSecret = (choice: Choice): choice is Secret => choice.is === 'link' && choice.isSecret === true;

/** A message as it waits: the addresses in it that open something are sealed, and `hasSecret` says so. */
export function sealedMessage(message: Message, sealing: Sealing | undefined): object {
  if (!sealing || !message.choices.some(isSecret)) return storedMessage(message);
  const choices = message.choices.map((each) => (isSecret(each) ? { ...each, url: sealed(sealing, each.url) } : each));
  return { ...storedMessage({ ...message, choices }), hasSecret: true };
}

/** The same to be sent. An address that can't be read any more is left out, with its button. */
export function openedMessage(json: unknown, sealing: Sealing | undefined): Message | undefined {
  return withAddresses(readStoredMessage(json), (url) => opened(sealing, url) || undefined);
}

/** The same to be read by others: an address that opens something is nobody else's. */
export function messageWithoutSecrets(json: unknown): Message | undefined {
  return withAddresses(readStoredMessage(json), () => '');
}

function withAddresses(message: Message | undefined, urlOf: (url: string) => string | undefined): Message | undefined {
  if (!message?.choices.some(isSecret)) return message;
  const choices = message.choices.flatMap((each): readonly Choice[] => {
    if (!isSecret(each)) return [each];
    const url = urlOf(each.url);
    return url === undefined ? [] : [{ ...each, url }];
  });
  return { ...message, choices };
}

/** SQL: the message of a row once it was sent, in its shape but without what was sealed. */
export const SENT_MESSAGE = `case when message ? 'hasSecret'
    then regexp_replace(message::text, '"url": "sealed:[A-Za-z0-9_-]*"', '"url": ""', 'g')::jsonb else message end`;
