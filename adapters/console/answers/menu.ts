import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { type Addressee, textFor, type Writer } from './for-client.ts';

type MenuNeeds = Writer &
  Pick<Visit, 'say' | 'agent'> & {
    readonly user: Pick<Visit['user'], 'singleKeys'>;
    readonly kept: Pick<Visit['kept'], 'savedAnswers'>;
  };

/**
 * The saved answers beside a field, to be put in where its cursor stands; searched by title and text. A form whose field
 * has holes that nothing filled is not sent: `answersMenu` stands within it.
 *
 * @example
 * html`${await answersMenu(visit, { into: 'message', client: { firstName, language, home } })}`
 */
export async function answersMenu(
  visit: MenuNeeds,
  { into, client }: { readonly into: string; readonly client: Addressee },
): Promise<Html> {
  const { say, kept, agent, user } = visit;
  const answers = (await kept.savedAnswers.seenBy(agent.id)).flatMap((answer) => {
    const text = textFor(visit, answer, client);
    return text === undefined ? [] : [{ ...answer, text }];
  });
  const search = html`<label class="vh" for="${into}-answers-words">${say('answers.search')}</label><input class="input" id="${into}-answers-words" type="search" autocomplete="off" placeholder="${say('answers.search')}" data-narrows="${into}-answers">`;
  const list = answers.map(
    ({ title, text }) =>
      html`<li><button type="button" class="btn plain" data-inserts="${text}" data-into="${into}"><b class="strong">${title}</b><small class="quiet">${text}</small></button></li>`,
  );
  return html`<details class="menu-of answers" data-holes-of="${into}" data-unfilled="${say('answers.unfilled')}"><summary class="btn plain" data-page-key="answers">${icon('file-text', 's')}<span class="name">${say('answers.title')}</span>${user.singleKeys && html`<kbd aria-hidden="true">/</kbd>`}</summary>
<div class="menu">${answers.length > 0 ? html`${search}<ul id="${into}-answers">${list}</ul>` : html`<p class="s muted pad-s">${say('answers.none')}</p>`}<a class="link s pad-s" href="/crm/settings/answers">${say('answers.keep')}</a></div></details>`;
}
