import type { LastAction } from '#core/crm/overviews.ts';

/** As a statement answers with it, beside other columns. */
export type LastRow = { last_type: string | null; last_title: string; last_at: Date; last_home: string | null };

/** The newest line of whose id stands in `column`; joined as `last`. */
export const lastOf = (column: string, whose: 'contact_id' | 'deal_id'): string => `
  left join lateral (
    select a.type as last_type, a.title as last_title, a.at as last_at, h.name as last_home
    from activities a left join properties h on h.id = a.property_id
    where a.${whose} = ${column} order by a.seq desc limit 1
  ) last on true`;

export const lastAction = ({ last_type, last_title, last_at, last_home }: LastRow): LastAction | null =>
  last_type === null ? null : { type: last_type, title: last_title, at: last_at, home: last_home };
