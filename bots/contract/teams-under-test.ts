import fastify from 'fastify';
import { connectTeams } from '#adapters/teams/connect-teams.ts';
import { messagesRoute } from '#adapters/teams/messages-route.ts';
import { turnOf } from '#adapters/teams/read.ts';
import { referenceIn } from '#adapters/teams/references.ts';
import { createTeamsSender } from '#adapters/teams/send.ts';
import type { TeamsPerson } from '#adapters/teams/stand-in/person.ts';
import type { SeenMessage as Seen } from '#adapters/teams/stand-in/seen.ts';
import { createTeamsStandIn } from '#adapters/teams/stand-in/server.ts';
import { createTokenSource } from '#adapters/teams/token-source.ts';
import { type Fields, fieldsIn, textIn } from '#core/fields.ts';
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
  const references = new Map<string, object>();
  const came: Fields[] = [];
  const receive = async (activity: Fields) => {
    came.push(activity);
    references.set(textIn(fieldsIn(activity, 'conversation'), 'id') ?? '', referenceIn(activity));
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
  const sender = createTeamsSender({
    connection,
    references: { find: async (_, __, address) => references.get(address) },
    words,
    linksOf: () => links,
  });

  const someone = async (): Promise<Someone> => {
    const person = standIn.person({ name: 'Ελένη' });
    await person.installs();
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

  return {
    sender,
    account,
    listsDays: true,
    // An empty line is space between two blocks of a card.
    bare: (said) => said.replace(/\n+/g, '\n'),
    someone,
    close: async () => {
      await server.close();
      await standIn.close();
    },
  };
}

export const fromBot = (person: TeamsPerson): readonly Seen[] => person.messages().filter(({ from }) => from === 'bot');

const seenMessage = ({ text, pictures, actions, links }: Seen): SeenMessage => ({
  words: text,
  photos: pictures.length,
  buttons: [...actions.map(({ title }) => title), ...links.map(({ title }) => title)],
  links: links.map(({ url }) => url),
});
