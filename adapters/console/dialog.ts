import { ownPath } from './door/addresses.ts';
import type { Asked, Door, Visit } from './door.ts';
import { type Hole, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import type { Page } from './layout.ts';
import type { Around } from './parts.ts';
import { partPath } from './parts.ts';

/** Where a dialog was opened: the page that its form comes back to, and the part of it that shows what changed. */
export type Opener = Around & { readonly part?: string };

/** What stands in a dialog, or on a page of its own where there is no script. */
export type Dialog = {
  readonly title: string;
  readonly body: Hole;
};

/**
 * A link that opens a dialog: without script the page of its own at the same address. `part`: what of the page that the
 * reader is on is brought up to date by the dialog's form.
 *
 * @example
 * opensDialog(visit, { to: `/crm/requests/${id}/decline`, part: 'waits', label: say('request.decline') })
 */
export function opensDialog(
  { path }: Pick<Visit, 'path'>,
  {
    to,
    part,
    label,
    className = 'btn plain',
    key,
    pageKey,
    name,
  }: {
    readonly to: string;
    readonly part?: string;
    readonly label: Hole;
    readonly className?: string;
    /** The single key that opens it from its row (keys.js). */
    readonly key?: string;
    /** The single key that opens it from anywhere on its page. */
    readonly pageKey?: string;
    /** What it is called where its label is not enough. */
    readonly name?: string;
  },
): Html {
  const asked = new URLSearchParams({ from: path, ...(part === undefined ? {} : { in: part }) });
  const address = `${to}${to.includes('?') ? '&' : '?'}${asked}`;
  return html`<a class="${className}" href="${address}" hx-get="${partPath(address, 'dialog')}" hx-target="#dialog" hx-sync="#dialog:replace" hx-swap="innerHTML" aria-haspopup="dialog"${key !== undefined && html` data-key="${key}"`}${pageKey !== undefined && html` data-page-key="${pageKey}"`}${name !== undefined && html` aria-label="${name}"`}>${label}</a>`;
}

/**
 * A page that `opensDialog` leads to. What `show` makes stands in the dialog; its forms are made with the opener, so that they
 * come back to where it was opened: `deedForm(opener, { part: opener.part, … })`.
 */
export function dialogRoute(
  door: Door,
  route: {
    readonly path: string;
    readonly deed: Parameters<Door['page']>[0]['deed'];
    readonly current: NonNullable<Page['current']>;
    /** Undefined where there is no such record. */
    show(visit: Visit, opener: Opener, asked: Asked): Promise<Dialog | undefined>;
    /** What of it is fetched by itself: what a search in it found. */
    readonly parts?: Parameters<Door['page']>[0]['parts'];
  },
): void {
  const { path, deed, current } = route;
  door.page({
    path,
    deed,
    show: async (visit, asked) => {
      const dialog = await route.show(visit, openerOf(visit, asked), asked);
      return (
        dialog && {
          title: dialog.title,
          current,
          width: 'mid',
          body: html`<section class="panel pad">${dialog.body}</section>`,
        }
      );
    },
    parts: {
      ...route.parts,
      dialog: async (visit, asked) => {
        const dialog = await route.show(visit, openerOf(visit, asked), asked);
        return dialog && inDialog(visit, dialog);
      },
    },
  });
}

function openerOf({ csrf }: Visit, { query }: Asked): Opener {
  return { csrf, path: ownPath(query.from), ...(query.in === undefined ? {} : { part: query.in }) };
}

const inDialog = ({ say }: Visit, { title, body }: Dialog): Html =>
  html`<div class="title"><h2 id="dialog-title" tabindex="-1">${title}</h2><button type="button" class="btn icon plain" data-do="closeDialog" aria-label="${say('frame.close')}">${icon('x')}</button></div>
<div class="body">${body}</div>`;
