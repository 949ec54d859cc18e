import { createHash, timingSafeEqual } from 'node:crypto';
import type { CodeState, Codes } from '#core/accounts/accounts.ts';
import type { ChatId } from '#core/ids.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';

const KEEP = `
  insert into email_codes (chat_id, company_id, email, hash, sent_at, expires_at, tries, sends, paused_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (chat_id) do update set email = excluded.email, hash = excluded.hash, sent_at = excluded.sent_at,
    expires_at = excluded.expires_at, tries = excluded.tries, sends = excluded.sends,
    paused_until = excluded.paused_until`;

export function createCodes({ tx, sealing }: PortNeeds): Codes {
  /** With the chat, so that equal codes of two chats don't look equal; signed, since a dump is tried with all six digits in a second. */
  const hashOf = (chat: ChatId, code: string): string => {
    const words = `${chat}:${code}`;
    return sealing ? sealing.sign(words) : createHash('sha256').update(words).digest('hex');
  };
  return {
    async of(chat) {
      const [row] = await tx.rows<CodeRow>(
        `select email, sent_at, expires_at, tries, sends, paused_until from email_codes
         where chat_id = $1 for no key update`,
        [chat],
      );
      return row && stateOf(row);
    },

    async keep(chat, code, { email, sentAt, expiresAt, tries, sends, pausedUntil }) {
      const values = [chat, tx.company, email, hashOf(chat, code), sentAt, expiresAt, tries, sends, pausedUntil];
      tx.write(KEEP, values);
    },

    async change(chat, { sentAt, expiresAt, tries, sends, pausedUntil }) {
      const values: unknown[] = [chat];
      const columns = { sent_at: sentAt, expires_at: expiresAt, tries, sends, paused_until: pausedUntil };
      const set = assignments(values, columns);
      if (set) tx.write(`update email_codes set ${set} where chat_id = $1`, values);
    },

    async matches(chat, digits) {
      const [row] = await tx.rows<{ hash: string }>('select hash from email_codes where chat_id = $1', [chat]);
      return row !== undefined && timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(chat, digits)));
    },

    async sentTo(email) {
      const rows = await tx.rows<{ chat: ChatId }>(
        `select chat_id as chat from email_codes where company_id = $1 and lower(email) = lower($2)
         order by sent_at desc`,
        [tx.company, email],
      );
      return rows.map(({ chat }) => chat);
    },

    async drop(chat) {
      tx.write('delete from email_codes where chat_id = $1', [chat]);
    },
  };
}

type CodeRow = {
  email: string;
  sent_at: Date;
  expires_at: Date;
  tries: number;
  sends: number;
  paused_until: Date | null;
};

const stateOf = (row: CodeRow): CodeState => ({
  email: row.email,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  tries: row.tries,
  sends: row.sends,
  pausedUntil: row.paused_until,
});
