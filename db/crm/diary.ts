import type { Diary, Taken } from '#core/crm/diary.ts';
import type { PropertyId, UserId, ViewingId } from '#core/ids.ts';
import type { PortNeeds } from '#db/port-needs.ts';

/** No viewing takes longer; so one that is not over began within it. */
const LONGEST = "interval '1 day'";
const agreed = (whose: string) => `
  select m.id from meetings m
  where ${whose} and m.status = 'confirmed'
    and m.start_date > $3::timestamptz - ${LONGEST} and m.start_date < $4::timestamptz and m.end_date > $3::timestamptz`;
const TAKEN = `
  select m.id, m.owner_id, m.start_date, m.end_date, p.id as property_id, p.name, p.address ->> 'city' as city
  from (${agreed('m.owner_id = any($1::uuid[])')} union ${agreed('m.property_id = any($2::uuid[])')}) found
  join meetings m on m.id = found.id join properties p on p.id = m.property_id
  order by m.start_date, m.id`;

type Row = {
  id: ViewingId;
  owner_id: UserId | null;
  start_date: Date;
  end_date: Date;
  property_id: PropertyId;
  name: string;
  city: string | null;
};

export const createDiary = ({ tx }: PortNeeds): Diary => ({
  async taken({ owners, properties, from, until }) {
    return (await tx.rows<Row>(TAKEN, [owners, properties, from, until])).map(takenOf);
  },
});

const takenOf = (row: Row): Taken => ({
  viewing: row.id,
  owner: row.owner_id,
  property: { id: row.property_id, name: row.name, city: row.city },
  start: row.start_date,
  end: row.end_date,
});
