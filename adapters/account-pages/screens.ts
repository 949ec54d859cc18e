import { initialsOf } from '#adapters/initials-of.ts';
import type { PageOffice } from '#core/accounts/accounts.ts';
import type { WayOn } from '#core/accounts/lead-on.ts';
import { PASSWORD_NEEDS, type PasswordNeed } from '#core/accounts/password.ts';
import type { AccountPage } from '#core/accounts/portal-users.ts';
import type { PasswordSet } from '#core/accounts/set-password.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import { type Phrase, phrase } from '#core/chat/text.ts';
import { type Language, languageFor } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import { type Asked, formOf } from './form.ts';
import { type Head, notePage, page as pageOf } from './page.ts';
import { SCRIPT_HASH } from './script.ts';

/** What was sent and may stand in the form again; a password never does. */
export type Sent = { readonly email: string; readonly code: string; readonly proven: string };

type Refused = Exclude<PasswordSet, { was: 'set' | 'gone' }>;
type Form = {
  readonly office: PageOffice;
  readonly page: AccountPage;
  readonly token: string;
  readonly csrf: string;
  readonly sent?: Sent;
  readonly set?: Refused;
};
type Done = Pick<Form, 'office' | 'page' | 'token'> & { readonly set: Extract<PasswordSet, { was: 'set' }> };

const NEEDS = Object.keys(PASSWORD_NEEDS) as PasswordNeed[];

/** What the account's pages show, and the headers that let browsers load nothing else. */
export function createScreens(words: Words) {
  const headOf = ({ name, logo }: PageOffice, language: Language, token: string): Head => ({
    words: words.say(phrase('page.portal', { company: name }), language),
    initials: initialsOf(name),
    logo: logo ? `/account/${token}/logo` : undefined,
  });
  const linksOf = (ways: readonly WayOn[], say: (text: Phrase) => string) =>
    ways.map(({ channel, url }) => ({ words: say(phrase('page.open', { channel: CHANNELS[channel].short })), url }));

  return {
    headers: {
      'x-frame-options': 'DENY',
      'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; script-src ${SCRIPT_HASH}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    },

    form({ office, page, token, csrf, sent, set }: Form): string {
      const language = languageFor(page.language);
      const say = (text: Phrase) => words.say(text, language);
      const isFirst = page.kind === 'signIn';
      return pageOf({
        ...{ language, head: headOf(office, language, token) },
        title: say(phrase(isFirst ? 'page.signInTitle' : 'page.changeTitle')),
        body: formOf({
          ...(isFirst ? firstOf(csrf, sent, set, say) : changeOf(csrf, sent, say)),
          next: nextOf(say),
          save: say(phrase('page.save')),
          wrong: set ? wrongOf(set, say) : [],
        }),
      });
    },

    done({ office, page, token, set: { inChat, ways } }: Done): string {
      const language = languageFor(page.language);
      const say = (text: Phrase) => words.say(text, language);
      const toCopy = ways.find(({ channel }) => channel === 'teams')?.words;
      return notePage(
        { language, head: headOf(office, language, token), title: say(phrase('page.doneTitle')) },
        {
          notes: [say(phrase(inChat ? 'page.doneInChat' : 'page.where'))],
          links: linksOf(ways, say),
          code: toCopy ? { before: say(phrase('page.toCopy')), words: toCopy } : undefined,
          small: inChat ? [] : [say(phrase('page.alreadyIn'))],
        },
      );
    },

    /** `known`: whose page it was, where that is known, and the ways into their chats. */
    gone(language: Language, known: (Pick<Form, 'office' | 'token'> & { ways: readonly WayOn[] }) | undefined): string {
      const say = (text: Phrase) => words.say(text, language);
      const head = known && headOf(known.office, language, known.token);
      return notePage(
        { language, head, title: say(phrase('page.goneTitle')) },
        { notes: [say(phrase('page.gone'))], links: linksOf(known?.ways ?? [], say) },
      );
    },

    failed(language: Language): string {
      const say = (text: Phrase) => words.say(text, language);
      const notes = [say(phrase('page.failed'))];
      return notePage({ language, head: undefined, title: say(phrase('page.failedTitle')) }, { notes, links: [] });
    },
  };
}

type Say = (text: Phrase) => string;
type Fields = Pick<Asked, 'intro' | 'carried' | 'fields'>;

/** The first sign-in. Once the temporary password was right, it is not asked again. */
function firstOf(csrf: string, sent: Sent | undefined, set: Refused | undefined, say: Say): Fields {
  const proven = set && 'proven' in set ? set.proven : undefined;
  const email = {
    ...{ name: 'email', label: say(phrase('page.email')), value: sent?.email ?? '' },
    more: `type="email" autocomplete="username"${proven ? ' readonly' : ''}`,
  };
  if (proven) return { intro: say(phrase('page.proven')), carried: { csrf, proven }, fields: [email] };
  const temporary = { name: 'password', label: say(phrase('page.temporaryPassword')) };
  return {
    intro: say(phrase('page.signInIntro')),
    carried: { csrf },
    fields: [email, { ...temporary, more: 'type="password" autocomplete="current-password"' }],
  };
}

/** Six digits, however they are set apart. */
const CODE = '\\D*(\\d\\D*){6}';

function changeOf(csrf: string, sent: Sent | undefined, say: Say): Fields {
  const code = { name: 'code', label: say(phrase('page.code')), value: sent?.code ?? '' };
  const more = `type="text" autocomplete="one-time-code" inputmode="numeric" pattern="${CODE}"`;
  return { intro: say(phrase('page.changeIntro')), carried: { csrf }, fields: [{ ...code, more }] };
}

const nextOf = (say: Say): Asked['next'] => ({
  label: say(phrase('page.newPassword')),
  rules: say(phrase('page.rules')),
  show: say(phrase('page.showPassword')),
  needs: NEEDS.map((need) => ({ need, words: say(phrase(`page.needs.${need}`)) })),
});

function wrongOf(set: Refused, say: Say): readonly string[] {
  switch (set.was) {
    case 'weak':
      return [say(phrase('page.lacking')), ...set.lacking.map((need) => say(phrase(`page.needs.${need}`)))];
    case 'same':
      return [say(phrase('page.same'))];
    case 'wrong':
      return [say(phrase('page.wrong'))];
    case 'paused':
      return [say(phrase('page.paused', { count: set.minutes }))];
  }
}
