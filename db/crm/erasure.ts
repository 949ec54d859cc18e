import type { Erasure } from '#core/crm/erasure.ts';
import type { ContactId, MediaId } from '#core/ids.ts';
import type { PortNeeds } from '#db/port-needs.ts';

const CHATS = `
  select c.id from chats c join portal_users p on p.id = c.portal_user_id where p.contact_id = $1
  union select chat_id from messages where contact_id = $1
  union select chat_id from consents where contact_id = $1`;

type Person = {
  readonly contact: ContactId;
  /** The present one, and those before. */
  readonly emails: readonly string[];
  readonly name: string;
  readonly chats: readonly string[];
  readonly files: readonly MediaId[];
};

const AT_ADDRESSES =
  '(channel_account_id, address) in (select channel_account_id, address from chats where id = any($1::uuid[]))';

/** What goes, in the order in which rows hold on to each other. */
const goneWith = ({
  contact,
  emails,
  name,
  chats,
  files,
}: Person): readonly [table: string, which: string, unknown[]][] => [
  ['feedback', 'contact_id = $1', [contact]],
  ['media', 'id = any($1::uuid[])', [files]],
  ['activities', 'contact_id = $1', [contact]],
  ['reminders', 'contact_id = $1', [contact]],
  ['drafts', 'contact_id = $1', [contact]],
  ['onlookers', 'contact_id = $1', [contact]],
  ['messages', 'contact_id = $1', [contact]],
  ['consents', 'contact_id = $1 or chat_id = any($2::uuid[])', [contact, chats]],
  ['invites', 'contact_id = $1', [contact]],
  ['proofs', 'portal_user_id in (select id from portal_users where contact_id = $1)', [contact]],
  ['account_pages', 'chat_id = any($1::uuid[])', [chats]],
  ['email_codes', 'chat_id = any($1::uuid[]) or lower(email) = any($2::text[])', [chats, emails]],
  ['identities', 'chat_id = any($1::uuid[])', [chats]],
  ['events', AT_ADDRESSES, [chats]],
  ['conversation_references', AT_ADDRESSES, [chats]],
  ['chats', 'id = any($1::uuid[])', [chats]],
  ['portal_users', 'contact_id = $1', [contact]],
  ['mails', "lower(recipient) = any($1::text[]) or position($2 in subject || ' ' || text) > 0", [emails, name]],
  ['tasks', "task ->> 'contact' = $1", [contact]],
  ['webhook_deliveries', 'position($1 in payload::text) > 0', [contact]],
  ['idempotency_keys', 'position($1 in answer::text) > 0', [contact]],
  ['deal_contacts', 'contact_id = $1', [contact]],
  ['contacts', 'id = $1', [contact]],
];

/** Deals and meetings are the office's own records; what names the client in them goes. */
const KNOWN = `
  select c.first_name || ' ' || c.last_name as name, c.photo, array(
    select lower(c.email) union select lower(p.email) from portal_users p where p.contact_id = c.id
    union select lower(former) from portal_users p, jsonb_array_elements_text(p.former_emails) former
    where p.contact_id = c.id
  ) as emails
  from contacts c where c.id = $1 and c.company_id = $2 for update`;

const NAMELESS_MEETINGS = `
  update meetings set contact_id = null, history = (
    select coalesce(jsonb_agg(case when line ->> 'by' = $2 then line || '{"by": "client"}' else line end), '[]')
    from jsonb_array_elements(history) line)
  where contact_id = $1`;
const WORDLESS_REJECTIONS = `
  update deal_properties o set reject_text = null from deal_contacts k
  where k.contact_id = $1 and o.deal_id = k.deal_id and o.reject_text is not null
    and not exists (select 1 from deal_contacts x where x.deal_id = k.deal_id and x.contact_id <> $1)`;

