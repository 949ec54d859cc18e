import { type Html, html } from '#adapters/console/html.ts';
import type { Say } from '#adapters/console/say.ts';
import type { Span } from '#core/crm/records.ts';
import { withQuery } from './tabs.ts';

/** Rows of one part of a list. */
export const PAGE = 50;

/** The part of a list that an address asks for. */
export function spanIn({ before }: Readonly<Record<string, string | undefined>>): Span {
  const at = Number(before);
  return { limit: PAGE, before: Number.isSafeInteger(at) && at > 0 ? at : null };
}

/** Links to the part that follows, and back to the newest. */
export function paging(
  say: Say,
  path: string,
  asked: Readonly<Record<string, string | undefined>>,
  next: number | null,
): Html | false {
  const { before, ...rest } = asked;
  if (next === null && before === undefined) return false;
  return html`<p class="t3 flex between">${before === undefined ? html`<span></span>` : html`<a class="btn plain" href="${withQuery(path, rest)}">${say('frame.newest')}</a>`}${next !== null && html`<a class="btn" rel="next" href="${withQuery(path, { ...rest, before: next })}">${say('frame.nextPage')}</a>`}</p>`;
}
