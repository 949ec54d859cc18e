import { raw, html as template } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Markup of ours. Only `html` makes it, so whatever stands in a page as words is escaped. */
export type Html = HtmlEscapedString;
/** What may stand in markup: text is escaped, markup goes in as it is, lists are joined, what is not there leaves nothing. */
export type Hole = string | number | false | null | undefined | Html | readonly Hole[];

/** Markup with its holes filled; text in them is escaped, in attributes too, which are always quoted. */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Html {
  const made = template(strings, ...holes);
  if (made instanceof Promise) throw new Error('a promise was put into a page');
  return made;
}

/** Markup out of a package or a library of ours, never of a person. */
export const trusted = (markup: string): Html => raw(markup);

/** Pieces one after the other. */
export const all = (...pieces: readonly Hole[]): Html => html`${pieces}`;
