import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readKyero } from '#adapters/kyero/read-kyero.ts';
import type { Clock } from '#core/clock.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { importProperties, QUIET_SECONDS } from '#core/imports/import-properties.ts';
import type { ImportId } from '#core/imports/imports.ts';
import type { Store } from '#core/store.ts';
import type { Api } from './api.ts';
import { callerIn, type Door } from './door.ts';
import { Problem } from './errors.ts';
import { byId, found, id, idOf, moment, nullable, problems } from './schema-parts.ts';

/** Ten thousand listings with their texts in ten languages, several times over. */
const MOST_FEED_BYTES = 256 * 1024 * 1024;
/** As in a list of the newest. */
const MOST_LISTED = 20;
const XML = /^(application|text)\/xml\b/;

const closed = { additionalProperties: false };
const count = Type.Integer();
const reportSchema = Type.Object(
  {
    id,
    state: Type.Enum(['under_way', 'done', 'broken', 'interrupted']),
    dry_run: Type.Boolean(),
    user_id: id,
    read: count,
    added: count,
    changed: count,
    unchanged: count,
    closed: Type.Integer({ description: 'imported before, and in this feed no more: now off the market' }),
    not_closed: Type.Integer({ description: 'so many would have been closed that the feed is taken for a cut one' }),
    photos: Type.Integer({ description: 'still to be fetched' }),
    refused: count,
    refusals: Type.Array(
      Type.Object(
        { line: Type.Integer(), reference: nullable(Type.String()), field: Type.String(), detail: Type.String() },
        closed,
      ),
      { description: 'the first 1,000' },
    ),
    created_at: moment,
    ended_at: nullable(moment),
  },
  closed,
);

/** Listings by feed. The feed is kept in a file while it comes, so that its sender need not wait for the database. */
export function importRoutes(
  api: Api,
  door: Door,
  { store, clock }: { readonly store: Store<CrmKept>; readonly clock: Clock },
): void {
  api.register(async (scope) => {
    scope.addContentTypeParser(XML, (_request, payload, done) => done(null, payload));
    scope.withTypeProvider<TypeBoxTypeProvider>().post(
      '/import/properties',
      {
        config: { deed: 'importProperties' },
        bodyLimit: MOST_FEED_BYTES,
        schema: {
          tags: ['Properties'],
          summary: 'Takes a feed of listings (Kyero, version 3)',
          description:
            'For Admins. XML of up to 256 MB. Listings are known again by `ref`: new ones are added, known ones changed where they differ, those of an earlier feed that are in this one no more go off the market. Photos are fetched afterwards. What can’t be taken is reported with its line and stops nothing; the same feed again changes nothing. A feed without more than half of the homes that it had closes none.',
          consumes: ['application/xml', 'text/xml'],
          querystring: Type.Object(
            { dry_run: Type.Optional(Type.Boolean({ description: 'only says what it would do' })) },
            closed,
          ),
          response: { 200: reportSchema, ...problems('conflict', 'tooLarge', 'wrongType', 'notAllowed') },
        },
      },
      async (request, reply) => {
        if (!isStream(request.body)) throw new Problem('wrongType');
        const isTrial = request.query.dry_run ?? false;
        const { company, agent } = callerIn(request);
        const folder = await mkdtemp(join(tmpdir(), 'feed-'));
        try {
          const file = join(folder, 'feed.xml');
          const hash = await keep(request.body, file);
          const imported = await importProperties(
            { store, clock },
            company,
            agent,
            readKyero(createReadStream(file)),
            isTrial,
          );
          if (imported.was === 'busy') throw new Problem('conflict', 'Another import is under way.');
          const answer = async () => ({ status: 200, body: imported.record });
          door.send(reply, await door.decide(request, answer, `${isTrial} ${hash}`));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      },
    );
  });

  api.get(
    '/imports',
    {
      config: { deed: 'importProperties' },
      schema: {
        tags: ['Properties'],
        summary: 'The newest feeds that were taken',
        response: { 200: Type.Object({ items: Type.Array(reportSchema) }, closed), ...problems('notAllowed') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: { items: await kept.imports.list(MOST_LISTED, QUIET_SECONDS) },
      })),
  );

  api.get(
    '/imports/:id',
    {
      config: { deed: 'importProperties' },
      schema: {
        tags: ['Properties'],
        summary: 'How far a feed is taken, and what became of it',
        params: byId,
        response: { 200: reportSchema, ...problems('notFound', 'notAllowed') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const wanted: ImportId = idOf(request.params.id, 'import');
        return { status: 200, body: found(await kept.imports.find(wanted, QUIET_SECONDS), 'import') };
      }),
  );
}

const isStream = (body: unknown): body is Readable =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;

/** Writes what comes into a file, and says its hash. */
async function keep(body: Readable, file: string): Promise<string> {
  const hash = createHash('sha256');
  let size = 0;
  await pipeline(
    body,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        size += piece.length;
        if (size > MOST_FEED_BYTES) throw new Problem('tooLarge', 'Send a feed of at most 256 MB.');
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(file, { mode: 0o600 }),
  );
  return hash.digest('hex');
}
