import { byClient } from '#core/by.ts';
import type { Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Screen } from '#core/chat/screen.ts';
import { press, text } from '#core/chat/screen.ts';
import { phrase, verbatim } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import { LANGUAGES, type Language, ownNameOf } from '#core/language.ts';

export const languagesScreen: Screen = {
  blocks: [text(phrase('language.ask'))],
  choices: [
    ...LANGUAGES.map((language) => press(verbatim(ownNameOf(language)), { to: 'chooseLanguage', language })),
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
      { type: 'language_changed', title: `Language changed to ${ownNameOf(language)}` },
      { event: 'contact.updated', record: client.contact, previous: { language: client.language } },
    );
  }
  return reply(screen, { language });
}
