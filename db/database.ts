import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { PgRemoteDatabase } from 'drizzle-orm/pg-proxy';
import type { CompanyId } from '#core/ids.ts';
import type { Nudge } from '#core/live.ts';
import type { Connection, Driver, Sight } from './driver.ts';
import { drizzle } from './drizzle.ts';
import { failedWith, RACED } from './failed-with.ts';

/** Drizzle's words on a transaction of either database. */
export type Db = PgRemoteDatabase<Record<string, never>>;

/** One transaction: of one company, or of the system. */
type Tx<Whose = CompanyId | undefined> = Connection & {
  /** Undefined in the system scope. */
  readonly company: Whose;
  readonly db: Db;
  /** Rings after the commit, so that whoever carries out what is owed looks at once. */
  wake(channel: Channel): void;
  /** Tells after the commit that something changed, to who looks at it. */
  nudge(...names: readonly Nudge[]): void;
};
export type CompanyTx = Tx<CompanyId>;

/** `owed`: messages, mails or webhooks wait to be sent. `channel_accounts`: a company's bots are others now. */
type Channel = 'owed' | 'channel_accounts';
/** What changed, and of which company. */
const NUDGES = 'nudges';
type HeardNudges = (company: CompanyId | undefined, names: readonly string[]) => void;

/** A database that is up to date. Nothing of it is within reach outside of a transaction. */
export type Database = {
  /** What a commit survives (P10). */
  readonly durability: 'power' | 'process';
  /**
   * Runs the work as one transaction that sees one company's rows. What throws in it leaves nothing behind. Where two
   * transactions got in each other's way (a deadlock), the work of one is run again, so it must change nothing else.
   */
  transaction<Result>(company: CompanyId, work: (tx: CompanyTx) => Promise<Result>): Promise<Result>;
  /** The one scope that sees every company: for key look-up, routing, the queues and upkeep (P11). */
  systemScope<Result>(work: (tx: Tx<undefined>) => Promise<Result>): Promise<Result>;
  /** Calls back when a transaction of this or another process rang. Rings may be lost: look now and then anyway. */
  listen(channel: Channel, heard: () => void): Promise<void>;
  /** Tells that something changed in a company, by what the system has committed. */
  nudge(company: CompanyId, ...names: readonly Nudge[]): void;
  /** Calls back with what a transaction of this or another process changed; without a company where nobody knows. */
  hearNudges(heard: HeardNudges): Promise<void>;
  /** Whether it answers. */
  ping(): Promise<void>;
  /** What a server does by itself and the embedded database does not; nothing on a server. */
  checkpoint(): Promise<void>;
  vacuum(): Promise<void>;
  /** Leaves no byte of deleted rows in the embedded database's files. Nothing else is done meanwhile. */
  shred(): Promise<void>;
  close(): Promise<void>;
};

/** How often a transaction is run that others got in the way of. */
const ATTEMPTS = 3;

export function createDatabase(driver: Driver): Database {
  let closed = false;
  const inside = new AsyncLocalStorage<{ open: boolean }>();
  const listeners: { channel: Channel; heard: () => void }[] = [];
  const nudged: HeardNudges[] = [];
  const self = randomUUID();
  const ringHere = (channel: Channel) => {
    for (const listener of listeners) if (listener.channel === channel) listener.heard();
  };

  const tell = (company: CompanyId, names: ReadonlySet<Nudge>) => {
    for (const heard of nudged) heard(company, [...names]);
    // To the other processes: `<company>|waits,contact-<id>|<process>`.
    driver.ring(NUDGES, [`${company}|${[...names].join(',')}|${self}`]);
  };

  async function run<Whose extends CompanyId | undefined, Result>(
    sight: Sight,
    company: Whose,
    work: (tx: Tx<Whose>) => Promise<Result>,
  ): Promise<Result> {
    // On the embedded database's one connection this would wait for itself for ever.
    if (inside.getStore()?.open)
      throw new Error('a transaction was begun inside of another: use the one that is there');
    for (let attempt = 1; ; attempt++) {
      const here = { open: true };
      const rung = new Set<Channel>();
      const changed = new Set<Nudge>();
      try {
        const result = await inside.run(here, () =>
          driver.transaction(sight, (connection) => work(createTx(connection, company, rung, changed))),
        );
        for (const channel of rung) {
          ringHere(channel);
          driver.ring(channel);
        }
        if (company && changed.size > 0) tell(company, changed);
        return result;
      } catch (error) {
        const raced = RACED.some((code) => failedWith(error, code));
        if (!raced || attempt === ATTEMPTS) throw error;
      } finally {
        here.open = false;
      }
    }
  }

  return {
    durability: driver.durability,
    transaction: (company, work) => run({ company }, company, work),
    systemScope: (work) => run('system', undefined, work),
    async listen(channel, heard) {
      listeners.push({ channel, heard });
      await driver.hear(channel, () => closed || heard());
    },
    nudge: (company, ...names) => {
      if (names.length > 0) tell(company, new Set(names));
    },
    async hearNudges(heard) {
      nudged.push(heard);
      await driver.hear(NUDGES, (about) => {
        if (closed) return;
        if (!about || about.includes('')) return heard(undefined, []);
        for (const [company = '', names = '', by] of about.map((each) => each.split('|')))
          if (by !== self) heard(company as CompanyId, names.split(','));
      });
    },
    ping: () => run('system', undefined, async (tx) => void (await tx.rows('select 1 as one'))),
    checkpoint: () => driver.checkpoint(),
    vacuum: () => driver.vacuum(),
    shred: () => driver.shred(),
    close() {
      closed = true;
      return driver.close();
    },
  };
}

function createTx<Whose extends CompanyId | undefined>(
  connection: Connection,
  company: Whose,
  rung: Set<Channel>,
  changed: Set<Nudge>,
): Tx<Whose> {
  let db: Db | undefined;
  return {
    ...connection,
    company,
    get db() {
      db ??= drizzle(async (text, values, method) => ({
        rows: await (method === 'all' ? connection.arrays(text, values) : connection.rows(text, values)),
      }));
      return db;
    },
    wake: (channel) => void rung.add(channel),
    nudge: (...names) => {
      for (const name of names) changed.add(name);
    },
  };
}
