import type { Drafts } from '#core/crm/drafts.ts';
import type { PortNeeds } from '#db/port-needs.ts';

const FIND = 'select text from drafts where user_id = $1 and contact_id = $2';
const KEEP = `
  insert into drafts (id, company_id, user_id, contact_id, text, saved_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (user_id, contact_id) do update set text = excluded.text, saved_at = excluded.saved_at`;
const DROP = 'delete from drafts where user_id = $1 and contact_id = $2';

export const createDrafts = ({ tx, newId, clock }: PortNeeds): Drafts => ({
  async of(user, contact) {
    const [row] = await tx.rows<{ text: string }>(FIND, [user, contact]);
    return row?.text ?? '';
  },
  async keep(user, contact, words) {
    if (words.trim() === '') tx.write(DROP, [user, contact]);
    else tx.write(KEEP, [newId(), tx.company, user, contact, words, clock.now()]);
  },
});
