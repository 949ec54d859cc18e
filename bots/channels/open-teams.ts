import type { Links } from '#adapters/teams/body.ts';
import { CARD_TYPE } from '#adapters/teams/card.ts';
import type { TeamsConnection } from '#adapters/teams/connection.ts';
import { createTeamsFiles } from '#adapters/teams/fetch-file.ts';
import type { Answer } from '#adapters/teams/messages-route.ts';
import { partsOf, readStored, storable, type TeamsReader, turnOf } from '#adapters/teams/read.ts';
import { type References, referenceIn } from '#adapters/teams/references.ts';
import { render } from '#adapters/teams/render.ts';
import { createTeamsSender } from '#adapters/teams/send.ts';
import { NoToken, type TokenSource } from '#adapters/teams/token-source.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import type { Turn } from '#core/chat/turn.ts';
import { type Fields, textIn } from '#core/fields.ts';
import type { CompanyId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import type { createShownMessages } from '#db/shown-messages.ts';
import type { LiveAccount, Opening } from './channel-driver.ts';
import { keepAsking } from './keep-asking.ts';

export type TeamsAccount = {
  readonly connection: TeamsConnection;
  /** For the connector; undefined where the bot has no id. */
  readonly token: TokenSource | undefined;
};

export type TeamsNeeds = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly references: References;
  readonly shown: ReturnType<typeof createShownMessages>;
  readonly words: Words;
  readonly count: Metrics['count'];
  readonly linksOf: (company: CompanyId) => Links;
  readonly serviceHosts: readonly string[];
};

/** Teams wants an answer to a tap that it can show; this one changes nothing. */
const NOTHING = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };

/** Brings one bot to life in Teams. It is at work at once; Microsoft is asked for its token meanwhile. */
export function openTeams(
  { account, isInvite }: Opening,
  { connection, token }: TeamsAccount,
  { inbox, references, shown, words, count, linksOf, serviceHosts }: TeamsNeeds,
): LiveAccount<Fields, Answer | undefined> {
  const reader: TeamsReader = { company: account.company, account: account.id, isInvite };
  let state: ChannelState = { state: 'up' };

  /** Where the login is only away, it is asked again with the next message. */
  const ask = async () => {
    try {
      await token?.();
      return undefined;
    } catch (error) {
      return error instanceof NoToken && error.isRefused
        ? `Microsoft gives no token for the bot: ${error.message}`
        : undefined;
    }
  };
  const asking = keepAsking({
    ask,
    told: (why) => {
      state = why === undefined ? { state: 'up' } : { state: 'down', why };
    },
  });

  const receive = async (activity: Fields): Promise<Answer | undefined> => {
    const parts = partsOf(activity).flatMap((part) => {
      const turn = turnOf(part, reader);
      return turn ? [{ turn, body: storable(part, reader) }] : [];
    });
    const [first] = parts;
    if (!first) {
      count('tesoro_teams_ignored_total');
      return activity.type === 'invoke' ? { status: 200, body: NOTHING } : undefined;
    }
    const { turn } = first;
    if (textIn(activity, 'serviceUrl')) {
      const place = referenceIn(activity);
      await references.keep(turn.company, turn.account, turn.address, place);
      // An answer comes; a mark that is lost is missed by nobody.
      if (activity.type === 'message') void connection.send(place, { type: 'typing' }).catch(() => undefined);
    }
    for (const part of parts) await inbox.receive(part);
    return activity.type === 'invoke' ? { status: 200, body: await cardAfter(turn) } : undefined;
  };

  /** A tap is answered with the card as it is now; without, Teams would bring the old one back (botbuilder-js#4635). */
  const cardAfter = async ({ account: id, company, address, on }: Turn) => {
    const found = on === undefined ? undefined : await shown.newest(id, address, on);
    if (!found) return NOTHING;
    const value = render(found.message, words, found.language, linksOf(company));
    return { statusCode: 200, type: CARD_TYPE, value };
  };

  return {
    get state() {
      return state;
    },
    sender: createTeamsSender({ connection, references, words, linksOf }),
    read: ({ body }) => readStored(body, reader),
    fetch: createTeamsFiles({ serviceHosts, token: async (refused) => token?.(refused) }),
    receive,
    stop: async () => {
      void asking.stop();
    },
    close: () => asking.stop(),
  };
}
