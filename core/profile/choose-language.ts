import { byClient } from '#core/by.ts';
import type { Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Screen } from '#core/chat/screen.ts';
import { press, text } from '#core/chat/screen.ts';
import { phrase, verbatim } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { Language } from '#core/language.ts';
import { LANGUAGES } from '#core/language.ts';

/** Each language in its own name. */
const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  it: 'Italiano',
  pl: 'Polski',
  sv: 'Svenska',
  no: 'Norsk',
};

export const ownNameOf = (language: Language): string => OWN_NAMES[language];

export const languagesScreen: Screen = {
  blocks: [text(phrase('language.ask'))],
  choices: [
    ...LANGUAGES.map((language) => press(verbatim(OWN_NAMES[language]), { to: 'chooseLanguage', language })),
    homeChoice,
  ],
};

/** The client's own choice: from the next message on, stored on the contact and logged (rule 6). */
export async function chooseLanguage({ chat, accounts, timeline }: Desk, language: Language): Promise<Reply> {
  const { client } = chat;
  const screen: Screen = { blocks: [text(phrase('language.changed'))], choices: [homeChoice], inPlace: true };
  if (client && client.language !== language) {
    await accounts.setLanguage(client.contact, language);
    await timeline.add(
      byClient(client, chat.channel),
      { type: 'language_changed', title: `Language changed to ${OWN_NAMES[language]}` },
      { event: 'contact.updated', record: client.contact, previous: { language: client.language } },
    );
  }
  return reply(screen, { language });
}
