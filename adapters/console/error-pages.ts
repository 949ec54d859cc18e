import { type Html, html } from './html.ts';
import { document, type Page } from './layout.ts';
import { empty } from './parts.ts';
import type { Say } from './say.ts';

/** What a page says in the place of what was asked for. */
export type ErrorKind = 'nothing' | 'notYours' | 'old' | 'ours' | 'tooMany' | 'tooLarge' | 'unread';

const DRAWINGS = {
  nothing: 'map-pin',
  notYours: 'shield-check',
  old: 'clock',
  ours: 'triangle-alert',
  tooMany: 'clock',
  tooLarge: 'circle-alert',
  unread: 'circle-alert',
} as const;

/** `id`: under which it is in the log. `minutes`: after which who came too often may come again. */
type Detail = { readonly id?: string; readonly minutes?: number };

/** A page in the place of another, for who is signed in; `path`: the page where they were. */
export function errorPage(say: Say, kind: ErrorKind, path: string, detail: Detail = {}): Page {
  return {
    title: say(`error.${kind}`),
    body: html`<section class="panel">${bodyOf(say, kind, path, detail)}</section>`,
  };
}

/** The same for who is not. */
export function bareErrorPage(say: Say, kind: ErrorKind, path: string, product: string, detail: Detail = {}): Html {
  const title = say(`error.${kind}`);
  return document(say.language, {
    title: `${title} · ${product}`,
    body: html`<main class="door" id="main"><section class="panel"><h1>${title}</h1>${bodyOf(say, kind, path, detail)}</section></main>`,
  });
}

/** Where the page itself may be had once more, the words that lead to it. */
const AGAIN: Partial<Readonly<Record<ErrorKind, 'error.loadAgain' | 'error.tryAgain'>>> = {
  old: 'error.loadAgain',
  ours: 'error.tryAgain',
  tooLarge: 'error.loadAgain',
  unread: 'error.loadAgain',
};

function bodyOf(say: Say, kind: ErrorKind, path: string, { id = '', minutes = 1 }: Detail): Html {
  const hint = {
    nothing: () => say('error.nothingHint'),
    notYours: () => say('error.notYoursHint'),
    old: () => say('error.oldHint'),
    ours: () => say('error.oursHint', { id }),
    tooMany: () => say('error.tooManyHint', { count: minutes }),
    tooLarge: () => say('error.tooLargeHint'),
    unread: () => say('error.unreadHint'),
  }[kind]();
  const again = AGAIN[kind];
  const more = html`<div class="flex wrap">${again && html`<a class="btn primary" href="${path}">${say(again)}</a>`}<a class="btn${again ? '' : ' primary'}" href="/crm/today">${say('error.toToday')}</a></div>`;
  return empty(DRAWINGS[kind], undefined, hint, more);
}
