import type { FastifyPluginAsync } from 'fastify';
import type { ChannelState } from '#bots/readiness.ts';
import type { LiveAccount } from '#bots/work/deliver.ts';
import type { ReadAgain } from '#bots/work/retry-events.ts';
import type { ChannelAccountId } from '#core/ids.ts';
import type { FetchFile } from '#core/media.ts';

/** One channel brought to life. */
export type LiveChannel = {
  readonly state: ChannelState;
  /** The accounts that can be sent through. */
  readonly live: ReadonlyMap<ChannelAccountId, LiveAccount>;
  /** How stored bytes of each account are read again. */
  readonly readers: ReadonlyMap<ChannelAccountId, ReadAgain>;
  /** How files are fetched that came to each account. */
  readonly fetchers: ReadonlyMap<ChannelAccountId, FetchFile>;
  /** The ways in over HTTP. */
  readonly routes: FastifyPluginAsync | undefined;
  /** There may be a company for it now. */
  look(): void;
  /** Takes nothing more in; sending goes on. */
  stop(): Promise<void>;
  /** Cuts what is left. */
  close(): Promise<void>;
};
