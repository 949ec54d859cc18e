import { GATHERING, type Owed, RECEIPTS } from '#core/chat/owed.ts';
import { storedTask } from '#core/turns/stored.ts';
import type { PortNeeds } from './port-needs.ts';
import { sealedMessage } from './sealed-message.ts';
import { sealed } from './sealing.ts';

/** Answers go before pushes. */
const RANKS = { answer: 0, push: 1 } as const;

/** What waits for more of its kind waits no longer: somebody goes on. */
const HURRY = `
  update deliveries set due_at = now()
  where chat_id = $1 and state = 'queued' and kind = any($2::text[]) and attempts = 0 and due_at > now()`;

/** One that still waits takes on what the newer says, where nothing else was owed since; answers nothing where there is none. */
const GATHER = `
  update deliveries d set message = $3::jsonb, due_at = least(now() + $4::float8 * interval '1 second',
    greatest(now(), d.created_at + $5::float8 * interval '1 second'))
  where d.chat_id = $1 and d.state = 'queued' and d.kind = $2 and d.rank = 0
    and not exists (
      select 1 from deliveries later
      where later.chat_id = d.chat_id and later.state = 'queued' and later.rank = 0 and later.seq > d.seq
        and later.kind <> all($6::text[]))
  returning d.id`;

const MESSAGE = `
  insert into deliveries
    (id, company_id, chat_id, channel_account_id, rank, kind, message, edits, edits_delivery_id, shows_offer_id,
     message_id, due_at, shows_viewing_id)
  select $1::uuid, c.company_id, c.id, c.channel_account_id, $3::int, $4, $5::jsonb, $6, $7::uuid, $8::uuid,
    $9::uuid, now() + $10::float8 * interval '1 second', $11::uuid
  from chats c where c.id = $2`;

const DROP_CARDS = `
  delete from deliveries where chat_id = $1 and shows_viewing_id = $2 and state in ('queued', 'held')`;

const LATER = `
  insert into tasks (id, company_id, key, task, due_at) values ($1, $2, $3, $4, $5)
  on conflict (company_id, key) do nothing`;

const FINISH = 'update tasks set done_at = now(), error = null where id = $1 and done_at is null returning id';

const MAIL = 'insert into mails (id, company_id, recipient, subject, text, letter) values ($1, $2, $3, $4, $5, $6)';

export function createOwed({ tx, newId, sealing, mailSealing, gathering = GATHERING }: PortNeeds): Owed {
  return {
    async message({
      chat,
      message,
      rank,
      kind,
      isGathered,
      nothingGathers,
      edits,
      editsDelivery,
      shows,
      showsViewing,
      about,
    }) {
      if (isGathered) {
        const waits = [gathering.seconds, gathering.mostSeconds, RECEIPTS];
        if ((await tx.rows(GATHER, [chat, kind, sealedMessage(message, sealing), ...waits])).length > 0) return;
      } else if (rank === 'answer' && !nothingGathers) tx.write(HURRY, [chat, RECEIPTS]);
      tx.write(MESSAGE, [
        newId(),
        chat,
        RANKS[rank],
        kind,
        sealedMessage(message, sealing),
        edits ?? null,
        editsDelivery ?? null,
        shows ?? null,
        about ?? null,
        isGathered ? gathering.seconds : 0,
        showsViewing ?? null,
      ]);
      tx.wake('owed');
    },

    async dropCards(chat, viewing) {
      tx.write(DROP_CARDS, [chat, viewing]);
    },

    async later(task, key, at) {
      tx.write(LATER, [newId(), tx.company, key, storedTask(task), at]);
    },

    async finish(task) {
      return (await tx.rows(FINISH, [task])).length > 0;
    },

    async mail({ to, subject, text, letter }) {
      const [about, words] = [subject, text].map((each) => sealed(mailSealing, each));
      const shaped = letter ? sealed(mailSealing, JSON.stringify(letter)) : null;
      tx.write(MAIL, [newId(), tx.company, to, about, words, shaped]);
      tx.wake('owed');
    },
  };
}
