import { type ConversationReference, TurnContext } from 'botbuilder';
import { BotConnection } from '#adapters/teams/bot-connection.ts';
import { CARD_TYPE } from '#adapters/teams/card.ts';
import { createTeamsFiles } from '#adapters/teams/fetch-file.ts';
import { messagesRoute } from '#adapters/teams/messages-route.ts';
import { partsOf, readStored, storable, type TeamsReader, turnOf } from '#adapters/teams/read.ts';
import type { References } from '#adapters/teams/references.ts';
import { type Links, render } from '#adapters/teams/render.ts';
import { createTeamsSender } from '#adapters/teams/send.ts';
import { createSignedPictures } from '#adapters/teams/signed-pictures.ts';
import { createTokenSource } from '#adapters/teams/token-source.ts';
import type { Log } from '#bots/log.ts';
import type { Metrics } from '#bots/metrics.ts';
import type { ChannelState } from '#bots/readiness.ts';
import type { EgressTarget } from '#bots/settings/egress-targets.ts';
import type { TeamsSettings } from '#bots/settings/teams-settings.ts';
import type { LiveAccount } from '#bots/work/deliver.ts';
import type { Inbox } from '#bots/work/inbox.ts';
import type { ReadAgain } from '#bots/work/retry-events.ts';
import { createSleeper } from '#bots/work/sleeper.ts';
import type { Turn } from '#core/chat/turn.ts';
import type { Clock } from '#core/clock.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import { type Fields, textIn } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import type { FetchFile, MediaStore } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { Words } from '#core/words.ts';
import type { ChannelAccounts } from '#db/channel-accounts.ts';
import type { Companies } from '#db/companies.ts';
import type { createShownMessages } from '#db/shown-messages.ts';
import type { LiveChannel } from './channel.ts';
import { findAccount } from './find-account.ts';

type Needs = {
  readonly inbox: Pick<Inbox, 'receive'>;
  readonly accounts: ChannelAccounts;
  readonly companies: Pick<Companies, 'inviteCodeOf'>;
  readonly references: References;
  readonly shown: ReturnType<typeof createShownMessages>;
  readonly words: Words;
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Metrics['count'];
  /** Signs the addresses of pictures. */
  readonly secretKey: string;
  /** Where those are reached. */
  readonly publicUrl: () => string;
  readonly egressAllow: readonly EgressTarget[];
  /** Slug of the company that the account belongs to; undefined: the first made. */
  readonly company: string | undefined;
  readonly pace: ChannelPace;
  /** Told when messages may be sent that could not before. */
  readonly cameAlive: () => void;
};

/** Teams wants an answer to a tap that it can show; this one changes nothing. */
const NOTHING = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' };

/** Brings the bot of the settings to life in Teams, as soon as its company exists. */
export function startTeams(settings: TeamsSettings & { is: 'on' }, needs: Needs): LiveChannel {
  const { appId, password, loginUrl, openIdUrl, issuer, serviceHosts } = settings;
  const { log, clock, company } = needs;
  const sleeper = createSleeper();
  const live = new Map<ChannelAccountId, LiveAccount>();
  const readers = new Map<ChannelAccountId, ReadAgain>();
  const fetchers = new Map<ChannelAccountId, FetchFile>();
  const token = createTokenSource({ appId, password, loginUrl });
  const connection = new BotConnection({ appId, openIdUrl, issuer, token });
  const pictures = createSignedPictures({
    secretKey: needs.secretKey,
    publicUrl: needs.publicUrl,
    now: () => clock.now(),
  });
  const linksOf = (owner: CompanyId): Links => ({
    picture: (media) => pictures.urlOf(owner, media),
    calendar: needs.calendar.urlOf,
  });
  let state: ChannelState = { state: 'waits', why: 'there is no company yet' };
  let reader: TeamsReader | undefined;
  let stopping = false;
  if (appId === '') log.warn({}, 'Teams has no MicrosoftAppId: whoever reaches this port on this machine is believed');

  const run = async () => {
    const wanted = {
      channel: 'teams',
      transport: 'connector',
      name: 'Teams',
      externalId: appId || 'loopback',
      handle: null,
      company,
    } as const;
    const { accounts } = needs;
    const account = await findAccount({ accounts, wanted, sleeper, stopping: () => stopping, log });
    if (!account) return;
    const inviteCode = await needs.companies.inviteCodeOf(account.company);
    const isInvite = (word: string) => word === inviteCode;
    const mine: TeamsReader = { company: account.company, account: account.id, isInvite };
    readers.set(account.id, ({ body }) => readStored(body, mine));
    fetchers.set(
      account.id,
      createTeamsFiles({ serviceHosts, token: async () => (appId === '' ? undefined : token()) }),
    );
    const { words, references, pace } = needs;
    live.set(account.id, {
      sender: createTeamsSender({ connection, references, words, linksOf }),
      pace,
    });
    reader = mine;
    state = { state: 'up' };
    await needs.accounts.setState(account.id, 'active');
    needs.cameAlive();
  };

  const receive = async (activity: Fields) => {
    if (!reader || stopping) throw new Error('the account is not at work');
    const mine = reader;
    const parts = partsOf(activity).flatMap((part) => {
      const turn = turnOf(part, mine);
      return turn ? [{ turn, body: storable(part, mine) }] : [];
    });
    const [first] = parts;
    if (!first) {
      needs.count('tesoro_teams_ignored_total');
      return activity.type === 'invoke' ? { status: 200, body: NOTHING } : undefined;
    }
    const { turn } = first;
    if (textIn(activity, 'serviceUrl')) {
      const reference: Partial<ConversationReference> = TurnContext.getConversationReference(activity as never);
      // The message that it answers is no part of where the chat is.
      const { activityId: _, ...place } = reference;
      await needs.references.keep(turn.company, turn.account, turn.address, place);
      if (activity.type === 'message') void showTyping(place);
    }
    for (const part of parts) await needs.inbox.receive(part);
    return activity.type === 'invoke' ? { status: 200, body: await cardAfter(turn) } : undefined;
  };

  /** An answer comes; a mark that is lost is missed by nobody. */
  const showTyping = (place: Partial<ConversationReference>) =>
    connection
      .speak(place, async (context) => {
        await context.sendActivity({ type: 'typing' });
      })
      .catch(() => undefined);

  /** A tap is answered with the card as it is now; without, Teams would bring the old one back (botbuilder-js#4635). */
  const cardAfter = async ({ account, company: owner, address, on }: Turn) => {
    const found = on === undefined ? undefined : await needs.shown.newest(account, address, on);
    if (!found) return NOTHING;
    const value = render(found.message, needs.words, found.language, linksOf(owner));
    return { statusCode: 200, type: CARD_TYPE, value };
  };

  const running = run().catch((error: unknown) => {
    state = { state: 'down', why: 'it could not be started; the log has the details' };
    log.error({ err: error }, 'Teams could not be started');
  });
  const isAllowed = (host: string) => needs.egressAllow.some((each) => `${each.host}:${each.port}` === host);

  return {
    get state() {
      return state;
    },
    live,
    readers,
    fetchers,
    routes: async (server) => {
      await server.register(messagesRoute({ connection, serviceHosts, allowsHttp: isAllowed, receive, log }));
      await server.register(pictures.route(needs.media));
    },
    look: sleeper.wake,
    stop: async () => {
      stopping = true;
      sleeper.close();
    },
    close: async () => {
      await running;
    },
  };
}
