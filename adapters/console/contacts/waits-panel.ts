import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { liveAttributes, panel } from '#adapters/console/parts.ts';
import { waitRow } from '#adapters/console/waits/wait-row.ts';
import { listWaitsOf } from '#core/crm/list-waits.ts';
import { contactPath, type Shown } from './contact-frame.ts';

/** The part of a contact's page that shows what they wait for. */
export const WAITS = 'waits';
/** More than one client ever waits for at once. */
const MOST = 20;

/** What the contact waits for, each answered where it stands; nothing is shown where they wait for nothing. */
export async function waitsPanel(visit: Visit, { contact }: Shown): Promise<Html> {
  const { say, kept, clock, agent } = visit;
  const waits = await listWaitsOf({ ...kept, clock }, agent, contact.id, MOST);
  const on = ['waits', 'messages', `contact-${contact.id}`];
  const live = liveAttributes({ path: contactPath(contact), part: WAITS, on });
  const title = html`${say('contact.waits')} <span class="count"><span class="vh">${say('frame.waiting')} </span>${waits.length}</span>`;
  return html`<div id="${WAITS}"${live}>${waits.length > 0 && panel({ id: 'contact-waits', title, body: html`<ol>${waits.map((wait) => waitRow(visit, wait, WAITS))}</ol>` })}</div>`;
}
