import postgres from 'postgres';
import type { Connection, Driver, Sight, Values } from './driver.ts';
import { sightStatement } from './driver.ts';
import { ABORTED, failedWith } from './failed-with.ts';
import { migratePostgres } from './migrate.ts';
import { createPool } from './pool.ts';
import { jsonText, storable } from './storable.ts';

const POOL = 10;
/** Rings within this time are one: they only say "look again", at what they name. */
const RING_MS = 10;
/** What one NOTIFY carries is shorter than 8,000 bytes (Postgres, NOTIFY). */
const MOST_BYTES = 7900;

/** One connection to the server. A postgres.js client of one connection each lets us know at once when it is lost. */
type Line = { readonly client: postgres.Sql; state: 'new' | 'open' | 'lost' };

const OPTIONS: postgres.Options<Record<string, postgres.PostgresType>> = {
  max: 1,
  max_lifetime: null,
  connect_timeout: 5,
  onnotice: () => {},
  types: {
    json: { to: 3802, from: [114, 3802], serialize: jsonText, parse: JSON.parse },
    text: { to: 25, from: [25, 1043], serialize: storable, parse: (text: string) => text },
    date: { to: 1082, from: [1082], serialize: String, parse: (day: string) => day },
    moment: { to: 1184, from: [1184], serialize: momentText, parse: (text: string) => new Date(text) },
  },
  connection: {
    application_name: 'tesoro-chat',
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  },
};

/** A database on a server, migrated. */
export async function openPostgres(url: string): Promise<Driver> {
  const { confined } = await migratePostgres(url);
  const pool = createPool<Line>(POOL, () => {
    const line: Line = {
      state: 'new',
      client: postgres(url, {
        ...OPTIONS,
        onclose: () => {
          line.state = 'lost';
        },
      }),
    };
    return line;
  });
  const bell = postgres(url, { ...OPTIONS, idle_timeout: 60 });
  const ringing = new Map<string, { readonly timer: NodeJS.Timeout; readonly about: Set<string> }>();
  const ringNow = async (channel: string) => {
    const ring = ringing.get(channel);
    clearTimeout(ring?.timer);
    ringing.delete(channel);
    for (const carried of carriedBy(ring?.about ?? new Set())) await bell.notify(channel, carried).catch(() => {});
  };

  const vacuum = async () => {
    await bell.unsafe('set statement_timeout = 0');
    await bell.unsafe('vacuum (analyze)');
  };

  return {
    durability: 'power',
    transaction: (sight, work) => pool.use((line) => transact(line, sight, confined, work)),
    // A server does this by itself.
    checkpoint: () => Promise.resolve(),
    vacuum,
    shred: vacuum,
    ring(channel, about = []) {
      const ring = ringing.get(channel) ?? {
        timer: setTimeout(() => void ringNow(channel), RING_MS),
        about: new Set<string>(),
      };
      ringing.set(channel, ring);
      for (const each of about) ring.about.add(each);
    },
    async hear(channel, heard) {
      // The third argument is called on each new connection: what rang while there was none is made up for.
      await bell.listen(
        channel,
        (carried) => heard(carried.split(BETWEEN)),
        () => heard(undefined),
      );
    },
    async close() {
      await Promise.all([...ringing.keys()].map(ringNow));
      await Promise.all([bell.end({ timeout: 5 }), ...pool.all().map(({ client }) => client.end({ timeout: 5 }))]);
    },
  };
}

/** Between the things that one NOTIFY names. */
const BETWEEN = '\n';

/** What is to be told, in as many pieces as one NOTIFY carries; one that is too long for any says nothing, which is "look at all". */
function carriedBy(about: ReadonlySet<string>): readonly string[] {
  const pieces = [''];
  for (const each of about) {
    const last = pieces.at(-1) ?? '';
    const more = last === '' ? each : last + BETWEEN + each;
    if (Buffer.byteLength(more) <= MOST_BYTES) pieces[pieces.length - 1] = more;
    else pieces.push(Buffer.byteLength(each) <= MOST_BYTES ? each : '');
  }
  return pieces;
}

/**
 * BEGIN, the sight and the first statements of the work go out together, and COMMIT does not wait for the last writes:
 * the server takes them in order. A line that is not known to be open answers BEGIN first, so that nothing that was
 * meant for a transaction is sent to a new connection by itself.
 */
async function transact<Result>(
  line: Line,
  sight: Sight,
  confined: boolean,
  work: (connection: Connection) => Promise<Result>,
): Promise<Result> {
  const { client } = line;
  const sent: Promise<unknown>[] = [];
  let first: unknown;
  const send = (text: string, values: Values = []) => {
    if (line.state === 'lost') return Promise.reject(new Error('the connection to the database was lost'));
    // biome-ignore lint/suspicious/noExplicitAny: postgres.js names each type it takes; the statement knows better
    return client.unsafe(text, values as any[], { prepare: true });
  };
  const follow = <Answer>(answer: Promise<Answer>) => {
    answer.catch((error: unknown) => {
      first ??= error;
    });
    sent.push(answer);
    return answer;
  };

  const fresh = line.state !== 'open';
  line.state = 'open';
  const begun = client.unsafe('begin');
  if (fresh) await begun;
  else void follow(begun);
  try {
    void follow(send(...sightStatement(sight, confined)));
    const result = await work({
      rows: <Row extends object>(text: string, values?: Values) =>
        follow(send(text, values).then((rows) => rows as unknown as Row[])),
      arrays: (text, values) => {
        if (line.state === 'lost') return Promise.reject(new Error('the connection to the database was lost'));
        // biome-ignore lint/suspicious/noExplicitAny: as above
        return follow(client.unsafe(text, values as any[], { prepare: true }).values());
      },
      write: (text, values) => {
        void follow(send(text, values).then());
      },
    });
    const committed = follow(client.unsafe('commit'));
    await Promise.all(sent);
    const { command } = await committed;
    if (command !== 'COMMIT') throw new Error('a statement of the transaction failed, and its error was dropped');
    return result;
  } catch (error) {
    if (line.state === 'open') await client.unsafe('rollback').catch(() => {});
    throw failedWith(error, ABORTED) ? first : error;
  }
}

function momentText(moment: Date | string): string {
  return typeof moment === 'string' ? moment : moment.toISOString();
}
