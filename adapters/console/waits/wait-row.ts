import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import type { Wait } from '#core/crm/waits.ts';
import { matterOf } from './matter.ts';
import { clientAvatar, dueTag } from './parts.ts';

/** One thing that somebody waits for, with what answers it. `part`: the part of the page that it stands in. `saved`: answers that may fit. */
export function waitRow(visit: Visit, wait: Wait, part: string, saved: readonly SavedAnswer[] = []): Html {
  const { client } = wait;
  const { what, meta, answers } = matterOf(visit, wait, part, saved);
  const name = `${client.firstName} ${client.lastName}`;
  return html`<li class="row" id="${wait.is}-${wait.id}" data-row>
${clientAvatar(visit, client)}
<p class="what">${what}</p>
<span class="when">${dueTag(visit, wait)}</span>
${meta}
<div class="do" role="group" aria-label="${visit.say('wait.answer', { client: name })}">${answers}</div>
</li>`;
}
