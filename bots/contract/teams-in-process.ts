import type { TeamsConnection } from '#adapters/teams/connection.ts';
import type { Chat } from '#adapters/teams/stand-in/chat.ts';
import { createTeamsPerson } from '#adapters/teams/stand-in/person.ts';
import { shownOn } from '#adapters/teams/stand-in/seen.ts';
import { type Fields, fieldsIn, isFields, textIn } from '#core/fields.ts';
import type { ChannelUnderTest } from './contract.ts';
import { teamsChannel } from './teams-under-test.ts';

/** The real renderer, sender and reader, and what Teams makes of cards; the connector and its checks are left out. */
export function aTeamsInProcess(): ChannelUnderTest {
  const chats = new Map<string, Chat>();
  const came: Fields[] = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return String(ids);
  };
  const connection: Pick<TeamsConnection, 'send' | 'change'> = {
    send: async (reference, { attachments = [] }) => {
      const [attachment] = attachments;
      const card = attachment?.content;
      const id = newId();
      if (!isFields(card)) throw new Error('every message of ours is a card');
      const conversation = textIn(fieldsIn(reference, 'conversation'), 'id') ?? '';
      chats.get(conversation)?.messages.push({ id, from: 'bot', edits: 0, ...shownOn(card), card });
      return id;
    },
    change: async () => {
      throw new Error('nothing is edited here');
    },
  };

  return teamsChannel({
    connection,
    person: () => {
      const chat: Chat = { messages: [], isInstalled: true, typed: 0 };
      const number = chats.size + 1;
      const conversation = `a:chat-${number}`;
      chats.set(conversation, chat);
      return createTeamsPerson({
        name: 'Ελένη',
        conversation,
        about: {
          channelId: 'msteams',
          serviceUrl: 'http://127.0.0.1/teams/',
          from: { id: `29:person-${number}`, name: 'Ελένη' },
          recipient: { id: '28:bot', name: 'Casa' },
          conversation: { id: conversation, conversationType: 'personal' },
        },
        chat,
        newId,
        post: async (activity) => {
          came.push({ ...activity });
          return { status: 200, body: undefined };
        },
        keepFile: () => '',
        changed: () => {},
      });
    },
    came,
    close: async () => {},
  });
}
