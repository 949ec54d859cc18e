import { type Html, html } from './html.ts';
import { document, type Page } from './layout.ts';
import { empty } from './parts.ts';
import type { Say } from './say.ts';

/** What a page says in the place of what was asked for. */
export type ErrorKind = 'nothing' | 'notYours' | 'old' | 'ours' | 'tooMany' | 'tooLarge';

const DRAWINGS = {
  nothing: 'map-pin',
  notYours: 'shield-check',
  old: 'clock',
  ours: 'triangle-alert',
  tooMany: 'clock',
  tooLarge: 'circle-alert',
} as const;

/** `id`: under which it is in the log. `minutes`: after which who came too often may come again. */
type Detail = { readonly id?: string; readonly minutes?: number };

/** A page in the place of another, for who is signed in; `path`: where they were. */
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

function bodyOf(say: Say, kind: ErrorKind, path: string, { id = '', minutes = 1 }: Detail): Html {
  const hint = {
    nothing: () => say('error.nothingHint'),
    notYours: () => say('error.notYoursHint'),
    old: () => say('error.oldHint'),
    ours: () => say('error.oursHint', { id }),
    tooMany: () => say('error.tooManyHint', { count: minutes }),
    tooLarge: () => say('error.tooLargeHint'),
  }[kind]();
  const again = { old: say('error.loadAgain'), ours: say('error.tryAgain') } as const;
  const isAgain = kind === 'old' || kind === 'ours';
  const more = html`<div class="flex wrap">${isAgain && html`<a class="btn primary" href="${path}">${again[kind]}</a>`}<a class="btn${isAgain ? '' : ' primary'}" href="/crm/today">${say('error.toToday')}</a></div>`;
  return empty(DRAWINGS[kind], undefined, hint, more);
}
