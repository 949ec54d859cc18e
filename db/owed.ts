import type { Owed } from '#core/chat/owed.ts';
import { storedTask } from '#core/turns/stored.ts';
import type { PortNeeds } from './port-needs.ts';
import { sealedMessage } from './sealed-message.ts';
import { sealed } from './sealing.ts';

/** Answers go before pushes. */
const RANKS = { answer: 0, push: 1 } as const;

const MESSAGE = `
  insert into deliveries
    (id, company_id, chat_id, channel_account_id, rank, kind, message, edits, edits_delivery_id, shows_offer_id,
     message_id)
  select $1::uuid, c.company_id, c.id, c.channel_account_id, $3::int, $4, $5::jsonb, $6, $7::uuid, $8::uuid,
    $9::uuid
  from chats c where c.id = $2`;

const LATER = `
  insert into tasks (id, company_id, key, task, due_at) values ($1, $2, $3, $4, $5)
  on conflict (company_id, key) do nothing`;

const FINISH = 'update tasks set done_at = now(), error = null where id = $1 and done_at is null returning id';

const MAIL = 'insert into mails (id, company_id, recipient, subject, text) values ($1, $2, $3, $4, $5)';

export function createOwed({ tx, newId, sealing, mailSealing }: PortNeeds): Owed {
  return {
    async message({ chat, message, rank, kind, edits, editsDelivery, shows, about }) {
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
      ]);
      tx.wake('owed');
    },

    async later(task, key, at) {
      tx.write(LATER, [newId(), tx.company, key, storedTask(task), at]);
    },

    async finish(task) {
      return (await tx.rows(FINISH, [task])).length > 0;
    },

    async mail({ to, subject, text }) {
      const [about, words] = [subject, text].map((each) => sealed(mailSealing, each));
      tx.write(MAIL, [newId(), tx.company, to, about, words]);
      tx.wake('owed');
    },
  };
}
