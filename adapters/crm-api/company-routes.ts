import { Type } from 'typebox';
import type { Routes } from './api.ts';
import { invalid } from './errors.ts';
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
    { schema: { tags, summary: 'The company of the key', response: { 200: companySchema, ...problems() } } },
    (request, reply) =>
      door.answer(request, reply, async ({ kept }) => ({ status: 200, body: await kept.records.company.get() })),
  );

  api.patch(
    '/company',
    {
      config: { adminOnly: true },
      schema: {
        tags,
        summary: 'Changes the company’s settings',
        description: 'For Admins. With `is_active` false every client gets one notice and no push goes out.',
        body,
        response: { 200: companySchema, ...problems('notAllowed', 'invalid') },
      },
    },
    (request, reply) => {
      const change = request.body;
      if (change.time_zone !== undefined && !isZone(change.time_zone))
        throw invalid({ field: 'time_zone', detail: 'must be an IANA time zone, as Europe/Madrid' });
      if (change.quiet_hours && change.quiet_hours.from === change.quiet_hours.to)
        throw invalid({ field: 'quiet_hours.to', detail: 'must differ from quiet_hours.from' });
      return door.answer(request, reply, async ({ kept }) => ({
        status: 200,
        body: await kept.records.company.change(change),
      }));
    },
  );
};

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
