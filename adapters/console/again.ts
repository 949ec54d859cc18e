import type { Outcome, Visit } from './door.ts';
import { type Html, html } from './html.ts';
import type { Page } from './layout.ts';

/**
 * A form once more, with what is wrong with it: in its place, or as a page of its own for who has no script. `make` writes it
 * with what was typed.
 */
export async function again(
  visit: Visit,
  { title, current }: Pick<Page, 'title' | 'current'>,
  make: (visit: Visit) => Html | Promise<Html>,
): Promise<Outcome> {
  return {
    is: 'again',
    form: await make(visit),
    page: async (fresh) => ({
      title,
      ...(current === undefined ? {} : { current }),
      width: 'mid',
      body: html`<section class="panel pad">${await make(fresh)}</section>`,
    }),
  };
}
