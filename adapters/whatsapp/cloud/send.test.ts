import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeliveryId } from '#core/ids.ts';
import { aCard, aCloud, asking, NOON } from './a-cloud.ts';

/** More than one message can hold. */
const LONG = Array.from({ length: 900 }, (_, index) => `word${index}`).join(' ');

describe('sending by the Cloud API', () => {
  let cloud: Awaited<ReturnType<typeof aCloud>>;
  beforeEach(async () => {
    cloud = await aCloud();
  });
  afterEach(() => cloud.close());

  it('shows a card with its picture, the verdict at hand and the rest behind More', async () => {
    const sent = await cloud.send(aCard());

    const [card] = cloud.seen();
    expect(sent).toEqual({ was: 'sent', platformId: card?.id });
    expect(card).toMatchObject({ text: '*Casa Verde*\n€1', file: expect.any(String) });
    expect(card?.buttons.map(({ title }) => title)).toEqual(['Yes', 'No', 'label.more']);
  });

  it('uploads a picture once, and again where Meta no longer has it', async () => {
    await cloud.send(aCard());
    await cloud.send(aCard());
    const [first, second] = cloud.seen();
    expect(second?.file).toBe(first?.file);
    cloud.standIn.number().files.remove(first?.file ?? '');

    const sent = await cloud.send(aCard());

    expect(sent.was).toBe('sent');
    expect(cloud.seen()[2]?.file).not.toBe(first?.file);
  });

  it('shows up to three choices as buttons, up to ten as a list, and more by pages', async () => {
    await cloud.send(asking('Which?', 3));
    await cloud.send(asking('Which?', 10));
    await cloud.send(asking('Which?', 40));

    const [buttons, list, pages] = cloud.seen();
    expect(buttons?.buttons).toHaveLength(3);
    expect(list?.sections[0]?.rows).toHaveLength(10);
    expect(pages?.sections[0]?.rows).toHaveLength(10);
    expect(pages?.sections[0]?.rows.at(-1)?.title).toBe('label.more');
  });

  it('shows a label that no row holds whole in the words above the list', async () => {
    const label = 'An uncommonly long and winding name of a home number';

    await cloud.send(asking('Which?', 4, label));

    const [list] = cloud.seen();
    expect(list?.text).toContain(`${label} 3`);
    expect(list?.sections[0]?.rows.every(({ title }) => title.length <= 24)).toBe(true);
  });

  it('cuts words that one message can not hold between words, and loses none', async () => {
    await cloud.send(asking(LONG, 0));

    const texts = cloud.seen().map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.join(' ')).toBe(LONG);
  });

  it('takes people’s signs as they are, never as markup', async () => {
    await cloud.send(asking('2*3*4 is a_b_c, and *this* is not ~that~', 0));

    expect(cloud.seen()[0]?.text).toBe('2*3*4 is a_b_c, and ∗this∗ is not ∼that∼');
  });

  it('writes to the platform’s id of a person, and to a number only where there is no other', async () => {
    expect((await cloud.send(asking('Hi', 0), { address: '34610000001' })).was).toBe('sent');
    expect(await cloud.send(asking('Hi', 0), { address: 'ES.2' })).toMatchObject({
      was: 'refused',
      code: 'whatsapp_131026',
      unreachable: true,
    });
  });

  describe('a day after the person wrote', () => {
    beforeEach(() => cloud.passHours(24));

    it('asks by the approved template, once, and holds the message', async () => {
      cloud.standIn.approve('en');

      const first = await cloud.send(aCard(), { kind: 'offer' });
      const second = await cloud.send(aCard('Casa Roja'), { kind: 'offer', prompted: true });

      expect(first).toMatchObject({ was: 'held', prompted: true });
      expect(second).toMatchObject({ was: 'held', prompted: false, why: { code: 'window_closed' } });
      expect(cloud.seen().map(({ kind }) => kind)).toEqual(['template']);
      expect(cloud.seen()[0]?.text).toContain('Casa Verde');
    });

    it('holds, and says why, where the template is not approved; and asks Meta only once', async () => {
      const held = await cloud.send(aCard(), { kind: 'offer' });
      await cloud.send(aCard(), { kind: 'offer' });

      expect(held).toMatchObject({ was: 'held', prompted: false, why: { code: 'template_not_approved' } });
      expect(cloud.warned).toHaveLength(1);
      expect(cloud.seen()).toEqual([]);
    });

    it('sends no template for an answer that came too late', async () => {
      cloud.standIn.approve('en');

      expect(await cloud.send(asking('Hi', 2))).toMatchObject({ was: 'held', prompted: false });
      expect(cloud.standIn.count).toBe(0);
    });

    it('writes freely again once the person has written', async () => {
      expect(
        await cloud.send(asking('Hi', 0), { lastInbound: new Date(NOON.getTime() + 23 * 3600_000) }),
      ).toMatchObject({
        was: 'sent',
      });
    });
  });

  it.each([
    [429, 130429, { was: 'notYet', pauses: 'account' }],
    [400, 131056, { was: 'notYet', pauses: 'chat' }],
    [500, 131000, { was: 'notYet', pauses: 'message' }],
    [401, 190, { was: 'notYet', pauses: 'account' }],
    [400, 131047, { was: 'held' }],
    [400, 131050, { was: 'refused', unreachable: false }],
    [400, 131042, { was: 'refused', cause: 'WhatsApp wants a way to pay for messages.' }],
    [400, 999999, { was: 'refused', code: 'whatsapp_999999' }],
    [503, 999999, { was: 'notYet', pauses: 'chat' }],
  ] as const)('reads %i with code %i as what it means', async (status, code, expected) => {
    cloud.standIn.faults.add('messages', { status, code });

    expect(await cloud.send(asking('Hi', 0))).toMatchObject(expected);
  });

  it('does not know what became of a message whose connection was cut after it was written', async () => {
    cloud.standIn.faults.add('messages', { cutAfter: true });

    expect(await cloud.send(asking('Hi', 0))).toMatchObject({ was: 'uncertain' });
    expect(cloud.seen()).toHaveLength(1);
  });

  it('goes on with the part that had to wait, and repeats none before it', async () => {
    const delivery = crypto.randomUUID() as DeliveryId;
    cloud.standIn.faults.add('messages', { status: 429, code: 130429 }, 1);

    const first = await cloud.send(asking(LONG, 0), { delivery });
    const second = await cloud.send(asking(LONG, 0), { delivery });

    expect([first.was, second.was]).toEqual(['notYet', 'sent']);
    expect(
      cloud
        .seen()
        .map(({ text }) => text)
        .join(' '),
    ).toBe(LONG);
  });

  it('does not hold the words up where their picture can not be uploaded', async () => {
    cloud.standIn.faults.add('media', { status: 500, code: 131000 });

    expect(await cloud.send(aCard())).toMatchObject({ was: 'sent' });
    expect(cloud.seen()[0]?.file).toBeUndefined();
  });
});
