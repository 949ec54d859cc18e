import type { Visit } from '#adapters/console/door.ts';
import { messagesOf, pressesOf } from '#core/chat/message.ts';
import { plainText } from '#core/chat/plain-text.ts';
import { companyOf } from '#core/crm/company-of.ts';
import { knownLanguage, type Language } from '#core/language.ts';
import { movedScreen, proposedScreen } from '#core/viewings/screens.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { Words } from '#core/words.ts';

/** What a client will read, and what they can press below it. */
export type Reads = { readonly language: Language; readonly text: string; readonly presses: readonly string[] };

/** A time, and what the agent says to it. */
type Given = { readonly start: Date; readonly reason: string };

/** What the client of a viewing will read of another time, in their language: what is sent, word for word. */
export async function clientReads(
  { kept, clock }: Pick<Visit, 'kept' | 'clock'>,
  words: Words,
  viewing: Viewing,
  { start, reason }: Given,
): Promise<Reads | undefined> {
  const company = companyOf(await kept.records.company.get());
  const said = { ...viewing, reason: reason === '' ? null : reason };
  const look = { company, now: clock.now() };
  const screen =
    viewing.status === 'confirmed' && viewing.start
      ? movedScreen(movedTo({ ...said, openWish: false }, viewing.start, start), look, viewing.start)
      : proposedScreen({ ...said, proposedStart: start }, look);
  const [message] = messagesOf(screen);
  if (!message) return undefined;
  const language = await languageOf(kept, viewing, company.defaultLanguage);
  return {
    language,
    text: plainText(message.body, (each) => words.say(each, language)),
    presses: pressesOf(message).map(({ label }) => words.say(label, language)),
  };
}

/** As long as before, from another time on. */
const movedTo = (viewing: Viewing, from: Date, start: Date): Viewing => ({
  ...viewing,
  start,
  end: viewing.end && new Date(viewing.end.getTime() + start.getTime() - from.getTime()),
  attendance: null,
});

/** A chat speaks its own language; before there is one, the contact's. */
async function languageOf({ overviews, records }: Visit['kept'], { contact: id }: Viewing, otherwise: Language) {
  if (!id) return otherwise;
  const [chat] = (await overviews.contact(id)).chats;
  return knownLanguage(chat?.language) ?? knownLanguage((await records.contacts.find(id))?.language) ?? otherwise;
}
