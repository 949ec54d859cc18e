import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, dayIn, type Office } from '#bots/acceptance/an-office.ts';
import { aDesk, type Desk } from './a-desk.ts';
import { type Asked, aRequest } from './a-request.ts';
import { theAdmin } from './a-user.ts';
import { aWire, type Wire } from './a-wire.ts';

const TODAY = '/crm/today';
const REQUESTS = '/crm/requests';
/** What waits, as it comes anew by itself. */
const NEWS = 'part=waits';

describe('a part of the desk that comes anew by itself', () => {
  let office: Office;
  let many = 0;
  beforeAll(async () => {
    office = await anOffice();
  });
  const asks = (name: string): Promise<Asked> => {
    many += 1;
    return aRequest(office, name, `Finca ${many}`);
  };
  /** A colleague accepts it: it waits no longer. */
  const isAnswered = ({ meeting }: Asked) =>
    office.api('POST', `/meetings/${meeting}/confirm`, { start_date: `${dayIn(20 + many)}T10:00:00Z` });
  const rowOf = ({ meeting }: Asked) => `#request-${meeting}`;
  const isGone = (desk: Desk, asked: Asked) =>
    desk.page.waitForFunction((row) => !document.querySelector(row), {}, rowOf(asked));
  const desks = async (path = TODAY): Promise<Desk & { readonly wire: Wire }> => {
    const desk = await aDesk(office, theAdmin(office));
    const wire = await aWire(desk.page);
    await desk.opens(path);
    return { ...desk, wire };
  };
  /** Goes down the list to it. */
  const goesTo = async ({ page }: Desk, asked: Asked) => {
    const isThere = () => page.$eval(rowOf(asked), (row) => row.ariaCurrent === 'true');
    while (!(await isThere())) await page.keyboard.press('j');
  };
  const marked = ({ page }: Desk) => page.$$eval('[data-row][aria-current="true"]', (rows) => rows.map(({ id }) => id));
  const focused = ({ page }: Desk) =>
    page.evaluate(() => document.activeElement?.closest('[data-row]')?.id ?? document.activeElement?.id);

  it('leaves the mark and the focus on their record, which keys then act on', async () => {
    const [emma, jonas] = [await asks('Emma'), await asks('Jonas')];
    const desk = await desks();
    await goesTo(desk, jonas);
    desk.wire.holds(NEWS);
    const kim = await asks('Kim');
    await desk.wire.isAsked(NEWS);

    await desk.wire.letsGo(NEWS);
    await desk.page.waitForSelector(rowOf(kim));

    expect([await marked(desk), await focused(desk)]).toEqual([
      [`request-${jonas.meeting}`],
      `request-${jonas.meeting}`,
    ]);
    await desk.page.keyboard.press('d');
    await desk.page.waitForSelector(`#dialog form[action="${REQUESTS}/${jonas.meeting}/decline"]`);
    for (const each of [emma, jonas, kim]) await isAnswered(each);
    expect(desk.complaints()).toEqual([]);
  });

  it('puts no other record under the keys where a colleague answers the one that is marked', async () => {
    const [emma, jonas, kim] = [await asks('Emma'), await asks('Jonas'), await asks('Kim')];
    const desk = await desks();
    await goesTo(desk, jonas);

    await isAnswered(jonas);
    await isGone(desk, jonas);

    expect([await marked(desk), await focused(desk)]).toEqual([[], 'waits-title']);
    for (const key of ['1', 'd', 'o'] as const) await desk.page.keyboard.press(key);
    expect(await desk.page.$('dialog[open]')).toBeNull();
    // On from where it stood.
    await desk.page.keyboard.press('j');
    expect(await marked(desk)).toEqual([`request-${kim.meeting}`]);
    for (const each of [emma, kim]) await isAnswered(each);
  });

  it('leads to the next record after a deed that took one away, from its row and from its dialog', async () => {
    const [emma, jonas, kim] = [await asks('Emma'), await asks('Jonas'), await asks('Kim')];
    const desk = await desks();
    await goesTo(desk, emma);

    await desk.page.keyboard.press('1');
    await isGone(desk, emma);
    expect(await focused(desk)).toBe(`request-${jonas.meeting}`);

    await desk.page.keyboard.press('d');
    await desk.page.waitForSelector('#dialog #reason');
    await desk.page.type('#reason', 'It is sold.');
    await desk.page.click('#dialog button.danger');
    await isGone(desk, jonas);
    await desk.page.waitForFunction(() => !document.querySelector('dialog[open]'));
    expect(await focused(desk)).toBe(`request-${kim.meeting}`);
    await isAnswered(kim);
  });

  it('does no deed to the next record by the same press: not by a key that is held, not by a double click', async () => {
    const [emma, jonas, kim] = [await asks('Emma'), await asks('Jonas'), await asks('Kim')];
    const desk = await desks();
    const deeds: string[] = [];
    desk.page.on('request', (request) => request.method() === 'POST' && deeds.push(new URL(request.url()).pathname));
    await goesTo(desk, emma);
    await desk.page.keyboard.down('1');
    await isGone(desk, emma);
    await desk.page.keyboard.down('1');
    await desk.page.keyboard.up('1');
    const accepts = (...all: readonly Asked[]) => all.map(({ meeting }) => `${REQUESTS}/${meeting}/accept`);
    expect(await marked(desk)).toEqual([`request-${jonas.meeting}`]);
    expect(deeds).toEqual(accepts(emma));

    const button = await desk.page.waitForSelector(`${rowOf(jonas)} button.primary`);
    await button?.scrollIntoView();
    const { x = 0, y = 0 } = (await button?.clickablePoint()) ?? {};
    await desk.page.mouse.click(x, y);
    await isGone(desk, jonas);
    const under = await desk.page.evaluate((at) => document.elementFromPoint(...at)?.closest('button')?.className, [
      x,
      y,
    ] as const);
    await desk.page.mouse.down({ clickCount: 2 });
    await desk.page.mouse.up({ clickCount: 2 });

    expect(under).toContain('primary');
    await desk.page.keyboard.press('d');
    await desk.page.waitForSelector('#dialog #reason');
    expect(deeds).toEqual(accepts(emma, jonas));
    await isAnswered(kim);
  });

  it('opens the dialog that was asked for, though its row went before it came', async () => {
    const emma = await asks('Emma');
    const desk = await desks();
    await goesTo(desk, emma);
    desk.wire.holds('part=dialog');
    await desk.page.keyboard.press('d');
    await desk.wire.isAsked('part=dialog');
    await isAnswered(emma);
    await isGone(desk, emma);

    await desk.wire.letsGo('part=dialog');

    await desk.sees('Emma', '#dialog');
    expect(await desk.page.$('dialog#dialog[open]')).not.toBeNull();
  });

  it('shows the dialog that was asked for last, whichever comes first', async () => {
    const emma = await asks('Emma');
    const desk = await desks();
    await goesTo(desk, emma);
    const [time, decline] = [`${REQUESTS}/${emma.meeting}/time`, `${REQUESTS}/${emma.meeting}/decline`];
    desk.wire.holds(time);
    desk.wire.holds(decline);
    await desk.page.keyboard.press('o');
    await desk.wire.isAsked(time);
    await desk.page.keyboard.press('d');
    await desk.wire.isAsked(decline);

    await desk.wire.letsGo(decline);
    await desk.page.waitForSelector('#dialog #reason');
    await desk.page.type('#reason', 'It is sold.');
    await desk.wire.letsGo(time);

    expect(await desk.page.$eval('#reason', (field) => (field as HTMLTextAreaElement).value)).toBe('It is sold.');
    await isAnswered(emma);
  });

  it('opens no dialog again that was closed, but tells why its deed was refused', async () => {
    const emma = await asks('Emma');
    const desk = await desks();
    await goesTo(desk, emma);
    const time = `GET ${REQUESTS}/${emma.meeting}/time`;
    await desk.page.keyboard.press('o');
    await desk.page.waitForSelector('#dialog #clock');
    desk.wire.holds(time);
    await desk.page.$eval('#clock', (field) => {
      if (field instanceof HTMLInputElement) field.value = '12:00';
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await desk.wire.isAsked(time);
    await desk.page.keyboard.press('Escape');

    await desk.wire.letsGo(time);
    expect(await desk.page.$('dialog[open]')).toBeNull();

    await desk.page.keyboard.press('d');
    const decline = `POST ${REQUESTS}/${emma.meeting}/decline`;
    desk.wire.holds(decline);
    await (await desk.page.waitForSelector('#dialog button.danger'))?.click();
    await desk.wire.isAsked(decline);
    await desk.page.keyboard.press('Escape');
    await desk.wire.letsGo(decline);
    await desk.page.waitForSelector('dialog#dialog[open] [aria-invalid="true"]');
    await isAnswered(emma);
  });

  it('waits for the end of a press, so that what is pressed does not go from under it', async () => {
    const [emma, jonas] = [await asks('Emma'), await asks('Jonas')];
    const desk = await desks();
    desk.wire.holds(NEWS);
    await isAnswered(emma);
    await desk.wire.isAsked(NEWS);
    const button = await desk.page.waitForSelector(`${rowOf(jonas)} [data-key="decline"]`);
    await button?.scrollIntoView();
    const { x = 0, y = 0 } = (await button?.clickablePoint()) ?? {};
    await desk.page.mouse.move(x, y);
    await desk.page.mouse.down();

    await desk.wire.letsGo(NEWS);
    await desk.page.mouse.up();

    await desk.page.waitForSelector(`#dialog form[action="${REQUESTS}/${jonas.meeting}/decline"]`);
    await isGone(desk, emma);
    await isAnswered(jonas);
  });

  it('opens a dialog by a key that is pressed as soon as the page is there', async () => {
    const { client } = await asks('Emma');
    const desk = await aDesk(office, theAdmin(office));
    // A slow machine: what is put off waits.
    await desk.page.evaluateOnNewDocument(() => {
      const put = window.setTimeout.bind(window);
      Object.assign(window, { setTimeout: (run: () => void, ms?: number) => put(run, ms ?? 3_000) });
    });
    await desk.opens(`/crm/contacts/${client.contact}`);

    await desk.page.keyboard.press('p');

    await desk.sees('Offer homes to Emma', '#dialog');
  });
});
