import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { liveAttributes } from '#adapters/console/parts.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { AboutClient } from '#core/crm/talks.ts';

/** What the office knows of the client, beside what they say. */
export async function aside(visit: Visit, contact: ContactRecord): Promise<Html> {
  const { say, kept, clock, path } = visit;
  const { deal, viewing, asked } = await kept.talks.about(contact.id, clock.now());
  const name = `${contact.first_name} ${contact.last_name}`;
  return html`<aside class="aside" id="about" aria-label="${say('talk.about', { name })}"${liveAttributes({ path, part: 'about', on: [`contact-${contact.id}`] })}>
<section><div class="flex between"><h2>${say('talk.deal')}</h2>${deal && html`<a class="link s" href="/crm/deals/${deal.id}">${say('talk.open')}</a>`}</div>${deal ? dealOf(visit, deal) : html`<p class="s muted">${say('talk.noDeal')}</p>`}</section>
<section><div class="flex between"><h2>${say('talk.nextViewing')}</h2>${viewing && viewingTag(visit, viewing)}</div>${viewing ? html`${homeOf(viewing.home, visit.times.short(viewing.start))}` : html`<p class="s muted">${say('talk.noViewing')}</p>`}</section>
${asked && html`<section><h2>${say('talk.asked')}</h2>${homeOf(asked)}</section>`}
<section><h2>${say('talk.note')}</h2>${contact.office_note !== null && html`<p class="s muted words">${contact.office_note}</p>`}<div>${opensDialog(visit, { to: `/crm/messages/${contact.id}/note`, part: 'about', label: say('talk.editNote'), className: 'link s' })}</div></section>
</aside>`;
}

const COUNTED = ['proposed', 'pending', 'interested', 'rejected', 'approved', 'visited'] as const;

function dealOf({ say }: Visit, { id, name, type, stage, counts }: NonNullable<AboutClient['deal']>): Html {
  const facts = COUNTED.flatMap((lane) =>
    counts[lane] ? [html`<dt>${say(`talk.lane.${lane}`)}</dt><dd>${counts[lane]}</dd>`] : [],
  );
  return html`<div><a class="strong" href="/crm/deals/${id}">${name}</a><div class="s muted">${[type, stage].join(' · ')}</div></div>${facts.length > 0 && html`<dl class="facts">${facts}</dl>`}`;
}

function viewingTag({ say }: Visit, { attendance, openWish }: NonNullable<AboutClient['viewing']>): Html {
  if (openWish) return html`<span class="tag wait">${say('talk.viewing.anotherTime')}</span>`;
  if (attendance === 'late') return html`<span class="tag wait">${say('talk.viewing.late')}</span>`;
  if (attendance === 'coming') return html`<span class="tag good">${say('talk.viewing.coming')}</span>`;
  return html`<span class="tag">${say('talk.viewing.noAnswer')}</span>`;
}

function homeOf({ id, name, city, photo }: NonNullable<AboutClient['asked']>, when?: string): Html {
  const line = [when, city].filter(Boolean).join(', ');
  return html`<div class="mini">${photo ? html`<img class="thumb" src="${mediaPath(photo, 'thumb')}" alt="" loading="lazy">` : html`<span class="thumb"></span>`}<div><a class="strong" href="/crm/properties/${id}">${name}</a><div class="s muted">${line}</div></div></div>`;
}
