import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CompanyId } from '#core/ids.ts';
import { aCompany } from './builders.ts';
import { connect } from './connect.ts';
import type { Database } from './database.ts';
import { describeOnBoth, newDatabaseUrl } from './testing.ts';

describeOnBoth('a transaction', (fresh) => {
  it('leaves nothing behind where its work throws', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;

    const failing = database.transaction(company, async ({ write }) => {
      write("update companies set name = 'Changed' where id = $1", [company]);
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await nameOf(database)).toBe('Casa Tesoro');
  });

  it('fails where a statement failed that nobody waited for, or whose error was dropped', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    const change = "update companies set name = 'Changed' where id = $1";

    const unawaited = database.transaction(company, async ({ write }) => {
      write(change, [company]);
      write('select 1 / 0');
    });
    const behind = database.transaction(company, async ({ write, rows }) => {
      write('select 1 / 0');
      await rows('select 1');
    });
    const dropped = database.transaction(company, async ({ rows, write }) => {
      write(change, [company]);
      await rows('select 1 / 0').catch(() => {});
    });

    // All at once: one that fails first must not do so unheard.
    await Promise.all(
      [unawaited, behind, dropped].map((failing) => expect(failing).rejects.toThrow('division by zero')),
    );
    expect(await nameOf(database)).toBe('Casa Tesoro');
  });

  it('is refused inside of another, instead of waiting for itself for ever', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;

    const nested = database.transaction(company, () => database.ping());
    await expect(nested).rejects.toThrow('inside of another');

    const after = await database.transaction(company, async () => () => database.ping());
    await expect(after()).resolves.toBeUndefined();
  });

  it('rings after the commit, and not where it was rolled back', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;
    let rung = 0;
    await database.listen('owed', () => void rung++);
    const heardBefore = rung;

    await database
      .transaction(company, async ({ wake }) => {
        wake('owed');
        throw new Error('no');
      })
      .catch(() => {});
    expect(rung).toBe(heardBefore);

    await database.transaction(company, async ({ wake }) => {
      wake('owed');
      wake('owed');
      expect(rung).toBe(heardBefore);
    });
    expect(rung).toBe(heardBefore + 1);
  });

  it('keeps what people send, whatever bytes are in it', async () => {
    const database = await fresh();
    const company = (await aCompany(database)).id;

    await database.transaction(company, async ({ write }) =>
      write('update companies set name = $2, reject_reasons = $3 where id = $1', [company, 'a\0b', ['c\0\ud800d']]),
    );

    const [row] = await database.transaction(company, ({ rows }) => rows('select name, reject_reasons from companies'));
    expect(row).toEqual({ name: 'ab', reject_reasons: ['c\ufffdd'] });
  });
});

describe('a server', () => {
  it('is brought up to date once, by three processes at once', async () => {
    const databaseUrl = await newDatabaseUrl({ empty: true });

    const all = await Promise.all([connect({ databaseUrl }), connect({ databaseUrl }), connect({ databaseUrl })]);
    const again = await connect({ databaseUrl });

    for (const database of [...all, again]) {
      await expect(database.ping()).resolves.toBeUndefined();
      await database.close();
    }
  });

  it('rings in other processes', async () => {
    const [one, other] = await twoOnOneServer();
    const company = (await aCompany(one)).id;
    let rung = 0;
    await other.listen('owed', () => void rung++);
    const before = rung;

    await one.transaction(company, async ({ wake }) => wake('owed'));

    await vi.waitFor(() => expect(rung).toBeGreaterThan(before), { timeout: 5000 });
  });

  it('lets both of two transactions through that waited for each other', async () => {
    const [one, other] = await twoOnOneServer();
    const [first, second] = [(await aCompany(one)).id, (await aCompany(one)).id];
    const bothNames = (database: Database, companies: readonly CompanyId[]) =>
      database.systemScope(async ({ rows }) => {
        for (const company of companies) {
          await rows("update companies set name = name || '!' where id = $1", [company]);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });

    await Promise.all([bothNames(one, [first, second]), bothNames(other, [second, first])]);

    const rows = await one.systemScope((tx) => tx.rows('select name from companies'));
    expect([...rows]).toEqual([{ name: 'Casa Tesoro!!' }, { name: 'Casa Tesoro!!' }]);
  });

  it('may cut its connections: what was under way fails, what comes next works', async () => {
    const [one, other] = await twoOnOneServer();
    const company = (await aCompany(one)).id;
    const cut = () =>
      other.systemScope(({ rows }) =>
        rows(
          'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
        ),
      );

    const underWay = one.transaction(company, async ({ write, rows }) => {
      write("update companies set name = 'Changed' where id = $1", [company]);
      await rows('select 1');
      await cut();
      // The connection is gone before the next statement is sent.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await rows('select 1');
    });
    await expect(underWay).rejects.toThrow();

    await vi.waitFor(async () => expect(await nameOf(one)).toBe('Casa Tesoro'), { timeout: 5000 });
    const many = Array.from({ length: 30 }, () => one.ping());
    await expect(Promise.all(many)).resolves.toHaveLength(30);
  });
});

describe('a data directory', () => {
  it('keeps what was committed, and refuses a second process with one clear line', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'tesoro-data-'));
    onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
    const first = await connect({ dataDir });
    await aCompany(first);
    await first.checkpoint();
    await first.vacuum();

    const { stdout } = connectInAnotherProcess(dataDir);
    await expect(connect({ dataDir })).rejects.toThrow('is in use by another process');
    await first.close();
    const second = await connect({ dataDir });

    expect(stdout).toMatch(/^The data directory \S+ is in use by another process[^\n]*\n$/);
    expect(second.durability).toBe('process');
    expect(await nameOf(second)).toBe('Casa Tesoro');
    await second.close();
  });
});

function connectInAnotherProcess(dataDir: string) {
  const program = `import { connect } from '#db/connect.ts';
    await connect({ dataDir: ${JSON.stringify(dataDir)} }).catch((error) => console.log(error.message));`;
  return spawnSync(process.execPath, ['--input-type=module-typescript', '-e', program], { encoding: 'utf8' });
}

async function twoOnOneServer(): Promise<[Database, Database]> {
  const databaseUrl = await newDatabaseUrl();
  const both: [Database, Database] = [await connect({ databaseUrl }), await connect({ databaseUrl })];
  onTestFinished(async () => {
    await Promise.all(both.map((database) => database.close()));
  });
  return both;
}

async function nameOf(database: Database): Promise<unknown> {
  const [row] = await database.systemScope(({ rows }) => rows<{ name: string }>('select name from companies'));
  return row?.name;
}
