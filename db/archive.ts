import type { CompanyId, MediaId } from '#core/ids.ts';
import type { Database } from './database.ts';
import journal from './migrations/meta/_journal.json' with { type: 'json' };

/** One row as the database itself writes it: JSON that is never read in between, so that no number loses a digit. */
export type ArchivedRow = { readonly table: string; readonly json: string };
export type ArchivedFile = { readonly company: CompanyId; readonly id: MediaId; readonly sha256: string };

/** All rows of all companies, out and in again (system scope). */
export type Archive = {
  /** Every row as one moment has them, what is referred to before what refers to it; some at a time. */
  read(take: (rows: readonly ArchivedRow[]) => Promise<void>): Promise<void>;
  /** The records of all stored files. */
  files(): Promise<readonly ArchivedFile[]>;
  /**
   * Fills an empty database: all of the rows or, where one of them or their source fails, none. Throws NotEmpty where a
   * company is there already.
   */
  fill(rows: AsyncIterable<ArchivedRow>): Promise<void>;
};

/** The newest migration: rows go only into tables of the same shape. */
export const VERSION = journal.entries.at(-1)?.tag ?? '';

export class NotEmpty extends Error {}

const AT_ONCE = 500;
/** Characters of JSON in one statement. */
const MOST_JSON = 4_000_000;

/** Files are written while the rows wait for their commit. */
const UNHURRIED = "select set_config('idle_in_transaction_session_timeout', '0', true)";

const TABLES = `
  select c.relname as name,
    array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
          where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs,
    array(select a.attname::text from pg_attribute a
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
          order by a.attnum) as columns,
    (select a.attname::text from pg_attribute a
     where a.attrelid = c.oid and a.attidentity <> '' and not a.attisdropped limit 1) as counted
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`;

type Table = {
  readonly name: string;
  readonly needs: readonly string[];
  readonly columns: readonly string[];
  readonly counted: string | null;
};

export function createArchive({ systemScope }: Database): Archive {
  return {
    read: (take) =>
      systemScope(async (tx) => {
        await tx.rows(UNHURRIED);
        const tables = inOrder(await tx.rows<Table>(TABLES));
        const all = tables.map(({ name }) => `select '${name}' as "table", to_jsonb(t)::text as json from "${name}" t`);
        // One statement is one moment, and a cursor's is never carried out in parallel, which would mix the order.
        await tx.rows(`declare archive no scroll cursor for ${all.join(' union all ')}`);
        for (;;) {
          const rows = await tx.rows<ArchivedRow>(`fetch ${AT_ONCE} from archive`);
          if (rows.length === 0) return;
          await take(rows);
        }
      }),

    files: () =>
      systemScope((tx) => tx.rows<ArchivedFile>('select company_id as company, id, sha256 from media order by seq')),

    fill: (rows) =>
      systemScope(async (tx) => {
        await tx.rows(UNHURRIED);
        if ((await tx.rows('select 1 from companies limit 1')).length > 0)
          throw new NotEmpty('there is a company already; restore into an empty database');
        const tables = new Map((await tx.rows<Table>(TABLES)).map((table) => [table.name, table]));
        const insert = async (name: string, batch: readonly string[]) => {
          const table = tables.get(name);
          if (!table) throw new Error(`there is no table ${name}`);
          const columns = table.columns.map((column) => `"${column}"`).join(', ');
          await tx.rows(
            `insert into "${name}" (${columns}) overriding system value
             select ${columns} from jsonb_populate_recordset(null::"${name}", $1::text::jsonb)`,
            [`[${batch.join(',')}]`],
          );
        };
        let [name, batch, size] = ['', [] as string[], 0];
        for await (const row of rows) {
          if (row.table !== name || batch.length >= AT_ONCE || size + row.json.length > MOST_JSON) {
            if (batch.length > 0) await insert(name, batch);
            [name, batch, size] = [row.table, [], 0];
          }
          batch.push(row.json);
          size += row.json.length;
        }
        if (batch.length > 0) await insert(name, batch);
        for (const { name: table, counted } of tables.values())
          if (counted)
            await tx.rows(
              `select setval(pg_get_serial_sequence('"${table}"', '${counted}'), m) from (select max("${counted}") as m from "${table}") t
               where m is not null`,
            );
      }),
  };
}

/** What is referred to before what refers to it. */
function inOrder(tables: readonly Table[]): readonly Table[] {
  const done: Table[] = [];
  let left = tables;
  while (left.length > 0) {
    const next = left.filter(({ needs }) => needs.every((name) => done.some((table) => table.name === name)));
    if (next.length === 0) throw new Error(`these tables refer to each other: ${left.map(({ name }) => name).join()}`);
    done.push(...next);
    left = left.filter((table) => !next.includes(table));
  }
  return done;
}
