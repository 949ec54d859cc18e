import { randomUUID } from 'node:crypto';
import { CARRIED } from './form.ts';
import { type Hole, type Html, html } from './html.ts';
import { type Icon, icon } from './icons.ts';

/** What of the reader's request parts of a page are made with. */
export type Around = {
  /** The page that the reader is on: where a form without script comes back to. */
  readonly path: string;
  /** Proof that a form came from a page of this session. */
  readonly csrf: string;
};

/** A framed part of a page, named by its heading. `part`: the name by which it is fetched anew, when one of `on` changes. */
export function panel({
  id,
  title,
  aside,
  body,
  live,
  isEdge = false,
}: {
  readonly id: string;
  readonly title: Hole;
  readonly aside?: Hole;
  readonly body: Hole;
  readonly live?: Live;
  readonly isEdge?: boolean;
}): Html {
  return html`<section class="panel${isEdge ? ' edge' : ''}" id="${id}" aria-labelledby="${id}-title"${live && liveAttributes(live)}>
<header><h2 id="${id}-title" tabindex="-1">${title}</h2>${aside}</header>
${body}
</section>`;
}

/** A part of a page that is fetched anew when one of these changed. */
export type Live = {
  readonly path: string;
  readonly part: string;
  readonly on: readonly string[];
  /** And so often besides, where nothing tells that it changed. */
  readonly everySeconds?: number;
};

export function liveAttributes({ path, part, on, everySeconds }: Live): Html {
  const named = [...on, 'all'].map((name) => `${name} from:body`);
  const triggers = [...named, ...(everySeconds === undefined ? [] : [`every ${everySeconds}s`])].join(', ');
  return html` hx-get="${partPath(path, part)}" hx-trigger="${triggers}" hx-swap="outerMorph" hx-sync="replace"`;
}

/** Where one part of the page at this path is fetched. */
export function partPath(path: string, part: string): string {
  const [bare = '', query = ''] = path.split('?');
  const asked = new URLSearchParams(query);
  asked.set('part', part);
  return `${bare}?${asked}`;
}

/** What stands where nothing is. */
export const empty = (drawing: Icon | undefined, title: string | undefined, words: Hole, more?: Hole): Html =>
  html`<div class="empty${title === undefined ? ' pad-l' : ''}">${drawing && icon(drawing)}${title !== undefined && html`<h3>${title}</h3>`}<p>${words}</p>${more}</div>`;

/**
 * A form that does something. With script its answer takes its place, or brings the parts of the page that changed;
 * without, the page comes anew. It does it once, however often it is sent.
 */
export function deedForm({ path, csrf }: Around, { id, action, part, body, className = '' }: DeedForm): Html {
  return html`<form id="${id}" class="${className}" method="post" action="${action}" hx-post="${action}" hx-target="this" hx-swap="outerMorph" hx-sync="drop" novalidate>
<input type="hidden" name="${CARRIED.csrf}" value="${csrf}"><input type="hidden" name="${CARRIED.once}" value="${randomUUID()}"><input type="hidden" name="${CARRIED.at}" value="${path}">${part !== undefined && html`<input type="hidden" name="${CARRIED.part}" value="${part}">`}
${body}
</form>`;
}
type DeedForm = {
  /** Of the record that it is about, so that a page that comes anew keeps focus and typed words where they were. */
  readonly id: string;
  readonly action: string;
  /** The part of the page that shows what it changed. */
  readonly part?: string;
  readonly body: Hole;
  readonly className?: string;
};

/** A field with its label; what is wrong with it is read with it. */
export function field({
  id,
  name,
  label,
  kind = 'text',
  value = '',
  autocomplete,
  hint,
  wrong,
  more,
  className = '',
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly kind?: 'text' | 'email' | 'password';
  readonly value?: string;
  readonly autocomplete?: string;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
  /** Beside the label. */
  readonly more?: Hole;
  readonly className?: string;
}): Html {
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  const digits = autocomplete === 'one-time-code';
  return html`<div class="field"><div class="flex between"><label class="label" for="${id}">${label}</label>${more}</div>
<input class="input ${className}" id="${id}" name="${name}" type="${kind}" value="${value}"${autocomplete && html` autocomplete="${autocomplete}"`}${digits && html` inputmode="numeric" maxlength="7"`}${described && html` aria-describedby="${described}"`}${wrong && html` aria-invalid="true"`} required>
${hint && html`<small id="${id}-hint">${hint}</small>`}${wrong && html`<p class="error" id="${id}-wrong">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}</div>`;
}

/** What is wrong, or done, above a form; read out at once. */
export const banner = (kind: 'bad' | 'good' | 'wait' | 'info', words: Hole): Html =>
  html`<div class="banner ${kind}" role="${kind === 'bad' ? 'alert' : 'status'}">${icon(kind === 'good' ? 'check' : 'circle-alert')}<span>${words}</span></div>`;

/** The first letters of a person's or an office's name. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(([letter = '']) => letter)
    .join('')
    .toLocaleUpperCase();
