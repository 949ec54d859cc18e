import type { Log } from '#bots/log.ts';
import { phrase } from '#core/chat/text.ts';
import type { CompanyId } from '#core/ids.ts';
import { languageFor } from '#core/language.ts';
import type { Store } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import type { Companies } from '#db/companies.ts';

type Needs = {
  readonly companies: Pick<Companies, 'officeOf'>;
  readonly store: Store;
  readonly words: Words;
  readonly log: Log;
};

/** Tells the office's first Admin by mail that its phone is lost. `page`: where it is linked again. */
export async function tellOffice(
  { companies, store, words, log }: Needs,
  company: CompanyId,
  why: 'loggedOut' | 'blocked',
  page: string,
): Promise<void> {
  try {
    const found = await companies.officeOf(company);
    if (!found) return;
    const language = languageFor(found.language);
    const { name } = found;
    const [subject, text] =
      why === 'loggedOut'
        ? [
            phrase('office.loggedOutSubject', { company: name }),
            phrase('office.loggedOutText', { company: name, page }),
          ]
        : [phrase('office.blockedSubject', { company: name }), phrase('office.blockedText', { company: name })];
    await store.transaction(company, ({ owed }) =>
      owed.mail({ to: found.email, subject: words.say(subject, language), text: words.say(text, language) }),
    );
  } catch (error) {
    log.error({ err: error, why }, 'the office could not be told that its phone is lost');
  }
}
