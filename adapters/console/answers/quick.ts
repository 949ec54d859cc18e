import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { type Hole, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { fits, unfilledIn } from '#core/crm/fill-answer.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { MESSAGE_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import type { Wait } from '#core/crm/waits.ts';
import { type ContactId, isId } from '#core/ids.ts';
import { textFor } from './for-client.ts';

/** Of those that fit so many stand on a row (CONSOLE: Today). */
const MOST_QUICK = 2;
/** What every channel carries in one message beside the agent's name. */
const MOST_TEXT = 4000;

/** The saved answers that fit what a client wrote, each as a button that sends it; none of which a hole stays open. */
export function quickAnswers(
  visit: Visit,
  wait: Extract<Wait, { readonly is: 'message' }>,
  answers: readonly SavedAnswer[],
  part: string,
): Hole {
  const { client, home, words } = wait;
  const fitting = answers.flatMap((answer) => {
    if (!words || !fits(answer, words)) return [];
    const text = textFor(visit, answer, { ...client, home: home?.name });
    return text === undefined || unfilledIn(text).length > 0 ? [] : [{ ...answer, text }];
  });
  return fitting.slice(0, MOST_QUICK).map(({ id, title, text }) =>
    deedForm(visit, {
      ...{ id: `answer-${id}-${client.id}`, action: `/crm/contacts/${client.id}/answer`, part, className: 'contents' },
      body: html`<input type="hidden" name="text" value="${text}"><button class="btn" title="${text}">${title}</button>`,
    }),
  );
}

/** Sends the words that stood on the button. */
export function quickAnswerDeed(door: Door): void {
  door.deed({
    path: '/contacts/:id/answer',
    deed: 'writeToClients',
    async work({ kept, clock, agent, say }, form, { params }): Promise<Outcome> {
      const id = params.id ?? '';
      const contact = isId(id) ? await kept.records.contacts.find(id as ContactId) : undefined;
      if (!contact) return { is: 'refused', refusal: noSuch('contact') };
      const text = form.text('text').replaceAll('\r\n', '\n').trim();
      if (text === '' || text.length > MOST_TEXT || unfilledIn(text).length > 0)
        return { is: 'refused', refusal: noSuch('saved answer'), said: say('answers.notWhole') };
      const meaning = meaningOf(MESSAGE_MEANINGS, await sendMessage({ ...kept, clock }, agent, contact.id, text));
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('answers.sent', { name: contact.first_name }) };
    },
  });
}
