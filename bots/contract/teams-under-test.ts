import fastify from 'fastify';
import { connectTeams } from '#adapters/teams/connect-teams.ts';
import type { TeamsConnection } from '#adapters/teams/connection.ts';
import { messagesRoute } from '#adapters/teams/messages-route.ts';
import { turnOf } from '#adapters/teams/read.ts';
import { referenceIn } from '#adapters/teams/references.ts';
import { createTeamsSender } from '#adapters/teams/send.ts';
import type { TeamsPerson } from '#adapters/teams/stand-in/person.ts';
import type { SeenMessage as Seen } from '#adapters/teams/stand-in/seen.ts';
import { createTeamsStandIn } from '#adapters/teams/stand-in/server.ts';
import { createTokenSource } from '#adapters/teams/token-source.ts';
import type { Fields } from '#core/fields.ts';
import { chat, links, words } from './a-desk.ts';
import type { ChannelUnderTest, SeenMessage, Someone } from './contract.ts';

export const APP = { appId: '00000000-0000-4000-8000-00000000000a', password: 'contract_password' };
const account = { company: chat.company.id, account: chat.account };
const reader = { ...account, isInvite: () => false };

/** The real renderer, sender, botbuilder and reader; the connector's stand-in over HTTP between them. */
export async function aTeamsUnderTest(): Promise<ChannelUnderTest> {
  const standIn = await createTeamsStandIn(APP);
  const { openIdUrl, issuer, loginUrl, host } = standIn;
  const token = createTokenSource({ ...APP, loginUrl });
  const connection = connectTeams({ appId: APP.appId, openIdUrl, issuer, token });
  const came: Fields[] = [];
  const receive = async (activity: Fields) => {
    came.push(activity);
    return activity.type === 'invoke'
      ? { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' } }
      : undefined;
  };
  const server = fastify();
  await server.register(
    messagesRoute({
      path: '/api/messages',
      hookOf: () => ({ connection, receive }),
      serviceHosts: [host],
      allowsHttp: () => true,
      log: { warn: () => {} },
    }),
  );
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  standIn.hook(`${url}/api/messages`);
  return teamsChannel({
    connection,
    person: () => standIn.person({ name: 'Ελένη' }),
    came,
    close: async () => {
      await server.close();
      await standIn.close();
    },
  });
}

type Between = {
  readonly connection: Pick<TeamsConnection, 'send' | 'change'>;
  readonly person: () => TeamsPerson;
  /** Activities as they came to us, the newest last. */
  readonly came: readonly Fields[];
  close(): Promise<void>;
};

/** The real renderer, sender and reader, whatever is between them and the stand-in's people. */
export function teamsChannel({ connection, person: newPerson, came, close }: Between): ChannelUnderTest {
  const references = new Map<string, object>();
  const sender = createTeamsSender({
    connection,
    references: { find: async (_, __, address) => references.get(address) },
    words,
    linksOf: () => links,
  });

  const someone = async (): Promise<Someone> => {
    const person = newPerson();
    await person.installs();
    references.set(person.conversation, referenceIn(came.at(-1) ?? {}));
    const pressed = new Set<string>();
    return {
      address: person.conversation,
      sees: () => fromBot(person).map(seenMessage),
      pressesAll: async () => {
        const fresh = fromBot(person).filter(({ id }) => !pressed.has(id));
        const arrived = [];
        for (const { id, actions } of fresh) {
          pressed.add(id);
          for (const { title, ref } of actions) {
            const status = await person.submits(id, ref);
            const turn = turnOf(came.at(-1) ?? {}, reader);
            if (status !== 200 || !turn) throw new Error(`the press of "${title}" says nothing`);
            arrived.push({ label: title, did: turn.did, ...(turn.on === undefined ? {} : { on: turn.on }) });
          }
        }
        return arrived;
      },
    };
  };

  // An empty line is space between two blocks of a card.
  const bare = (said: string) => said.replace(/\n+/g, '\n');
  return { sender, account, channel: 'teams', bare, someone, close };
}

export const fromBot = (person: TeamsPerson): readonly Seen[] => person.messages().filter(({ from }) => from === 'bot');

const seenMessage = ({ text, pictures, actions, links }: Seen): SeenMessage => ({
  words: text,
  photos: pictures.length,
  buttons: [...actions.map(({ title }) => title), ...links.map(({ title }) => title)],
  links: links.map(({ url }) => url),
});
