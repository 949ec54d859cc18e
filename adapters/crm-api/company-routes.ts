import { Type } from 'typebox';
import { changeCompany } from '#core/crm/change-company.ts';
import { COMPANY_MEANINGS } from '#core/crm/meanings.ts';
import type { Routes } from './api.ts';
import { accepted } from './errors.ts';
import { companyFields, companySchema } from './record-schemas.ts';
import { problems } from './schema-parts.ts';

const tags = ['Company'];
const body = Type.Partial(Type.Object(companyFields, { additionalProperties: false }), {
  additionalProperties: false,
  examples: [{ quiet_hours: { from: '21:00', to: '08:00' }, offer_bundle_times: ['09:00', '17:00'] }],
});

export const companyRoutes: Routes = (api, door) => {
  api.get(
    '/company',
    {
      config: { deed: 'readRecords' },
      schema: { tags, summary: 'The company of the key', response: { 200: companySchema, ...problems() } },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({ status: 200, body: await kept.records.company.get() })),
  );

  api.patch(
    '/company',
    {
      config: { deed: 'changeCompany' },
      schema: {
        tags,
        summary: 'Changes the company’s settings',
        description: 'For Admins. With `is_active` false every client gets one notice and no push goes out.',
        body,
        response: { 200: companySchema, ...problems('notAllowed', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => {
        const { company } = accepted(COMPANY_MEANINGS, await changeCompany(kept, request.body));
        return { status: 200, body: company };
      }),
  );
};
