import type { Chat } from '#core/chat/chat.ts';
import type { Desk } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import type { ContactId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';

/** Keeps that somebody was told who writes, why and how to stop, in the words that they read (rule 26). */
export async function noteFirstContact(
  { accounts, words, clock }: Pick<Desk, 'accounts' | 'words' | 'clock'>,
  chat: Pick<Chat, 'id' | 'company'>,
  contact: ContactId,
  language: Language,
): Promise<void> {
  const wording = words.say(phrase('consent.notice', { company: chat.company.name }), language);
  await accounts.noteConsent(contact, chat.id, true, wording, dayOf(clock.now(), chat.company.timeZone));
}
