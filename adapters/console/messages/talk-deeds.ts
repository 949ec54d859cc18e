import type { Door } from '#adapters/console/door.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { MESSAGE_MEANINGS } from '#core/crm/meanings.ts';
import { conflict } from '#core/crm/refusal.ts';
import { setTakenOver } from '#core/crm/set-taken-over.ts';
import { isId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';
import { DESK_LENGTH } from './composer.ts';
import { noteRoutes } from './note.ts';
import { sendWords } from './send-words.ts';
import { talkDeed } from './talk-deed.ts';

/** What can be done in an open talk; `words`: puts ours into the client's language. */
export function talkDeeds(door: Door, words: Words): void {
  talkDeed(door, 'send', (visit, contact, form) => sendWords(visit, words, contact, form));

  talkDeed(door, 'take-over', async (visit, contact) => {
    const meaning = meaningOf(
      MESSAGE_MEANINGS,
      await setTakenOver({ ...visit.kept, clock: visit.clock }, contact.id, visit.agent),
    );
    if (meaning.is !== 'done') return meaning;
    const { isTold } = meaning.done;
    return {
      is: 'done',
      said: isTold ? visit.say('talk.takenTold', { name: contact.first_name }) : visit.say('talk.taken'),
    };
  });

  talkDeed(door, 'hand-back', async (visit, contact) => {
    const { heldBy } = await visit.kept.talks.stand(contact.id);
    const meaning = meaningOf(
      MESSAGE_MEANINGS,
      await setTakenOver({ ...visit.kept, clock: visit.clock }, contact.id, null),
    );
    if (meaning.is !== 'done') return meaning;
    if (!heldBy) return { is: 'done', said: visit.say('talk.wasBack') };
    const { isTold } = meaning.done;
    return {
      is: 'done',
      said: isTold ? visit.say('talk.handedBack', { name: contact.first_name }) : visit.say('talk.isBack'),
    };
  });

  talkDeed(door, 'again/:message', async ({ kept, say }, _contact, _form, { params }) => {
    const { message = '' } = params;
    const again = isId(message) ? await kept.thread.resend(message) : undefined;
    if (!again) return { is: 'refused', refusal: conflict(say('talk.notLost')) };
    return { is: 'done', said: say('talk.sentAgain') };
  });

  const byItself = { once: false, byItself: true } as const;
  talkDeed(
    door,
    'draft',
    async ({ kept, agent }, contact, form) => {
      await kept.drafts.keep(agent.id, contact.id, form.text('text').slice(0, 2 * DESK_LENGTH));
      return { is: 'done' };
    },
    { once: false },
  );
  talkDeed(
    door,
    'here',
    async ({ kept, agent, clock }, { id }, form) => {
      if (form.has('gone')) await kept.onlookers.leaves(agent.id, id);
      else await kept.onlookers.looks(agent.id, id, form.has('writing'), clock.now());
      return { is: 'done' };
    },
    byItself,
  );

  noteRoutes(door);
}
