import type { DueMail, Mails, SettledMail } from '#core/delivery/mails.ts';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { type Letter, readLetter } from '#core/letter.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';
import { opened, type Sealing } from './sealing.ts';

const CLAIM = `
  with due as (
    select id from mails where state = 'queued' and due_at <= now() order by due_at, seq limit $1
    for update skip locked
  )
  update mails m set attempts = m.attempts + 1, due_at = now() + $2::float8 * interval '1 second'
  from due, companies c where due.id = m.id and c.id = m.company_id
  returning m.id, m.recipient, m.subject, m.text, m.letter, m.attempts, m.seq, c.id as company, c.logo,
    extract(epoch from now() - m.created_at)::float8 as age`;

const AGAIN = `
  update mails set error = $2, due_at = now() + $3::float8 * interval '1 second' where id = $1 and state = 'queued'`;
/** What was sent is not kept: it may hold a code or a temporary password. Without a mail server it stays to be read. */
const ENDED = `
  update mails set state = $2, error = $3, text = case when $2 = 'kept' then text else '' end,
    subject = case when $2 = 'kept' then subject else '' end, letter = case when $2 = 'kept' then letter end
  where id = $1 and state = 'queued' returning company_id as company`;

/** `sealing`: what mails that wait are sealed with. */
export function createMails({ systemScope, nudge }: Database, sealing?: Sealing): Mails {
  const end = async (mail: string, was: string, why: string | null) => {
    const [ended] = await once<{ company: CompanyId }>(systemScope, ENDED, [mail, was, why]);
    if (ended && was === 'failed') nudge(ended.company, 'problems');
  };
  return {
    async claim(limit, leaseSeconds) {
      const rows = await once<MailRow>(systemScope, CLAIM, [limit, leaseSeconds]);
      const due: DueMail[] = [];
      for (const { id, recipient, attempts, age, company, logo, ...row } of rows.sort(
        (a, b) => Number(a.seq) - Number(b.seq),
      )) {
        const [subject, text] = [opened(sealing, row.subject), opened(sealing, row.text)];
        if (subject === undefined || text === undefined)
          await end(id, 'failed', 'it was sealed with another SECRET_KEY');
        else {
          const letter = letterIn(row.letter === null ? undefined : opened(sealing, row.letter));
          due.push({ id, to: recipient, subject, text, letter, company, logo, attempts, ageSeconds: age });
        }
      }
      return due;
    },

    async settle(mail, settled) {
      if (settled.was === 'again') await once(systemScope, AGAIN, [mail, settled.why, settled.afterSeconds]);
      else await end(mail, settled.was, whyOf(settled));
    },
  };
}

/** Undefined where it can't be read: the mail goes as plain text. */
function letterIn(json: string | undefined): Letter | undefined {
  try {
    return json === undefined ? undefined : readLetter(JSON.parse(json));
  } catch {
    return undefined;
  }
}

const whyOf = (settled: SettledMail): string | null => (settled.was === 'failed' ? settled.why : null);

type MailRow = {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  letter: string | null;
  company: CompanyId;
  logo: MediaId | null;
  attempts: number;
  seq: string | number;
  age: number;
};
