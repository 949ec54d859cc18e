import { beforeAll, describe, expect, it } from 'vitest';
import type { Phone } from '#bots/acceptance/a-phone.ts';
import { anOffice, type Client, type Office } from '#bots/acceptance/an-office.ts';
import { signedIn, theAdmin } from './a-user.ts';
import { plain, type Visitor } from './a-visitor.ts';

const LIST = '/crm/deals';
/** It goes to the same address as the form after it. */
const SEARCH = /<form[^>]*role="search"[\s\S]*?<\/form>/;
const LANES = [
  ...['Preselect', 'Rejected by agent', 'Proposed', 'Pending', 'Interested', 'Rejected', 'Approved'],
] as const;

describe('deals at the desk', () => {
  let office: Office;
  let own: Visitor;
  let carla: Client;
  let home: string;
  beforeAll(async () => {
    office = await anOffice();
    own = await signedIn(office, theAdmin(office));
    carla = await office.aClient('Carla');
    home = await office.aProperty('Casa Verde');
  });

  const at = () => `${LIST}/${carla.deal}`;
  const text = async (path: string) => plain((await own.get(path)).text);
  const does = async (page: string, action: string, fields: Readonly<Record<string, string>> = {}) =>
    own.sends((await own.get(page)).text.replace(SEARCH, ''), action, fields);
  const lanesOf = (page: string) =>
    [...page.matchAll(/<section class="lane"[^>]* aria-label="([^"]*)"/g)].map(([, name]) => name);
  const laneOf = async (property: string) =>
    (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items.find(
      ({ property_id }: { property_id: string }) => property_id === property,
    )?.status;

  it('makes one for contacts, not for leads', async () => {
    const lead = { first_name: 'Piotr', last_name: 'Nowak', email: 'piotr@mail.test', kind: 'lead' };
    const piotr = (await office.api('POST', '/contacts', lead)).body.id;
    const make = (fields: Readonly<Record<string, string>>) => does(`${LIST}/new`, `${LIST}/new`, fields);

    const nobody = await make({ name: 'By the sea', type: 'Rent' });
    const isLead = await make({ name: 'By the sea', type: 'Rent', contact: piotr });
    const made = await make({ name: 'By the sea', type: 'Rent', contact: carla.contact, most: '1.200,50', beds: '2' });

    expect([nobody.status, isLead.status, made.status]).toEqual([422, 422, 303]);
    expect(plain(nobody.text)).toContain('Choose at least one client.');
    expect(plain(isLead.text)).toContain('Piotr Nowak is a lead. Make a contact first.');
    expect((await office.api('GET', `/deals/${made.to?.split('/').at(-1)}`)).body).toMatchObject({
      ...{
        name: 'By the sea',
        type: 'Rent',
        contacts: [carla.contact],
        criteria: { maxPrice: 1200.5, minBedrooms: 2 },
      },
    });
    expect(await text(made.to ?? '')).toMatch(/2 bedrooms or more · up to €1,200.5/);
  });

  it('shows seven lanes in their order, and moves a home with what the client then sees', async () => {
    await does(`${at()}/add`, `${at()}/add`, { home });
    const page = await own.get(at());
    expect(lanesOf(page.text)).toEqual(LANES.map((lane, nth) => `${lane}, ${nth === 0 ? 1 : 0}`));
    expect(plain(page.text)).toContain('Only you see these');
    expect(plain(page.text)).toContain('Waits for somebody’s verdict');

    await does(at(), `${at()}/homes`, { home, lane: 'approved' });

    expect(await laneOf(home)).toBe('approved');
    expect(await text(at())).toContain('Casa Verde is in Approved.');
  });

  it('asks before it takes an offer back, and says who had heard of it', async () => {
    await office.api('PUT', `/deals/${carla.deal}/properties/${home}`, { status: 'proposed', push: 'now' });
    const page = await own.get(at());
    const asks = plain(/href="([^"]*withdraw[^"]*lane=preselect[^"]*)"/.exec(page.text)?.[1] ?? '');

    const dialog = await own.get(asks);
    await own.sends(dialog.text, `${at()}/homes`);

    expect(plain(dialog.text)).toMatch(/Withdraw it\? Carla was told on \d+ \w+, \d\d:\d\d; the card will say/);
    expect(await laneOf(home)).toBe('preselect');
  });

  it('says when clients are told: at once, after the quiet hours, with the next message', async () => {
    const offer = async (push: string) => {
      await office.api('PUT', `/deals/${carla.deal}/properties/${home}`, { status: 'preselect' });
      await does(at(), `${at()}/homes`, { home, lane: '', push });
      return text(at());
    };
    expect(await offer('now')).toContain('1 home offered. Carla is told now.');
    await office.api('PATCH', '/company', { quiet_hours: { from: '00:00', to: '23:59' } });
    expect(await offer('now')).toMatch(/1 home offered\. Carla is told at (\w+ )?23:59\./);
    await office.api('PATCH', '/company', { quiet_hours: null, offer_bundle_times: ['09:00', '17:00'] });
    expect(await offer('bundle')).toMatch(/1 home offered\. It goes out (\w+ )?(09|17):00\./);
    expect(await text(at())).toMatch(/Goes out (\w+ )?(09|17):00/);
  });

  it('refuses what is not on the market in words that name it, and leaves it where it was', async () => {
    const sold = await office.aProperty('Casa Vendida');
    await office.api('PUT', `/deals/${carla.deal}/properties/${sold}`, { status: 'preselect' });
    await office.api('PATCH', `/properties/${sold}`, { status: 'sold' });

    await does(at(), `${at()}/homes`, { home: sold, lane: 'proposed', push: 'now' });

    const page = await text(at());
    expect(page).toContain('Not done: Casa Vendida is not on the market any more.');
    expect(page).toContain('Sold: cannot be offered');
    expect(await laneOf(sold)).toBe('preselect');
  });

  it('changes stage and name, and lists it under what became of it', async () => {
    await does(at(), `${at()}/stage`, { stage: 'Offer' });
    expect(await text(at())).toContain('Stage: Offer.');
    await does(`${at()}/rename`, `${at()}/rename`, { name: 'A house for Carla' });
    await does(at(), `${at()}/stage`, { stage: 'Won' });
    expect((await office.api('GET', `/deals/${carla.deal}`)).body).toMatchObject({
      status: 'won',
      name: 'A house for Carla',
    });
    expect(await text(LIST)).not.toContain('A house for Carla');
    expect(await text(`${LIST}?status=won`)).toContain('A house for Carla');
    await does(at(), `${at()}/homes`, { home, lane: 'approved' });
    expect(await text(at())).toContain('Not done: this deal is closed. Open it again first.');
  });
});

