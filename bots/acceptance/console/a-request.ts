import type { Phone } from '#bots/acceptance/a-phone.ts';
import { type Body, type Client, dayIn, type Office } from '#bots/acceptance/an-office.ts';

/** Somebody who has asked to view a home, on two days of their wish. */
export type Asked = { readonly client: Client; readonly phone: Phone; readonly meeting: string; readonly home: string };

/** What is tapped one after the other before the days are written, and after. */
const ENGLISH = { before: ['New properties', 'Details', 'Request viewing'], after: 'Send request' };
export const GERMAN: typeof ENGLISH = {
  before: ['Neue Immobilien', 'Details', 'Termin anfragen'],
  after: 'Anfrage senden',
};

export async function aRequest(
  office: Office,
  firstName: string,
  home: string,
  more: Body = {},
  { before, after } = ENGLISH,
): Promise<Asked> {
  const client = await office.aClient(firstName, more);
  await office.offers(client.deal, await office.aProperty(home));
  const phone = office.phone(firstName);
  await office.signsIn(phone, client.email);
  for (const label of before) await phone.taps(label);
  await phone.writes(`${dayIn(3)}, ${dayIn(5)}`);
  await phone.taps(after);
  await office.settled();
  const meetings: readonly Body[] = (await office.api('GET', '/meetings?status=pending')).body.items;
  const meeting = meetings.find(({ deal_id }) => deal_id === client.deal)?.id;
  return { client, phone, meeting, home };
}
