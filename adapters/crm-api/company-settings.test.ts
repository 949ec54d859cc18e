import { Compile } from 'typebox/compile';
import { expect, it } from 'vitest';
import { anApi } from '#bots/testing/an-api.ts';
import { aCompany, aUser } from '#db/builders.ts';
import { describeOnOne } from '#db/testing.ts';
import { companySchema } from './record-schemas.ts';

describeOnOne('an office’s settings', (fresh) => {
  const anOffice = async () => {
    const database = await fresh();
    const { askAs } = await anApi(database);
    const company = (await aCompany(database)).id;
    const admin = (await aUser(database, company)).id;
    return { database, company, admin, ask: await askAs(company, admin) };
  };

  it('are these until it says otherwise', async () => {
    const { ask } = await anOffice();

    const { body } = await ask('GET', '/company');

    expect(Compile(companySchema).Errors(body)).toEqual([]);
    expect(body).toMatchObject({
      office_hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' }],
      closed_days: [],
      viewing_times: { morning: '10:00', afternoon: '16:00', evening: '18:00', any: '11:00' },
      viewing_minutes: 45,
      viewing_gap_minutes: 15,
      escalate_minutes: 240,
      repeat_hours: 2,
      fallback_user_id: null,
      hold_hours: 4,
    });
  });

  it('are kept as they were sent, and the rest stays', async () => {
    const { ask, admin } = await anOffice();
    const settings = {
      office_hours: [
        { days: [1, 2, 3, 4, 5], from: '09:00', to: '13:00' },
        { days: [1, 2, 3, 4, 5], from: '14:30', to: '18:30' },
        { days: [6], from: '10:00', to: '14:00' },
      ],
      closed_days: ['2026-12-25', '2027-01-06'],
      viewing_times: { morning: '08:30', afternoon: '12:00', evening: '21:30', any: '12:30' },
      viewing_minutes: 60,
      viewing_gap_minutes: 0,
      escalate_minutes: null,
      repeat_hours: 24,
      fallback_user_id: admin,
      hold_hours: 12,
    };

    const changed = await ask('PATCH', '/company', { body: settings });

    expect(changed).toMatchObject({ status: 200, body: { ...settings, name: 'Casa Tesoro' } });
    expect((await ask('PATCH', '/company', { body: { hold_hours: 3 } })).body).toMatchObject({
      ...settings,
      hold_hours: 3,
    });
  });

  it.each([
    ['office_hours.0.to', { office_hours: [{ days: [1], from: '18:00', to: '09:00' }] }],
    ['office_hours.0.to', { office_hours: [{ days: [1], from: '09:00', to: '09:00' }] }],
    [
      'office_hours.1',
      {
        office_hours: [
          { days: [1, 2], from: '09:00', to: '13:00' },
          { days: [2, 3], from: '12:59', to: '18:00' },
        ],
      },
    ],
    ['office_hours.0.days.0', { office_hours: [{ days: [0], from: '09:00', to: '18:00' }] }],
    ['office_hours.0.from', { office_hours: [{ days: [1], from: '9:00', to: '18:00' }] }],
    ['office_hours', { office_hours: [] }],
    ['closed_days.1', { closed_days: ['2026-12-25', '2026-02-30'] }],
    ['closed_days.0', { closed_days: ['25.12.2026'] }],
    [
      'viewing_times.morning',
      { viewing_times: { morning: '12:00', afternoon: '16:00', evening: '18:00', any: '11:00' } },
    ],
    [
      'viewing_times.afternoon',
      { viewing_times: { morning: '10:00', afternoon: '17:00', evening: '18:00', any: '11:00' } },
    ],
    [
      'viewing_times.evening',
      { viewing_times: { morning: '10:00', afternoon: '16:00', evening: '22:15', any: '11:00' } },
    ],
    ['viewing_times.any', { viewing_times: { morning: '10:00', afternoon: '16:00', evening: '18:00', any: '03:00' } }],
    ['viewing_times.any', { viewing_times: { morning: '10:00', afternoon: '16:00', evening: '18:00' } }],
    ['viewing_minutes', { viewing_minutes: 0 }],
    ['viewing_gap_minutes', { viewing_gap_minutes: -1 }],
    ['escalate_minutes', { escalate_minutes: 0 }],
    ['repeat_hours', { repeat_hours: 0 }],
    ['hold_hours', { hold_hours: 1.5 }],
    ['fallback_user_id', { fallback_user_id: 'Ana' }],
  ])('name the field that is not as it must be: %s', async (field, body) => {
    const { ask } = await anOffice();

    expect(await ask('PATCH', '/company', { body })).toMatchObject({ status: 422, body: { errors: [{ field }] } });
  });

  it('take only somebody of the office who is there for the fallback', async () => {
    const { ask, database, company } = await anOffice();
    const gone = (await aUser(database, company, { status: 'Inactive' })).id;
    const stranger = (await aUser(database, (await aCompany(database)).id)).id;

    for (const fallback_user_id of [gone, stranger])
      expect(await ask('PATCH', '/company', { body: { fallback_user_id } })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'fallback_user_id', detail: 'must be an active user of the company' }] },
      });
  });
});