const EXPORT = `
  select jsonb_build_object(
    'contact', (select to_jsonb(c) - 'company_id' - 'seq' - 'email_key' - 'first_name_key' - 'last_name_key'),
    'portal_user', (select jsonb_build_object('email', p.email, 'status', p.status, 'last_sign_in', p.last_sign_in_at)
                    from portal_users p where p.contact_id = c.id),
    'chats', ${many('a.channel, x.language, x.pushes, x.created_at', 'chats x join channel_accounts a on a.id = x.channel_account_id join portal_users p on p.id = x.portal_user_id where p.contact_id = c.id')},
    'consents', ${many('x.given, x.wording, x.at', 'consents x where x.contact_id = c.id')},
    'deals', ${many('d.id, d.name, d.type, d.stage, d.status', 'deals d join deal_contacts k on k.deal_id = d.id where k.contact_id = c.id')},
    'properties', ${many('o.deal_id, o.property_id, p.name, o.status, o.favourite, o.rating, o.reject_reasons, o.reject_text, o.visited_at', "deal_properties o join properties p on p.id = o.property_id join deal_contacts k on k.deal_id = o.deal_id where k.contact_id = c.id and o.status not in ('preselect', 'rejected_by_agent')")},
    'meetings', ${many('m.id, m.property_id, m.status, m.preferred_dates, m.start_date, m.end_date, m.reason', 'meetings m where m.contact_id = c.id')},
    'feedback', ${many('f.id, f.kind, f.at, f.text, f.stars, f.media, f.property_id, f.meeting_id', 'feedback f where f.contact_id = c.id')},
    'messages', ${many('m.at, m.channel, m.text, m.media, m.user_id is null as from_client', 'messages m where m.contact_id = c.id')},
    'reminders', ${many('r.at', 'reminders r where r.contact_id = c.id')},
    'drafts', ${many('d.text, d.saved_at', 'drafts d where d.contact_id = c.id')},
    'activities', ${many('a.at, a.type, a.title, a.text, a.channel, a.actor_kind', 'activities a where a.contact_id = c.id')}
  ) as all
  from contacts c where c.id = $1 and c.company_id = $2`;

function many(columns: string, from: string): string {
  return `(select coalesce(jsonb_agg(to_jsonb(t)), '[]') from (select ${columns} from ${from}) t)`;
}

export function createErasure({ tx }: PortNeeds): Erasure {
  return {
    async exportOf(contact) {
      const [found] = await tx.rows<{ all: Record<string, unknown> }>(EXPORT, [contact, tx.company]);
      return found?.all;
    },

    async erase(contact) {
      const [known] = await tx.rows<{ emails: string[]; name: string; photo: MediaId | null }>(KNOWN, [
        contact,
        tx.company,
      ]);
      if (!known) return undefined;
      tx.nudge('waits', 'messages', 'problems', `contact-${contact}`);
      const chats = (await tx.rows<{ id: string }>(CHATS, [contact])).map(({ id }) => id);
      const media = await tx.rows<{ id: MediaId }>(
        `select id from media where id = $2 or id::text in (
           select jsonb_array_elements_text(media) from feedback where contact_id = $1
           union all select jsonb_array_elements_text(media) from messages where contact_id = $1)
         or (owner_kind = 'contact' and owner_id = $1) or (owner_kind = 'chat' and owner_id = any($3::uuid[]))`,
        [contact, known.photo, chats],
      );
      const files = media.map(({ id }) => id);
      await tx.rows(NAMELESS_MEETINGS, [contact, known.name]);
      await tx.rows(WORDLESS_REJECTIONS, [contact]);
      const owed = await tx.rows('delete from deliveries where chat_id = any($1::uuid[]) returning id', [chats]);
      let rows = owed.length;
      const { emails, name } = known;
      for (const [table, which, values] of goneWith({ contact, emails, name, chats, files }))
        rows += (await tx.rows(`delete from ${table} where ${which} returning 1`, values)).length;
      return { report: { rows, files: files.length, deliveries: owed.length }, files };
    },
  };
}
