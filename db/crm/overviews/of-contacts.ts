import {
  COUNTED_TO,
  type ContactOverview,
  type ContactPage,
  type OpenChat,
  type Overviews,
} from '#core/crm/overviews.ts';
import type { ContactId, DealId, UserId, ViewingId } from '#core/ids.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { HOME_COLUMNS, type HomeRow, homeLine } from './home-line.ts';
import { type LastRow, lastAction, lastOf } from './last-action.ts';

const PEOPLE = `
  select (select count(*)::int from (select 1 from contacts where company_id = $1 and kind = 'contact' order by seq limit ${COUNTED_TO}) c) as contacts,
    (select count(*)::int from (select 1 from contacts where company_id = $1 and kind = 'lead' order by seq limit ${COUNTED_TO}) l) as leads`;

const CONTACTS = `
  select c.id, u.name as owner, chats.channels, coalesce(chats.reachable, true) as reachable, last.*
  from contacts c left join users u on u.id = c.assigned_to
  left join lateral (
    select array_agg(distinct a.channel) as channels, bool_or(ch.reachable) as reachable
    from portal_users p join chats ch on ch.portal_user_id = p.id join channel_accounts a on a.id = ch.channel_account_id
    where p.contact_id = c.id
  ) chats on true
  ${lastOf('c.id', 'contact_id')}
  where c.company_id = $1 and c.id = any($2::uuid[])`;

const CHATS = `
  select a.channel, ch.created_at as since, ch.language, ch.pushes, ch.reachable, u.id as user_id, u.name as user_name
  from portal_users p join chats ch on ch.portal_user_id = p.id
  join channel_accounts a on a.id = ch.channel_account_id left join users u on u.id = ch.held_by
  where p.contact_id = $1 order by ch.seq`;

const ACCOUNT = `
  select p.status, p.last_sign_in_at as last_sign_in from portal_users p where p.contact_id = $1`;

/** Of all viewings of their deals, those that somebody else asked for are left out. */
const BESIDE = `
  select (select count(*)::int from feedback where contact_id = $1) as feedback,
    (select count(*)::int from deal_contacts d join meetings m on m.deal_id = d.deal_id
     where d.contact_id = $1 and coalesce(m.contact_id, $1) = $1) as viewings,
    (select a.at from activities a where a.contact_id = $1 and a.actor_kind = 'client' order by a.seq desc limit 1) as at,
    (select coalesce(array_agg(d.deal_id), '{}') from deal_contacts d where d.contact_id = $1) as deals`;

const NEXT = `
  select m.id, m.deal_id as deal, m.start_date as start, m.attendance, ${HOME_COLUMNS}
  from deal_contacts d join meetings m on m.deal_id = d.deal_id join properties h on h.id = m.property_id
  where d.contact_id = $1 and m.status = 'confirmed' and m.start_date >= $2 and coalesce(m.contact_id, $1) = $1
  order by m.start_date limit 1`;

type ContactRow = LastRow & Omit<ContactOverview, 'isReachable' | 'last'> & { id: ContactId; reachable: boolean };
type ChatRow = Omit<OpenChat, 'isReachable' | 'takenOverBy'> & {
  reachable: boolean;
  user_id: UserId | null;
  user_name: string;
};
type AccountRow = { status: NonNullable<ContactPage['account']>['status']; last_sign_in: Date | null };
type BesideRow = { feedback: number; viewings: number; at: Date | null; deals: DealId[] };
type NextRow = HomeRow & { id: ViewingId; deal: DealId; start: Date; attendance: 'coming' | 'late' | null };

export const ofContacts = ({ tx, clock }: PortNeeds): Pick<Overviews, 'countPeople' | 'contacts' | 'contact'> => ({
  async countPeople() {
    const [row] = await tx.rows<{ contacts: number; leads: number }>(PEOPLE, [tx.company]);
    return row ?? { contacts: 0, leads: 0 };
  },

  async contacts(ids) {
    const rows = ids.length === 0 ? [] : await tx.rows<ContactRow>(CONTACTS, [tx.company, ids]);
    return new Map(
      rows.map((row) => [
        row.id,
        { owner: row.owner, channels: row.channels ?? [], isReachable: row.reachable, last: lastAction(row) },
      ]),
    );
  },

  async contact(id) {
    const [chats, accounts, [beside], [next]] = [
      await tx.rows<ChatRow>(CHATS, [id]),
      await tx.rows<AccountRow>(ACCOUNT, [id]),
      await tx.rows<BesideRow>(BESIDE, [id]),
      await tx.rows<NextRow>(NEXT, [id, clock.now().toISOString()]),
    ];
    const [account] = accounts;
    return {
      account: account ? { status: account.status, lastSignIn: account.last_sign_in } : null,
      chats: chats.map(openChat),
      lastAction: beside?.at ?? null,
      deals: beside?.deals ?? [],
      feedback: beside?.feedback ?? 0,
      viewings: beside?.viewings ?? 0,
      next: next
        ? {
            id: next.id,
            deal: next.deal,
            start: next.start,
            attendance: next.attendance,
            home: homeLine(next, clock.now()),
          }
        : null,
    };
  },
});

const openChat = ({ reachable, user_id, user_name, ...row }: ChatRow): OpenChat => ({
  ...row,
  isReachable: reachable,
  takenOverBy: user_id === null ? null : { id: user_id, name: user_name },
});
