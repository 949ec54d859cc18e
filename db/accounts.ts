import type { Accounts, KnownContact } from '#core/accounts/accounts.ts';
import type { Profile } from '#core/accounts/profile.ts';
import type { ContactId } from '#core/ids.ts';
import { assignments } from './assignments.ts';
import type { PortNeeds } from './port-needs.ts';
import { hashOf } from './token-hash.ts';

/** A token is good once a channel (SPEC 8). */
const IS_GOOD = `
  select 1 from invites i join channel_accounts a on a.id = $2
  where i.company_id = $1 and i.hash = $3 and i.expires_at > $4 and not i.used_on ? a.channel`;
/** Our page gave it to a client, so that a chat which brings it too late may still ask for their e-mail. */
const IS_PROOF = 'select 1 from proofs where company_id = $1 and hash = $2';
const USE_INVITES = `
  update invites set used_on = used_on || to_jsonb($3::text)
  where company_id = $1 and contact_id = $2 and not used_on ? $3`;

const LANGUAGE_OF = `
  select k.language from invites i join contacts k on k.id = i.contact_id where i.company_id = $1 and i.hash = $2
  union all
  select k.language from proofs p join portal_users u on u.id = p.portal_user_id join contacts k on k.id = u.contact_id
  where p.company_id = $1 and p.hash = $2`;

const BY_EMAIL = `
  select id, kind, first_name, last_name, language from contacts
  where company_id = $1 and email_key = lower($2) order by seq limit 1`;

/** Only where the e-mail is still unknown; the lock before it lets two chats with the same one come one at a time. */
const LOCK_EMAIL = 'select pg_advisory_xact_lock(hashtextextended($1 || lower($2), 0))';
const ADD_LEAD = `
  insert into contacts (id, company_id, kind, first_name, last_name, email, language, role,
    lead_type, lead_source, lead_stage, lead_status, new_since)
  select $3::uuid, $1::uuid, 'lead', $4, $5, $2::text, $6, 'Buyer', 'Buyer', 'Website', 'Neutral', 'New', $7::timestamptz
  where not exists (select 1 from contacts where company_id = $1::uuid and email_key = lower($2::text))`;

const CONSENT = `
  insert into consents (id, company_id, contact_id, chat_id, given, wording, day, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

const DRAFT = `
  insert into portal_users (id, company_id, contact_id, email, status) values ($1, $2, $3, $4, 'Draft')
  on conflict do nothing`;
/** Taken, so that of two chats at once one makes it. */
const BEFORE = 'select status from portal_users where contact_id = $1 for no key update';
const ACTIVATE = `
  insert into portal_users as p (id, company_id, contact_id, email, status) values ($1, $2, $3, $4, 'Active')
  on conflict (contact_id) do update
    set status = case p.status when 'Draft' then 'Active' else p.status end,
      email = case p.status when 'Draft' then excluded.email else p.email end
  returning id, status, xmax = 0 as made, password_is_temporary as "awaitsPassword"`;

export function createAccounts({ tx, clock, newId }: PortNeeds): Accounts {
  const byEmail = async (email: string) => {
    const [row] = await tx.rows<ContactRow>(BY_EMAIL, [tx.company, email]);
    return row && knownOf(row);
  };

  return {
    async accepts(code, account) {
      const open = await tx.rows('select 1 from companies where id = $1 and invite_code = $2', [tx.company, code]);
      if (open.length > 0) return true;
      if ((await tx.rows(IS_GOOD, [tx.company, account, hashOf(code), clock.now()])).length > 0) return true;
      return (await tx.rows(IS_PROOF, [tx.company, hashOf(code)])).length > 0;
    },

    async useInvites(contact, channel) {
      tx.write(USE_INVITES, [tx.company, contact, channel]);
    },

    async languageOf(invite) {
      const [row] = await tx.rows<{ language: string | null }>(LANGUAGE_OF, [tx.company, hashOf(invite)]);
      return row?.language ?? undefined;
    },

    contactByEmail: byEmail,

    async addLead({ email, firstName, lastName, language }) {
      const [, , known] = await Promise.all([
        tx.rows(LOCK_EMAIL, [tx.company, email]),
        tx.rows(ADD_LEAD, [tx.company, email, newId(), firstName, lastName, language, clock.now()]),
        byEmail(email),
      ]);
      if (!known) throw new Error('a lead that was just added is not there');
      return known;
    },

    async draft(contact, email) {
      tx.write(DRAFT, [newId(), tx.company, contact, email]);
    },

    async activate(contact, email) {
      const [before] = await tx.rows<{ status: string }>(BEFORE, [contact]);
      const [row] = await tx.rows<Awaited<ReturnType<Accounts['activate']>>>(ACTIVATE, [
        newId(),
        tx.company,
        contact,
        email,
      ]);
      if (!row) throw new Error('activating answered nothing');
      tx.write('update contacts set is_portal_user = true where id = $1 and not is_portal_user', [contact]);
      return { ...row, made: row.made || before?.status === 'Draft' };
    },

    async profileOf(contact) {
      const text =
        'select first_name as "firstName", last_name as "lastName", email, phone, photo from contacts where id = $1';
      const [profile] = await tx.rows<Profile>(text, [contact]);
      if (!profile) throw new Error('a client has a contact');
      return profile;
    },

    async changeProfile(contact, { firstName, lastName, phone, photo }) {
      const values: unknown[] = [contact];
      const set = assignments(values, { first_name: firstName, last_name: lastName, phone, photo });
      if (set) tx.write(`update contacts set ${set} where id = $1`, values);
    },

    async changeEmail(contact, email) {
      tx.write('update contacts set email = $2 where id = $1', [contact, email]);
      tx.write(
        'update portal_users set former_emails = former_emails || to_jsonb(email), email = $2 where contact_id = $1',
        [contact, email],
      );
    },

    async noteConsent(contact, chat, given, wording, day) {
      tx.write(CONSENT, [newId(), tx.company, contact, chat, given, wording, day, clock.now()]);
    },

    async setLanguage(contact, language) {
      tx.write('update contacts set language = $2 where id = $1', [contact, language]);
    },
  };
}

type ContactRow = {
  id: ContactId;
  kind: 'lead' | 'contact';
  first_name: string;
  last_name: string;
  language: string | null;
};

const knownOf = (row: ContactRow): KnownContact => ({
  id: row.id,
  kind: row.kind,
  firstName: row.first_name,
  lastName: row.last_name,
  language: row.language,
});
