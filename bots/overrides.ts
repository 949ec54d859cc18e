import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Gathering } from '#core/chat/owed.ts';
import type { Clock } from '#core/clock.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { CompanyId, UserId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Database } from '#db/database.ts';
import type { KeptRoom } from './rooms/open-kept.ts';
import type { EgressTarget } from './settings/egress-targets.ts';
import type { ChannelSettings } from './settings/settings.ts';

/** What tests and the playground put in place of what the settings say. */
export type Overrides = {
  readonly clock?: Clock;
  readonly log?: FastifyBaseLogger;
  /** Other limits than Telegram's own, for measuring ours. */
  readonly telegramPace?: ChannelPace;
  /** With another pace nobody is seen typing either. */
  readonly whatsAppPace?: ChannelPace;
  readonly teamsPace?: ChannelPace;
  /** Another patience for files that come together. */
  readonly gathering?: Gathering;
  /** Where the operator reads what concerns them alone; else standard output. */
  readonly show?: (lines: string) => void;
  /** An open database; closed with the product. */
  readonly database?: Database;
  /** Called before anything listens: may fill the store, bring its own platform, mount further routes. The playground's place. */
  readonly demo?: (bare: BareProduct) => Promise<Demo>;
};
export type DemoPerson = {
  readonly company: CompanyId;
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly role: string;
};
export type BareProduct = Pick<
  KeptRoom,
  'database' | 'store' | 'companies' | 'media' | 'newId' | 'secretKey' | 'clock'
>;
export type Demo = {
  readonly channels?: ChannelSettings;
  /** What may be reached besides what the settings allow. */
  readonly egressAllow?: readonly EgressTarget[];
  /** In place of the store of the settings, for all but backups. */
  readonly media?: MediaStore;
  /** The people as whom a visitor may use the desk, which the playground may frame. */
  readonly people?: () => Promise<readonly DemoPerson[]>;
  readonly mount?: (server: FastifyInstance) => Promise<void>;
  /** Told where the server listens. */
  readonly listening?: (url: string) => Promise<void>;
  readonly close?: () => Promise<void>;
};
