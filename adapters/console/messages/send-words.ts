import type { Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { html } from '#adapters/console/html.ts';
import { isChannel } from '#core/chat/channels.ts';
import { unfilledIn } from '#core/crm/fill-answer.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { MESSAGE_MEANINGS } from '#core/crm/meanings.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { sendMessage } from '#core/crm/send-message.ts';
import type { Stand } from '#core/crm/talks.ts';
import type { Words } from '#core/words.ts';
import { channelFor, composer, DESK_LENGTH, type Refused, writeForm } from './composer.ts';
import { channelName, firstName } from './names.ts';

/** Who answers within so long of a colleague is asked whether they mean it. */
const JUST_NOW_MS = 60_000;

/** Sends what was written; what is wrong with it, or was answered by somebody else just now, is said in its place. */
export async function sendWords(visit: Visit, words: Words, contact: ContactRecord, form: Form): Promise<Outcome> {
  const { say, kept, agent } = visit;
  const typed = form.text('text').replaceAll('\r\n', '\n').trim();
  const stand = await kept.talks.stand(contact.id);
  const on = form.text('on');
  const refuse = (refused: Omit<Refused, 'words'>) =>
    again(visit, words, contact, stand, on, { words: typed, ...refused });
  if (typed === '') return refuse({ wrong: say('talk.empty') });
  if (typed.length > DESK_LENGTH)
    return refuse({ wrong: say('talk.tooLong', { most: DESK_LENGTH, count: typed.length }) });
  const holes = unfilledIn(typed);
  if (holes.length > 0) return refuse({ wrong: say('answers.unfilled').replace('{holes}', holes.join(' ')) });
  const question = questionOf(visit, stand);
  if (question && form.text('sure') !== question.sure) return refuse({ question });

  const channel = channelFor(stand, on);
  const named = isChannel(on) ? on : channel;
  const meaning = meaningOf(
    MESSAGE_MEANINGS,
    await sendMessage({ ...kept, clock: visit.clock }, agent, contact.id, typed, named),
  );
  if (meaning.is !== 'done') return meaning;
  await kept.drafts.keep(agent.id, contact.id, '');
  const name = contact.first_name;
  return {
    is: 'done',
    said: named ? say('talk.sent', { name, channel: channelName(named) }) : say('talk.sentPlain', { name }),
  };
}

function questionOf({ say, agent, clock }: Visit, { answered }: Stand): Refused['question'] {
  if (!answered || answered.id === agent.id) return undefined;
  const ago = clock.now().getTime() - answered.at.getTime();
  if (ago >= JUST_NOW_MS) return undefined;
  const seconds = Math.max(1, Math.round(ago / 1000));
  return {
    words: say('talk.justAnswered', { name: firstName(answered.name), count: seconds }),
    sure: answered.at.toISOString(),
  };
}

async function again(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  on: string,
  refused: Refused,
): Promise<Outcome> {
  return {
    is: 'again',
    form: await writeForm(visit, words, contact, stand, on, refused),
    page: async (fresh) => ({
      title: `${contact.first_name} ${contact.last_name}`,
      current: 'messages',
      width: 'mid',
      body: html`<div class="panel">${await composer(fresh, words, contact, stand, on, refused)}</div>`,
    }),
  };
}