describe('a deal of two', () => {
  let office: Office;
  let own: Visitor;
  let at: string;
  const hands: Phone[] = [];
  beforeAll(async () => {
    office = await anOffice();
    own = await signedIn(office, theAdmin(office));
    const [ana, ben] = [await office.aClient('Ana'), await office.aClient('Ben')];
    at = `${LIST}/${ana.deal}`;
    const page = await own.get(`${at}/client`);
    await own.sends(page.text, `${at}/client`, { contact: ben.contact });
    await office.offers(ana.deal, await office.aProperty('Casa Verde'));
    for (const { email } of [ana, ben]) {
      const hand = office.phone('Somebody');
      await office.signsIn(hand, email);
      hands.push(hand);
    }
  });

  const text = async (path: string) => plain((await own.get(path)).text);

  it('compares what each of them thinks, from what each did', async () => {
    const [ana, ben] = hands;
    // Both open it before either has said anything.
    for (const hand of hands) await hand.taps('New properties');
    await ana?.taps('Details');
    await ben?.taps('Details');
    expect(await text(`${at}/compare`)).toMatch(/Casa Verde €425,000 Opened once No answer yet .* Ask them/);
    await ana?.taps('Interested');
    await ben?.taps('Not interested');
    await ben?.taps('Skip');

    const compared = await text(`${at}/compare`);
    expect(compared).toContain('They disagree');
    expect(compared).toMatch(/Lane shows: (Rejected|Interested)/);
    expect(await text(at)).toContain('They disagree');
    expect(await text(at)).toContain('Disagreements: 1');
    const between = await text(`${at}/compare?show=disagreements`);
    expect(between).toMatch(/All homes Disagreements: 1/);
    expect(between).toContain('Casa Verde');
    expect(between.match(/They disagree/g)).toHaveLength(1);
  });

  it('asks both of them, each in their own chat', async () => {
    const page = await own.get(`${at}/message`);
    const empty = await own.sends(page.text, `${at}/message`, { words: ' ' });
    await own.sends(page.text, `${at}/message`, { words: 'Shall we see it on Friday?' });

    expect(empty.status).toBe(422);
    for (const hand of hands) await hand.gets(({ text: told }) => told.includes('Shall we see it on Friday?'));
    expect(await text(at)).toContain('Sent to Ana and Ben.');
  });
});
