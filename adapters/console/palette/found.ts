import { randomUUID } from 'node:crypto';
import type { Visit } from '#adapters/console/door.ts';
import { CARRIED } from '#adapters/console/form.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { initials } from '#adapters/console/parts.ts';
import type { Found } from '#core/crm/search.ts';
import type { Command } from './commands.ts';

/** One thing that the palette leads to. */
type Line = { readonly before: Hole; readonly words: Hole; readonly end?: Hole } & (
  | { readonly href: string }
  | Pick<Doing, 'action' | 'fields'>
);
type Doing = Extract<Command, { readonly action: string }>;
/** Lines under a heading. */
export type Group = { readonly title: string; readonly lines: readonly Line[] };

/** What was found, by kind, and what can be done; kinds of which nothing was found are left out. */
export function groupsOf({ say }: Pick<Visit, 'say'>, found: Found, commands: readonly Command[]): readonly Group[] {
  const dotted = (...words: readonly (string | null)[]) => words.filter(Boolean).map((word) => ` · ${word}`);
  const groups: readonly Group[] = [
    {
      title: say('find.contacts'),
      lines: found.contacts.map(({ id, kind, first_name, last_name, email, phone }) => ({
        href: `/crm/contacts/${id}`,
        before: html`<span class="avatar s" aria-hidden="true">${initials(`${first_name} ${last_name}`)}</span>`,
        words: html`<b class="strong">${first_name} ${last_name}</b>${dotted(kind === 'lead' ? say('frame.newKind.lead') : null, email, phone)}`,
      })),
    },
    {
      title: say('find.deals'),
      lines: found.deals.map(({ id, name, stage }) => ({
        ...{ href: `/crm/deals/${id}`, before: icon('handshake'), words: name, end: stage },
      })),
    },
    {
      title: say('find.properties'),
      lines: found.properties.map(({ id, name, city, reference, tesoro_reference }) => ({
        href: `/crm/properties/${id}`,
        before: icon('house'),
        words: html`${name}${dotted(city, reference)}`,
        end: tesoro_reference,
      })),
    },
    {
      title: say('find.requests'),
      lines: found.requests.map(({ id, contact, property }) => ({
        href: `/crm/requests#card-${id}`,
        before: icon('calendar-clock'),
        words: contact ? `${contact.name} · ${property.name}` : property.name,
      })),
    },
    {
      title: say('find.do'),
      lines: commands.map(({ words, drawing, key, ...what }) => ({
        ...{ ...what, before: icon(drawing), words },
        end: key?.split(' ').map((each) => html`<kbd aria-hidden="true">${each}</kbd>`),
      })),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

/** In the palette: walked through by the arrows (keys.js). */
export function optionsOf(visit: Visit, groups: readonly Group[]): Html {
  const { say } = visit;
  let nth = 0;
  return html`<div role="listbox" id="found-list" aria-label="${say('find.results')}">${groups.map(
    ({ title, lines }) =>
      html`<div role="group" aria-label="${title}"><p class="grp" aria-hidden="true">${title}</p>${lines.map(
        ({ before, words, end, ...what }) =>
          html`<div role="option" id="found-${++nth}" aria-selected="false"${'href' in what && html` data-href="${what.href}"`}>${before}<span class="cut">${words}</span>${end && html`<span class="end">${end}</span>`}${'action' in what && formFor(visit, what)}</div>`,
      )}</div>`,
  )}</div>`;
}

/** The same as links, on the page that stands where no script runs. */
export const linksOf = (visit: Visit, groups: readonly Group[]): Html =>
  html`${groups.map(
    ({ title, lines }) =>
      html`<h2 class="grp">${title}</h2><ul>${lines.map(({ words, ...what }) => html`<li>${'href' in what ? html`<a href="${what.href}">${words}</a>` : formFor(visit, what, words)}</li>`)}</ul>`,
  )}`;

/** In the palette it is sent by the option that it stands in, and comes back to the page below (keys.js). */
const formFor = ({ csrf, path }: Visit, { action, fields }: Pick<Doing, 'action' | 'fields'>, label?: Hole): Html =>
  html`<form method="post" action="${action}"${label === undefined && html` hidden`}><input type="hidden" name="${CARRIED.csrf}" value="${csrf}"><input type="hidden" name="${CARRIED.once}" value="${randomUUID()}"><input type="hidden" name="${CARRIED.at}" value="${path}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${label !== undefined && html`<button class="btn plain">${label}</button>`}</form>`;
