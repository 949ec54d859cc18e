import type { Phrase } from '#core/chat/text.ts';
import { languageFor } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import type { CrmKept } from './crm-kept.ts';
import type { UserRecord } from './record.ts';

type Needs = Pick<CrmKept, 'records' | 'owed'> & { readonly words: Words };

/** Owes a mail to somebody of the office, in their language. `text` is given the office's zone. */
export async function mailUser(
  { records, owed, words }: Needs,
  user: Pick<UserRecord, 'email' | 'language'>,
  subject: Phrase,
  text: (zone: string) => Phrase,
): Promise<void> {
  const company = await records.company.get();
  const language = languageFor(user.language ?? company.default_language);
  const [about, said] = [subject, text(company.time_zone)].map((each) => words.say(each, language));
  await owed.mail({ to: user.email, subject: about ?? '', text: said ?? '' });
}
