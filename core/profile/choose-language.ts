import { byClient } from '#core/by.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import type { Chat, ChatChange } from '#core/chat/chat.ts';
import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import { type Choice, inRows, press, type Screen, title } from '#core/chat/screen.ts';
import { joined, phrase, type Text, verbatim } from '#core/chat/text.ts';
import { goHome } from '#core/home/go-home.ts';
import { homeChoice } from '#core/home/screens.ts';
import { LANGUAGES, type Language, ownNameOf } from '#core/language.ts';

/**
 * All languages in their own names, the present one ticked; at the door the way back leads to what is asked there. Where
 * messages are spared they stand alone: a list of WhatsApp has ten rows, and Home can be typed.
 */
export function languagesScreen({
  channel,
  client,
  language: present,
}: Pick<Chat, 'channel' | 'client' | 'language'>): Screen {
  const languages = LANGUAGES.map((language): Choice => {
    const name = verbatim(ownNameOf(language));
    const label = language === present ? joined(' ', [verbatim('✓'), name]) : name;
    return press(label, { to: 'chooseLanguage', language });
  });
  const back = press(phrase('label.back'), client ? { to: 'showProfile' } : { to: 'goHome' });
  const ways = CHANNELS[channel].sparesMessages ? [] : [back, client ? homeChoice : undefined];
  return {
    blocks: [title(phrase('language.ask'))],
    choices: inRows(...pairsOf(languages), ways),
    isMenu: true,
  };
}

const pairsOf = (choices: readonly Choice[]): readonly (readonly Choice[])[] =>
  choices.flatMap((_, at) => (at % 2 === 0 ? [choices.slice(at, at + 2)] : []));

type Changed = { readonly note: Text; readonly change: ChatChange };

/** The client's own choice: from the next message on, stored on the contact and logged (rule 6). */
export async function changeLanguage({ chat, accounts, timeline }: Desk, language: Language): Promise<Changed> {
  const { client } = chat;
  if (client && client.language !== language) {
    await accounts.setLanguage(client.contact, language);
    await timeline.add(
      byClient(client, chat.channel),
      { type: 'language_changed', title: `Language changed to ${ownNameOf(language)}` },
      { event: 'contact.updated', record: client.contact, previous: { language: client.language } },
    );
  }
  return { note: phrase('language.changed', { language: ownNameOf(language) }), change: { language } };
}

/** The same, and then Home in it. */
export async function chooseLanguage(desk: ClientDesk, language: Language): Promise<Reply> {
  const { note, change } = await changeLanguage(desk, language);
  return { ...(await goHome(desk, note)), change };
}
