import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, type Body, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk } from './a-desk.ts';
import { aRequest } from './a-request.ts';
import { aUser, signedIn, theAdmin, type User } from './a-user.ts';
import { hiddenIn, plain } from './a-visitor.ts';

const TODAY = '/crm/today';

describe('leads at the desk', () => {
  let office: Office;
  let ana: User;
  let lucia: User;
  beforeAll(async () => {
    office = await anOffice();
    ana = theAdmin(office);
    lucia = await aUser(office, 'Lucia');
  });

  /** Somebody whom nobody knew, who came by the office's link and said who they are. */
  const aLead = async (firstName: string): Promise<string> => {
    const phone = office.phone(firstName);
    const email = `${firstName.toLowerCase()}@mail.test`;
    await office.signsIn(phone, email);
    await phone.writes(`${firstName} Nowak`);
    await office.settled();
    return (await office.api('GET', `/contacts?email=${email}`)).body.items[0].id;
  };
  const lines = async (contact: string): Promise<readonly Body[]> =>
    (await office.api('GET', `/contacts/${contact}/activities`)).body.items;

  it('are given to a colleague from Today, once, who has them on theirs then', async () => {
    const lead = await aLead('Piotr');
    const give = `/crm/contacts/${lead}/give`;
    const [own, hers] = [await signedIn(office, ana), await signedIn(office, lucia)];
    const today = plain((await own.get(TODAY)).text);
    expect(today).toContain('New lead: Piotr Nowak');
    expect(today).toContain('Give to…');
    const dialog = (await own.get(`${give}?from=${TODAY}&in=waits`)).text;
    const fields = { ...hiddenIn(dialog, give), user: lucia.id };

    const answers = [await own.posts(give, fields), await own.posts(give, fields)];

    expect(answers.map(({ status, to }) => [status, to])).toEqual([
      [303, TODAY],
      [303, TODAY],
    ]);
    const after = plain((await own.get(TODAY)).text);
    expect(after).toContain('Lucia looks after Piotr now.');
    expect(after).not.toContain('New lead: Piotr Nowak');
    expect(plain((await hers.get(TODAY)).text)).toContain('New lead: Piotr Nowak');
    expect((await office.api('GET', `/contacts/${lead}`)).body.assigned_to).toBe(lucia.id);
    expect((await lines(lead)).filter(({ type }) => type === 'contact_given')).toMatchObject([
      { title: 'Given to Lucia', actor: { kind: 'user' } },
    ]);
    expect(plain((await own.get(`/crm/contacts/${lead}`)).text)).toContain('Given to a colleague');
    await own.sends((await own.get(give)).text, give, { user: lucia.id });
    expect(plain((await own.get(TODAY)).text)).toContain('Lucia looks after Piotr already.');
    for (const user of ['x', '00000000-0000-4000-8000-000000000000']) {
      await own.sends((await own.get(give)).text, give, { user });
      expect(plain((await own.get(TODAY)).text)).toContain('Choose a colleague who works at the desk.');
    }
    expect((await own.get('/crm/contacts/00000000-0000-4000-8000-000000000000/give')).status).toBe(404);
  });

  it('are given by the API with all that is open, as at the desk, and webhooks tell who had them', async () => {
    const { client, meeting } = await aRequest(office, 'Emma', 'Finca Uno');
    const give = (assigned_to: unknown) => office.api('POST', `/contacts/${client.contact}/give`, { assigned_to });

    const [one, again] = [await give(lucia.id), await give(lucia.id)];

    expect([one.status, one.body.assigned_to, again.status]).toEqual([200, lucia.id, 200]);
    expect((await office.api('GET', `/deals/${client.deal}`)).body.assigned_to).toBe(lucia.id);
    expect((await office.api('GET', `/meetings/${meeting}`)).body.owner_id).toBe(lucia.id);
    expect((await lines(client.contact)).filter(({ type }) => type === 'contact_given')).toHaveLength(1);
    const hers = await signedIn(office, lucia);
    expect(plain((await hers.get('/crm/requests')).text)).toContain('Finca Uno');
    expect([(await give('00000000-0000-4000-8000-000000000000')).status, (await give(null)).status]).toEqual([
      422, 422,
    ]);
    expect(
      (await office.api('POST', '/contacts/00000000-0000-4000-8000-000000000000/give', { assigned_to: lucia.id }))
        .status,
    ).toBe(404);
  });

  it('become contacts of whoever is chosen, in a browser, and leave the list of both', async () => {
    const lead = await aLead('Vera');
    const own = await aDesk(office, ana);
    await own.opens(TODAY);
    await (await own.page.waitForSelector(`#newLead-${lead} a[href*="/make-contact"]`))?.click();
    await own.byRole('dialog', 'Make Vera Nowak a contact');
    await own.page.select('#make-owner', lucia.id);
    expect(await own.faults()).toEqual([]);
    await own.page.click('#dialog button.primary');
    await own.sees('Contact and deal made.', '#result-done');

    expect((await office.api('GET', `/contacts/${lead}`)).body).toMatchObject({
      kind: 'contact',
      assigned_to: lucia.id,
    });
    const deals: readonly Body[] = (await office.api('GET', '/deals')).body.items;
    expect(deals.find(({ contacts }) => contacts.includes(lead))?.assigned_to).toBe(lucia.id);
    expect(own.complaints()).toEqual([]);
  });
});
