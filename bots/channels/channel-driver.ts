import type { FastifyPluginAsync } from 'fastify';
import type { ChannelState } from '#bots/readiness.ts';
import type { MarkTaken, ReadAgain } from '#bots/work/take-stored.ts';
import type { Sender } from '#core/chat/channel.ts';
import type { AccountKind, CheckStep, Credentials } from '#core/crm/channel-accounts.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile } from '#core/media.ts';
import type { ChannelAccount } from '#db/channel-accounts.ts';

/** One account at work in this process. */
export type LiveAccount<What, Answer> = {
  readonly state: ChannelState;
  /** Undefined while nothing can be sent. */
  readonly sender: Sender | undefined;
  /** Reads what was stored of it. */
  readonly read: ReadAgain;
  /** Undefined where people see by themselves that a message arrived. */
  readonly mark?: MarkTaken;
  /** Gets files that were sent to it. */
  readonly fetch: FetchFile;
  /** Takes what came over HTTP, once it was proven who calls: resolves once it is kept, throws where it can't be now. */
  readonly receive?: (what: What) => Promise<Answer>;
  /** Asks its platform whether it works, without a word to any client. Never throws; undefined where nothing can be asked. */
  readonly check?: () => Promise<readonly CheckStep[]>;
  /** Takes nothing more in; sending goes on. */
  stop(): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
};

/** What one account is opened with. */
export type Opening = {
  readonly account: ChannelAccount;
  /** Whether a word is an invite of the company, which may stand anywhere in a message (SPEC 12). */
  readonly isInvite: (word: string) => boolean;
  /** Keeps what the platform calls the account; links into its chats need it. */
  readonly learned: (told: { readonly handle: string; readonly name?: string }) => Promise<void>;
  /** There may be something to send that could not be sent before. */
  readonly cameAlive: () => void;
};

/** The way in of one account over HTTP: what proves who calls, and what takes what they bring. */
export type Hook<Guard, What, Answer> = Guard & { readonly receive: (what: What) => Promise<Answer> };
/** The account behind a path; without an id, that of the settings. Asked at every request, so that accounts come and go. */
export type HookOf<Guard, What, Answer> = (account: string | undefined) => Hook<Guard, What, Answer> | undefined;

/**
 * A way to speak with a platform: what of it is its own. `createChannel` does for each what is the same for all.
 * `Access`: what an account is opened with, `Guard`: what proves who calls it over HTTP, `What`: what they bring.
 */
export type ChannelDriver<Access, Guard, What = unknown, Answer = void> = Omit<AccountKind, 'own'> & {
  readonly pace: ChannelPace;
  /** The account that the settings describe, where they do. */
  readonly settings: { readonly externalId: string; readonly access: Access } | undefined;
  /** Those that offices add themselves. `given` is as its fields say. */
  readonly own:
    | (NonNullable<AccountKind['own']> & {
        readonly accessOf: (given: Credentials, account: ChannelAccountId) => Access;
      })
    | undefined;
  /** Undefined where nothing comes over HTTP. */
  readonly guardOf: (access: Access) => Guard | undefined;
  /** Loads the platform's library, which is large, before it is needed. */
  readonly load: () => Promise<unknown>;
  readonly open: (opening: Opening, access: Access) => Promise<LiveAccount<What, Answer>>;
  readonly routes: (hookOf: HookOf<Guard, What, Answer>) => FastifyPluginAsync;
};
