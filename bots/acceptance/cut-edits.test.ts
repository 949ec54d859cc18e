import { describe, expect, it, vi } from 'vitest';
import { anOffice, type Office, TOKEN } from './an-office.ts';
import { anOfficeOnTeams, signsInInTeams } from './on-teams.ts';

type Said = {
  readonly id: number | string;
  readonly text: string;
  readonly buttons?: unknown;
  readonly actions?: unknown;
};
/** A message as it looks. */
const looks = (said: Said | undefined) => [said?.id, said?.text, said?.buttons, said?.actions];
/** A client with a card in the chat, on which they tap. */
type Hand = {
  readonly office: Office;
  taps(label: string): Promise<unknown>;
  all(): readonly Said[];
  /** Takes the newest message away. */
  goesAway(): unknown;
};

const CHANNELS: Readonly<Record<string, () => Promise<Hand>>> = {
  Telegram: async () => {
    const office = await anOffice();
    const carla = await office.aClient('Carla');
    const phone = office.phone('Carla');
    await office.signsIn(phone, carla.email);
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    await phone.gets(({ text }) => text.includes('Casa Verde'));
    const { all, person } = phone;
    const goesAway = async () => {
      const gone = { chat_id: person.id, message_id: all().at(-1)?.id };
      const about = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(gone) };
      expect((await fetch(`${office.telegram.root}/bot${TOKEN}/deleteMessage`, about)).status).toBe(200);
    };
    return { office, all, taps: (label) => phone.taps(label), goesAway };
  },
  Teams: async () => {
    const office = await anOfficeOnTeams();
    const carla = await office.aClient('Carla');
    const phone = office.phoneOf('Carla');
    await signsInInTeams(office, phone, carla);
    await office.offers(carla.deal, await office.aProperty('Casa Verde'));
    await phone.gets(({ text }) => text.includes('Casa Verde'));
    const goesAway = () => office.standIn.fail({ status: 404, code: 'ActivityNotFoundInConversation' });
    return { office, all: phone.all, taps: (label) => phone.taps(label), goesAway };
  },
};

/** As a process that was killed leaves it: the last edit but one is under way, and nobody holds it any more. */
const CUT = `
  update deliveries set state = 'sending', platform_id = null, sent_at = null, locked_by = gen_random_uuid(),
    locked_until = now() - interval '1 second'
  where id = (select id from deliveries where edits is not null order by seq desc offset 1 limit 1) returning id`;

describe.each(Object.keys(CHANNELS))('an edit in place that was cut by a kill, on %s', (name) => {
  async function aCutEdit() {
    const hand = await CHANNELS[name]?.();
    if (!hand) throw new Error('no such channel');
    await hand.taps('☆ Favourite');
    const before = looks(hand.all().at(-1));
    await hand.taps('★ Favourite');
    return { ...hand, before };
  }
  const systemRows = (office: Office, query: string, values: readonly unknown[] = []) =>
    office.product().database.systemScope(({ rows }) => rows<{ id: string; state: string }>(query, [...values]));
  const stateOf = async (office: Office, id: string) =>
    (await systemRows(office, 'select id, state from deliveries where id = $1', [id]))[0]?.state;

  it('is repeated, and nothing comes twice', async () => {
    const { office, all, before } = await aCutEdit();
    const count = all().length;
    expect(looks(all().at(-1))).not.toEqual(before);

    const [cut] = await systemRows(office, CUT);
    await vi.waitUntil(async () => (await stateOf(office, cut?.id ?? '')) === 'sent', { timeout: 10_000 });

    expect(all()).toHaveLength(count);
    expect(looks(all().at(-1))).toEqual(before);
  });

  it('stays uncertain where the message is gone, since it may have come as one of its own', async () => {
    const { office, all, goesAway } = await aCutEdit();
    const count = all().length;
    await goesAway();

    const [cut] = await systemRows(office, CUT);
    await vi.waitUntil(async () => (await stateOf(office, cut?.id ?? '')) === 'uncertain', { timeout: 10_000 });

    expect(all().length).toBeLessThanOrEqual(count);
  });
});
