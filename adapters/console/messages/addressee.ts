import type { Addressee } from '#adapters/console/answers/for-client.ts';
import type { Visit } from '#adapters/console/door.ts';
import { phrase } from '#core/chat/text.ts';
import { dayOf } from '#core/clock.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { languageFor } from '#core/language.ts';
import type { Words } from '#core/words.ts';

/** What a saved answer may say to this client: the day is the next viewing's, the home that one's, else the one they asked about. */
export async function addresseeOf(
  { kept, clock, company }: Pick<Visit, 'kept' | 'clock' | 'company'>,
  words: Words,
  { id, first_name: firstName, language }: ContactRecord,
): Promise<Addressee> {
  const { viewing, asked } = await kept.talks.about(id, clock.now());
  const day = viewing && phrase('request.day', { day: { day: dayOf(viewing.start, company.timeZone) } });
  const home = (viewing?.home ?? asked)?.name;
  return { firstName, language, home, date: day && words.say(day, languageFor(language)) };
}
