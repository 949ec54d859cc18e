import postgres from 'postgres';
import type { Measured } from './closed-loop.ts';
import { closedLoop } from './closed-loop.ts';

/**
 * The second anchor: what a tap must at least write, by the driver alone: the event's mark, the status, the activity
 * and the message owed, in one commit.
 */
export async function barePostgres(
  url: string,
  load: { readonly clients: number; readonly seconds: number },
): Promise<Measured> {
  const sql = postgres(url, { max: 10, onnotice: () => {} });
  await sql`drop schema if exists bench cascade`;
  await sql`create schema bench`;
  await sql`create table bench.events (key text primary key, at timestamptz not null default now())`;
  await sql`create table bench.offers (id int primary key, status text not null)`;
  await sql`create table bench.activities (id bigint generated always as identity primary key, offer int not null, type text not null, at timestamptz not null default now())`;
  await sql`create table bench.deliveries (id bigint generated always as identity primary key, chat int not null, body jsonb not null)`;
  await sql`insert into bench.offers select n, 'proposed' from generate_series(0, 999) n`;
  const body = { text: 'You are interested'.repeat(20) };
  const measured = await closedLoop(load, async (client, turn) => {
    await sql.begin(async (tx) => {
      await tx`insert into bench.events (key) values (${`${client}-${turn}`}) on conflict do nothing`;
      await tx`update bench.offers set status = 'interested' where id = ${(client * 31 + turn) % 1000}`;
      await tx`insert into bench.activities (offer, type) values (${turn % 1000}, 'verdict_interested')`;
      await tx`insert into bench.deliveries (chat, body) values (${client}, ${sql.json(body)})`;
    });
    return true;
  });
  await sql`drop schema bench cascade`;
  await sql.end();
  return measured;
}
