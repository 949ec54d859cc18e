import type { Visit } from '#adapters/console/door.ts';
import { listWaitsOf } from '#core/crm/list-waits.ts';
import { type Deed, may } from '#core/crm/rights.ts';
import type { Found } from '#core/crm/search.ts';
import type { Wait } from '#core/crm/waits.ts';
import type { Command } from './commands.ts';

type Person = Found['contacts'][number];

/** More matters of one client than ever wait at a time. */
const MOST_WAITS = 10;

/** What answers a person at once, without leaving the page: their requests, their words, their chats. */
export async function deedsWith(visit: Visit, person: Person | undefined): Promise<readonly Command[]> {
  if (!person) return [];
  const { kept, clock, agent } = visit;
  const waits = await listWaitsOf({ ...kept, clock }, agent, person.id, MOST_WAITS);
  return [...waits.flatMap((wait) => answersTo(visit, wait)), ...(await overChat(visit, person))];
}

function answersTo(visit: Visit, wait: Wait): readonly Command[] {
  const { say, times } = visit;
  const name = wait.client.firstName;
  switch (wait.is) {
    case 'request':
    case 'anotherTime':
      return allowed(visit, 'arrangeViewings', [
        ...wait.wishes.flatMap(({ suggested }): readonly Command[] =>
          suggested.was === 'free'
            ? [
                {
                  words: say('find.accept', { name, time: times.dayAndClock(suggested.start) }),
                  ...{ drawing: 'check', action: `/crm/requests/${wait.id}/accept` },
                  fields: { start: suggested.start.toISOString() },
                },
              ]
            : [],
        ),
        {
          words: say('find.otherTime', { name, home: wait.home.name }),
          ...{ drawing: 'calendar-search', href: `/crm/requests/${wait.id}/time` },
        },
      ]);
    case 'noAnswer':
      return allowed(visit, 'arrangeViewings', [
        {
          words: say('find.isComing', { name, home: wait.home.name }),
          ...{ drawing: 'check', action: `/crm/requests/${wait.id}/coming`, fields: {} },
        },
      ]);
    case 'message':
      return allowed(visit, 'writeToClients', [
        {
          words: say('find.settle', { name }),
          ...{ drawing: 'check-check', action: `/crm/contacts/${wait.client.id}/settle`, fields: {} },
        },
      ]);
    default:
      return [];
  }
}

/** Taking a chat from the bot, or giving it back; nothing where there is no chat. */
async function overChat(visit: Visit, { id, first_name: name }: Person): Promise<readonly Command[]> {
  const { say, kept, user } = visit;
  const { chats, heldBy } = await kept.talks.stand(id);
  if (chats.length === 0) return [];
  const isMine = heldBy?.id === user.id;
  return allowed(visit, 'writeToClients', [
    {
      words: say(isMine ? 'find.handBack' : 'find.takeOver', { name }),
      ...{ drawing: isMine ? 'bot' : 'hand', fields: {} },
      action: `/crm/messages/${id}/${isMine ? 'hand-back' : 'take-over'}`,
      ...(user.singleKeys ? { key: 'H' } : {}),
    },
  ]);
}

const allowed = ({ user }: Visit, deed: Deed, commands: readonly Command[]): readonly Command[] =>
  may(user, deed) ? commands : [];
