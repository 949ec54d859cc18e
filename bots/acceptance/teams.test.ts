import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { goesTheWay, JOURNEY_LANGUAGES } from './a-journey.ts';
import { type Body, calendarAt, dayIn } from './an-office.ts';
import { APP, anOfficeOnTeams, signsInInTeams } from './on-teams.ts';

describe('in Teams', () => {
  it.each(JOURNEY_LANGUAGES)(
    'a client judges a home, asks for a viewing, hears of it and cancels it, in %s',
    async (language) => {
      const office = await anOfficeOnTeams();
      const phone = office.phoneOf('Carla');

      await goesTheWay(office, 'teams', language, () => ({
        ...phone,
        signsIn: (client) => signsInInTeams(office, phone, client),
        presses: phone.taps,
        photos: () => phone.all().flatMap(({ pictures }) => pictures).length,
      }));

      const album = await phone.gets(({ pictures }) => pictures.length >= 3);
      const picture = await fetch(album.pictures[0] ?? '');
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      expect((await fetch(`${(album.pictures[0] ?? '').slice(0, -6)}xx.jpg`)).status).toBe(404);
      const files = phone.all().flatMap(({ links }) => links.filter(({ url }) => url.includes('/calendar/')));
      expect(await calendarAt(files[0]?.url)).toMatch(/^BEGIN:VCALENDAR\r\n/);
    },
  );

  it('a tap is answered with the card as it is then, and a client without Execute gets the same by Submit', async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);
    await phone.writes('/home');
    const [card] = (await phone.taps('New properties')).filter(({ text }) => text.includes('Casa Verde'));

    await phone.person.taps(card?.id ?? '', '☆ Favourite');

    await vi.waitUntil(() => phone.person.typed() > 0, { timeout: 5_000 });
    // At once, before the message itself is changed.
    expect(
      phone
        .all()
        .find(({ id }) => id === card?.id)
        ?.actions.map(({ title }) => title),
    ).toContain('★ Favourite');
    await office.settled();
    await phone.person.submits(card?.id ?? '', '★ Favourite');
    await office.settled();
    const [lane] = (await office.api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(lane.favourite).toBe(false);
  });

  it('several reasons, and three days with a part of the day, are given in one card', async () => {
    const office = await anOfficeOnTeams();
    const { api } = office;
    const carla = await office.aClient('Carla');
    const property = await office.aProperty('Casa Verde');
    await office.offers(carla.deal, property);
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);
    await phone.writes('/home');
    await phone.taps('New properties');

    await phone.taps('Not interested');
    await phone.taps('Done', undefined, { reasons: 'price,forged', reasons1: 'size' });
    const [rejected] = (await api('GET', `/deals/${carla.deal}/properties`)).body.items;
    expect(rejected).toMatchObject({ status: 'rejected', reject_reasons: ['price', 'size'] });

    await phone.taps('Details');
    const [form] = await phone.taps('Request viewing');
    // It was rejected: nothing is to be marked.
    expect(form?.inputs).toEqual(['week0', 'week1', 'otherDay', 'part']);
    const filled = { week0: `${dayIn(4)},${dayIn(6)}`, week1: dayIn(9), part: 'morning' };
    const sends = (more: Readonly<Record<string, string>>) =>
      phone.taps('Send request', form?.id, { ...filled, ...more });
    const [past] = await sends({ otherDay: dayIn(-1) });
    expect([past?.text, past?.filled.part]).toEqual([expect.stringContaining('is in the past'), 'morning']);
    const [again] = await sends({ otherDay: dayIn(40) });
    expect([again?.text, again?.inputs]).toEqual([expect.stringContaining('Three days at most.'), form?.inputs]);
    expect((await api('GET', '/meetings')).body.items).toEqual([]);
    await sends({ week1: '', otherDay: dayIn(40) });

    const [meeting] = (await api('GET', '/meetings?status=pending')).body.items;
    expect(meeting.preferred_dates).toEqual([
      { date: dayIn(4), part_of_day: 'morning' },
      { date: dayIn(6), part_of_day: 'morning' },
      { date: dayIn(40), part_of_day: 'morning' },
    ]);
  });

  it('what does not come from Microsoft is turned away, and changes nothing', async () => {
    const office = await anOfficeOnTeams();
    const { standIn } = office;
    const phone = office.phoneOf('Mallory');
    const activity = {
      ...{ type: 'message', id: '1', text: `START ${office.made.invite_code}`, channelId: 'msteams' },
      serviceUrl: standIn.serviceUrl,
      ...{ from: { id: '29:x' }, recipient: { id: '28:x' }, conversation: { id: phone.person.conversation } },
    };
    const now = Math.floor(Date.now() / 1000);

    const answers = [
      await standIn.post(activity, 'no token'),
      await standIn.post(activity, { aud: 'another app' }),
      await standIn.post(activity, { iss: 'https://evil.example' }),
      await standIn.post(activity, { exp: now - 3600 }),
      await standIn.post(activity, { exp: undefined }),
      await standIn.post(activity, { serviceurl: 'https://evil.example/' }),
    ];
    const url = `${office.url}/api/messages`;
    const bare = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const claims = {
      ...{ iss: 'https://api.botframework.com', aud: APP.appId, serviceurl: standIn.serviceUrl },
      ...{ nbf: now - 10, exp: now + 600 },
    };
    const forged = await Promise.all(
      [
        tokenOf({ alg: 'RS256', kid: 'stand-in' }, claims),
        tokenOf({ alg: 'RS256', kid: 'unknown' }, claims),
        tokenOf({ alg: 'RS256' }, claims),
        tokenOf({ alg: 'HS256', kid: 'stand-in' }, claims),
        tokenOf({ alg: 'none', kid: 'stand-in' }, claims).replace(/[^.]+$/, ''),
        'no.to.ken',
      ].map(async (token) => {
        const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
        return (await fetch(url, { method: 'POST', headers, body: JSON.stringify(activity) })).status;
      }),
    );
    const foreign = { ...activity, serviceUrl: 'http://169.254.169.254/' };
    const elsewhere = await standIn.post(foreign, { serviceurl: foreign.serviceUrl });

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect(bare.status).toBe(401);
    expect(forged).toEqual([401, 401, 401, 401, 401, 401]);
    expect(elsewhere.status).toBe(403);
    const nowhere = { ...activity, serviceUrl: undefined };
    expect((await standIn.post(nowhere)).status).toBe(403);
    expect((await standIn.post({ ...nowhere, type: 'installationUpdate', action: 'add' })).status).toBe(403);
    expect((await standIn.post({ ...nowhere, type: 'installationUpdate', action: 'remove' })).status).toBe(200);
    expect(phone.all()).toEqual([]);
  });

  it('says nothing in groups, and takes what it does not know', async () => {
    const office = await anOfficeOnTeams();
    const phone = office.phoneOf('Carla');
    const group = { id: 'a:chat-1', conversationType: 'groupChat', isGroup: true };

    expect(await phone.person.sends({ type: 'message', text: 'START x', conversation: group })).toBe(200);
    expect(await phone.person.sends({ type: 'hologram' })).toBe(200);
    expect(await phone.person.sends({ type: 'invoke', name: 'task/fetch', value: {} })).toBe(200);
    expect(await (await fetch(`${office.url}/metrics`)).text()).toContain('tesoro_teams_ignored_total 3');
    expect(phone.all()).toEqual([]);

    await phone.person.sends({ type: 'message', value: { ref: '../../etc' }, replyToId: '1' });
    await phone.person.sends({ type: 'message', value: { other: true } });
    await vi.waitUntil(() => phone.all().length === 2, { timeout: 10_000 });
    expect(phone.all().map(({ text }) => text)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('link from your agent')),
    );
  });

  it('an uninstall ends pushes, and an install brings them back', async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);

    expect(await phone.person.uninstalls()).toBe(200);
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    await office.settled();
    expect(phone.all().some(({ text }) => text.includes('Casa Verde'))).toBe(false);

    await phone.person.installs();
    await office.offers(carla.deal, await office.aProperty('Casa Roja'));
    await phone.gets(({ text }) => text.includes('Casa Roja'));
  });

  it('asks for another token where the one it has is not taken, and goes on at once', async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);

    office.standIn.endTokens();

    expect((await phone.writes('/home'))[0]?.text).toContain('Carla');
    const queue = (await (await fetch(`${office.url}/readyz?deep=1`)).json()) as Body;
    expect(queue.queue.deliveries).toMatchObject({ uncertain: 0 });
  });

  it('waits as told where it is too fast, and never says twice what may have arrived', async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);

    office.standIn.fail({ status: 429, code: 'TooManyRequests', retryAfter: 1 });
    await phone.writes('/home');
    const before = phone.all().length;
    office.standIn.fail({ status: 502, code: 'BadGateway' });
    await phone.person.writes('/viewings');
    await office.settled();

    expect(phone.all()).toHaveLength(before);
    const queue = (await (await fetch(`${office.url}/readyz?deep=1`)).json()) as Body;
    expect(queue.queue.deliveries.uncertain).toBe(1);
  });
});

/** Signed by somebody else than Microsoft, whatever its header says. */
function tokenOf(header: object, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ typ: 'JWT', ...header })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(STRANGER).toString('base64url')}`;
}

const { privateKey: STRANGER } = generateKeyPairSync('rsa', { modulusLength: 2048 });
