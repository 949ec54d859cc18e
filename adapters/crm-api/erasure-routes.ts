import { Type } from 'typebox';
import { exportContact } from '#core/crm/export-contact.ts';
import { CONTACT_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactId, MediaId } from '#core/ids.ts';
import type { MediaStore } from '#core/media.ts';
import type { Routes } from './api.ts';
import { accepted } from './errors.ts';
import { byId, found, idOf, moment, problems, words } from './schema-parts.ts';

export type ErasureNeeds = {
  readonly media: Pick<MediaStore, 'remove'>;
  /** Leaves nothing of deleted rows to be read from the disk's files. */
  readonly shred: () => Promise<void>;
};

const tags = ['Data rights'];
const closed = { additionalProperties: false };

/** What a person may ask of the office: everything about them, and to be forgotten (rule 26). */
export const erasureRoutes =
  ({ media, shred }: ErasureNeeds): Routes =>
  (api, door) => {
    api.get(
      '/contacts/:id/export',
      {
        config: { deed: 'exportContact' },
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
          const exported = accepted(CONTACT_MEANINGS, await exportContact(kept, agent, contact));
          return { status: 200, body: exported.all };
        }),
    );

    api.post(
      '/contacts/:id/erase',
      {
        config: { deed: 'eraseContact' },
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
          const contact = idOf(request.params.id, 'contact') as ContactId;
          const erased = found(await kept.erasure.erase(contact), 'contact');
          left = { files: erased.files, company: (await kept.records.company.get()).id };
          request.log.info({ user: agent.id, report: erased.report }, 'a contact was erased');
          return { status: 200, body: { erased_at: clock.now().toISOString(), report: erased.report } };
        });
        // Only now, since bytes don't come back with a transaction that fails.
        for (const file of left?.files ?? []) if (left) await media.remove(left.company, file);
        if (left) await shred();
        door.send(reply, decided);
      },
    );
  };
