import type { PortalUser, PortalUsers } from '#core/accounts/portal-users.ts';
import type { ContactId, PortalUserId } from '#core/ids.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';
import { type Way, waysIn } from './ways-in.ts';

const FIND = `
  select p.id, p.email, p.status, p.password_hash, p.password_is_temporary, p.password_tries, p.password_paused_until,
    p.last_sign_in_at, k.id as contact, k.kind, k.first_name, k.last_name, k.language
  from portal_users p join contacts k on k.id = p.contact_id
  where p.company_id = $1 and`;
const ADD = `
  insert into portal_users (id, company_id, contact_id, email, status, password_hash, password_is_temporary)
  values ($1, $2, $3, $4, 'Active', $5, true) on conflict do nothing returning id`;
const INVITE = 'insert into invites (id, company_id, hash, contact_id, expires_at) values ($1, $2, $3, $4, $5)';
const WAYS =
  'select channel, handle, external_id from channel_accounts where company_id = $1 and ended_at is null order by seq';
const END_PROOFS = `
  update proofs set used_at = $2
  where portal_user_id = (select id from portal_users where contact_id = $1) and used_at is null`;
const AWAITS = `
  select 1 from invites i join portal_users p on p.contact_id = i.contact_id
  where i.company_id = $1 and i.hash = $2 and p.password_is_temporary and p.status = 'Active'`;

export function createPortalUsers({ tx, clock, newId }: PortNeeds): PortalUsers {
  const find = async (which: string, value: string) => {
    const [row] = await tx.rows<Row>(`${FIND} ${which} for no key update of p`, [tx.company, value]);
    return row && userOf(row);
  };
  const of = (contact: ContactId) => find('p.contact_id = $2', contact);
  return {
    of,
    byId: (id) => find('p.id = $2', id),
    byEmail: (email) => find('lower(p.email) = lower($2)', email),
    async add(contact, email, passwordHash) {
      // Who began by themselves and has not typed the code yet is let in by the office.
      await tx.rows("delete from portal_users where contact_id = $1 and status = 'Draft'", [contact]);
      const added = await tx.rows(ADD, [newId(), tx.company, contact, email, passwordHash]);
      if (added.length === 0) return undefined;
      tx.write('update contacts set is_portal_user = true where id = $1', [contact]);
      return of(contact);
    },
    async change(id, { email, status, passwordHash, passwordIsTemporary, passwordTries, passwordPausedUntil }) {
      const values: unknown[] = [id];
      const set = assignments(values, {
        email,
        status,
        password_hash: passwordHash,
        password_is_temporary: passwordIsTemporary,
        password_tries: passwordTries,
        password_paused_until: passwordPausedUntil,
      });
      if (set) tx.write(`update portal_users set ${set} where id = $1`, values);
    },
    async signOut(id) {
      const text = 'update chats set portal_user_id = null, step = null where portal_user_id = $1 returning id';
      return (await tx.rows(text, [id])).length;
    },
    async invite(contact, token, expiresAt) {
      tx.write(INVITE, [newId(), tx.company, hashOf(token), contact, expiresAt]);
    },
    async waysIn(codeOf) {
      return waysIn(await tx.rows<Way>(WAYS, [tx.company]), codeOf);
    },
    async endInvites(contact) {
      tx.write('update invites set expires_at = $2 where contact_id = $1 and expires_at > $2', [contact, clock.now()]);
      tx.write(END_PROOFS, [contact, clock.now()]);
    },
    async awaitsPassword(invite) {
      return (await tx.rows(AWAITS, [tx.company, hashOf(invite)])).length > 0;
    },
  };
}

type Row = {
  id: PortalUserId;
  email: string;
  status: PortalUser['status'];
  password_hash: string | null;
  password_is_temporary: boolean;
  password_tries: number;
  password_paused_until: Date | null;
  last_sign_in_at: Date | null;
  contact: ContactId;
  kind: 'lead' | 'contact';
  first_name: string;
  last_name: string;
  language: string | null;
};

const userOf = (row: Row): PortalUser => ({
  id: row.id,
  contact: {
    id: row.contact,
    kind: row.kind,
    firstName: row.first_name,
    lastName: row.last_name,
    language: row.language,
  },
  email: row.email,
  status: row.status,
  passwordHash: row.password_hash,
  passwordIsTemporary: row.password_is_temporary,
  passwordTries: row.password_tries,
  passwordPausedUntil: row.password_paused_until,
  lastSignIn: row.last_sign_in_at,
});
