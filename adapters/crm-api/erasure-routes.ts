import { Type } from 'typebox';
import type { ContactId, MediaId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Routes } from './api.ts';
import { notFound } from './errors.ts';
import { byId, idOf, moment, problems, words } from './schema-parts.ts';

export type ErasureNeeds = {
  readonly media: Pick<MediaStore, 'remove'>;
  /** Frees the pages that deleted rows leave behind, so that nothing of them can be read from the disk's files. */
  readonly vacuum: () => Promise<void>;
};

const tags = ['Data rights'];
const closed = { additionalProperties: false };

/** What a person may ask of the office: everything about them, and to be forgotten (rule 26). */
export const erasureRoutes =
  ({ media, vacuum }: ErasureNeeds): Routes =>
  (api, door) => {
    api.get(
      '/contacts/:id/export',
      {
        schema: {
          tags,
          summary: 'All that is kept about a contact',
          params: byId,
          response: { 200: Type.Record(Type.String(), Type.Unknown()), ...problems('notFound') },
        },
      },
      (request, reply) =>
        door.answer(request, reply, async ({ kept, agent }) => {
          const contact = idOf(request.params.id, 'contact') as ContactId;
          const all = await kept.erasure.exportOf(contact);
          if (!all) throw notFound('contact');
          await kept.timeline.add({
            type: 'data_exported',
            contact,
            title: 'Exported all data',
            actor: { kind: 'user', id: agent.id, name: agent.name },
          });
          return { status: 200, body: all };
        }),
    );

    api.post(
      '/contacts/:id/erase',
      {
        schema: {
          tags,
          summary: 'Deletes a contact and all that is personal about them',
          description: 'Deals and meetings stay without it. This can’t be undone.',
          params: byId,
          body: Type.Object(
            { confirm: Type.Literal(true), reason: words(1000) },
            { ...closed, examples: [{ confirm: true, reason: 'The client asked for it.' }] },
          ),
          response: {
            200: Type.Object(
              {
                erased_at: moment,
                report: Type.Object(
                  { rows: Type.Integer(), files: Type.Integer(), deliveries: Type.Integer() },
                  closed,
                ),
              },
              closed,
            ),
            ...problems('notFound', 'invalid'),
          },
        },
      },
      async (request, reply) => {
        let left: { files: readonly MediaId[]; company: Parameters<MediaStore['remove']>[0] } | undefined;
        const decided = await door.decide(request, async ({ kept, agent, clock }) => {
          const erased = await kept.erasure.erase(idOf(request.params.id, 'contact') as ContactId);
          if (!erased) throw notFound('contact');
          left = { files: erased.files, company: (await kept.records.company.get()).id };
          request.log.info({ user: agent.id, report: erased.report }, 'a contact was erased');
          return { status: 200, body: { erased_at: clock.now().toISOString(), report: erased.report } };
        });
        // Only now, since bytes don't come back with a transaction that fails.
        for (const file of left?.files ?? []) if (left) await media.remove(left.company, file);
        if (left) await vacuum();
        door.send(reply, decided);
      },
    );
  };
