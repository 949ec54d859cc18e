import { CHANNEL_IDS, CHANNELS } from '#core/chat/channels.ts';
import type { OwedMail } from '#core/chat/owed.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { Language } from '#core/language.ts';
import { type LetterLine, letterMail } from '#core/letter.ts';
import type { AgentCard } from '#core/messages/messages.ts';
import type { WaysIn } from './portal-users.ts';

type Access = {
  readonly name: string;
  readonly company: string;
  readonly password: string;
  /** Our page, where an own password is chosen. */
  readonly web: string;
  readonly ways: WaysIn;
  /** The short form of the way into Teams. */
  readonly teams: string;
};

/** What lets a client in: the temporary password, our page, the chats, and whom of the office to ask. */
export function accessMail(
  say: (text: Text) => string,
  language: Language,
  { name, company, password, web, ways, teams }: Access,
  agent: AgentCard | undefined,
): Omit<OwedMail, 'to'> {
  const opened = say(phrase('account.mailOpened', { company }));
  const chats = CHANNEL_IDS.flatMap((channel): LetterLine[] => {
    const url = ways[channel];
    if (url === undefined) return [];
    return [{ is: 'link', words: CHANNELS[channel].short, url, ...(channel === 'teams' ? { shortUrl: teams } : {}) }];
  });
  return letterMail(say(phrase('account.mailSubject', { company })), {
    language,
    office: company,
    preheader: opened,
    lines: [
      { is: 'line', words: say(phrase('mail.hello', { name })) },
      { is: 'line', words: opened },
      { is: 'line', words: say(phrase('account.mailPassword')) },
      { is: 'box', words: password },
      { is: 'button', words: say(phrase('account.mailChoose')), url: web },
      ...(chats.length > 0 ? [{ is: 'line', words: say(phrase('account.mailChats')) } as const, ...chats] : []),
      { is: 'small', words: say(phrase('account.mailSafety')) },
      ...(agent
        ? [{ is: 'small', words: [agent.name, agent.jobTitle, agent.phone].filter(Boolean).join('\n') } as const]
        : []),
    ],
  });
}
