import type { FileLine, Overviews, Person } from '#core/crm/overviews.ts';
import type { UserId } from '#core/ids.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { HOME_COLUMNS, type HomeRow, homeLine } from './home-line.ts';
import { ofContacts } from './of-contacts.ts';
import { ofDeals } from './of-deals.ts';

const HOMES = `select ${HOME_COLUMNS} from properties h where h.company_id = $1 and h.id = any($2::uuid[])`;

/** By order of arrival, so that it ends as soon as enough are found. */
const FIND = `
  select ${HOME_COLUMNS} from properties h
  where h.company_id = $1 and h.status = 'active' and h.transaction = $2
    and strpos(lower(h.name || ' ' || h.tesoro_reference || ' ' || coalesce(h.reference, '') || ' ' || coalesce(h.address ->> 'city', '')), lower($3)) > 0
    and not exists (select 1 from deal_properties o where o.deal_id = $4 and o.property_id = h.id)
  order by h.seq desc limit $5`;

const PEOPLE = `
  select id, first_name || ' ' || last_name as name, photo from contacts where company_id = $1 and id = any($2::uuid[])`;

const FILES = `
  select id, mime, duration_seconds as seconds from media where company_id = $1 and id = any($2::uuid[])`;

const COLLEAGUES = `
  select id, name from users where company_id = $1 and status <> 'Inactive' order by name, seq`;

export const createOverviews = (needs: PortNeeds): Overviews => {
  const { tx, clock } = needs;
  return {
    ...ofContacts(needs),
    ...ofDeals(needs),
    async homes(ids) {
      const rows = ids.length === 0 ? [] : await tx.rows<HomeRow>(HOMES, [tx.company, ids]);
      return new Map(rows.map((row) => [row.home_id, homeLine(row, clock.now())]));
    },
    async findHomes(words, { id, type }, most) {
      const transaction = type === 'Rent' ? 'for_rent' : 'for_sale';
      const rows = await tx.rows<HomeRow>(FIND, [tx.company, transaction, words.trim(), id, most]);
      return rows.map((row) => homeLine(row, clock.now()));
    },
    async people(ids) {
      const rows = ids.length === 0 ? [] : await tx.rows<Person>(PEOPLE, [tx.company, ids]);
      return new Map(rows.map((row) => [row.id, row]));
    },
    async files(ids) {
      const rows = ids.length === 0 ? [] : await tx.rows<FileLine>(FILES, [tx.company, ids]);
      return new Map(rows.map((row) => [row.id, row]));
    },
    colleagues: () => tx.rows<{ id: UserId; name: string }>(COLLEAGUES, [tx.company]),
  };
};
