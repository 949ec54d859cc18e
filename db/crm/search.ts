import type { Found, Search } from '#core/crm/search.ts';
import { MOST_FOUND } from '#core/crm/search.ts';
import type { Connection, Values } from '#db/driver.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { CLIENT_OF_MEETING } from './open-matters.ts';

/** More words than that narrow nothing down. */
const MOST_WORDS = 6;
/** Of so many rows that have the longest word the nearest are looked for: what keeps a search of two letters short. */
const CANDIDATES = 8_000;
/** The same where the longest has one or two letters, which says next to nothing. */
const CANDIDATES_OF_A_LETTER = 1_000;
const A_WORD = 3;
/** A number as people type it, in groups or not. Fewer digits find too many. */
const NUMBER = /^\+?[\d\s().\-/]{3,}$/;
const BEHIND_ALL = '\u{10ffff}';

const CONTACTS = 'r.kind, r.first_name, r.last_name, r.email, r.phone';
const DEALS = 'r.name, r.stage, r.status';
const PROPERTIES = "r.name, r.status, r.reference, r.tesoro_reference, r.address ->> 'city' as city";
const NOTHING: Found = { contacts: [], deals: [], properties: [], requests: [] };

export const createSearch = ({ tx }: PortNeeds): Search => ({
  async find(words) {
    const asked = await keysOf(tx, words);
    if (asked.length === 0) return NOTHING;
    const records = async <Row extends object>(kind: string, table: string, columns: string) => {
      const values: unknown[] = [tx.company, kind];
      const either = asked.map((keys) => `(${candidates(keys, values)})`).join(' union all ');
      return tx.rows<Row>(
        `select r.id, ${columns} from (
           select record_id, min(word) as word from (${either}) every group by record_id
           order by 2 using ~<~, 1 desc limit ${MOST_FOUND}
         ) f join ${table} r on r.id = f.record_id where r.company_id = $1
         order by f.word using ~<~, r.id desc`,
        values,
      );
    };
    return {
      contacts: await records<Found['contacts'][number]>('contact', 'contacts', CONTACTS),
      deals: await records<Found['deals'][number]>('deal', 'deals', DEALS),
      properties: await records<Found['properties'][number]>('property', 'properties', PROPERTIES),
      requests: await requests(tx, asked),
    };
  },
});

/** The ways to read what was typed, each as words that all must fit; the longest first, since it fits the fewest. */
async function keysOf(tx: PortNeeds['tx'], typed: string): Promise<readonly (readonly string[])[]> {
  const words = typed.trim().split(/\s+/).slice(0, MOST_WORDS);
  const digits = NUMBER.test(typed.trim()) ? typed.replaceAll(/\D/g, '').replace(/^0+/, '') : '';
  const rows = await tx.rows<{ key: string }>('select search_key(word) as key from unnest($1::text[]) word', [words]);
  const keys = rows.map(({ key }) => key).filter((key) => key !== '');
  const ways = [[...new Set(keys)].toSorted((a, b) => b.length - a.length), [digits].filter((each) => each !== '')];
  return ways.filter((way, at) => way.length > 0 && (at === 0 || way.join(' ') !== ways[0]?.join(' ')));
}

/** As a range of bytes: under row-level security an index serves only leakproof conditions, which LIKE is not. */
function begins(column: string, key: string, values: unknown[]): string {
  values.push(key, key + BEHIND_ALL);
  return `${column} ~>=~ $${values.length - 1}::text and ${column} ~<=~ $${values.length}::text`;
}

/** By a limit of its own it stays a question a row: as a join it would read all words of all records. */
const hasWord = (record: string, key: string, values: unknown[]): string =>
  `select true from search_words k where k.record_id = ${record} and ${begins('k.word', key, values)} limit 1`;

function candidates([longest = '', ...others]: readonly string[], values: unknown[]): string {
  const rest = others.map((key) => `(${hasWord('w.record_id', key, values)})`);
  return `select w.record_id, w.word from (
      select record_id, word from search_words
      where company_id = $1 and kind = $2 and ${begins('word', longest, values)}
      order by word using ~<~ limit ${longest.length < A_WORD ? CANDIDATES_OF_A_LETTER : CANDIDATES}
    ) w${rest.length > 0 ? ` where ${rest.join(' and ')}` : ''}`;
}

type RequestRow = {
  id: Found['requests'][number]['id'];
  status: 'pending' | 'confirmed';
  contact: Found['requests'][number]['contact'];
  property: Found['requests'][number]['property'];
};

/** Few are open at a time: each is asked whether its client's and home's words fit. */
async function requests(
  { rows, company }: Pick<Connection, 'rows'> & { readonly company: string },
  asked: readonly (readonly string[])[],
): Promise<readonly RequestRow[]> {
  const values: unknown[] = [company];
  const fits = asked
    .map((keys) => {
      const each = keys.map(
        (key) => `coalesce((${hasWord('o.contact_id', key, values)}), (${hasWord('o.property_id', key, values)}))`,
      );
      return `(${each.join(' and ')})`;
    })
    .join(' or ');
  const open = (which: string) =>
    `select m.id, m.seq, m.status, m.property_id, ${CLIENT_OF_MEETING} as contact_id from meetings m where m.company_id = $1 and ${which}`;
  return rows<RequestRow>(
    `select o.id, o.status, jsonb_build_object('id', p.id, 'name', p.name) as property,
       case when c.id is not null
         then jsonb_build_object('id', c.id, 'name', c.first_name || ' ' || c.last_name) end as contact
     from (
       select * from (
         ${open("m.status = 'pending'")} union all ${open("m.status = 'confirmed' and m.open_wish")}
       ) o where ${fits} order by o.seq desc limit ${MOST_FOUND}
     ) o
     join properties p on p.id = o.property_id left join contacts c on c.id = o.contact_id order by o.seq desc`,
    values satisfies Values,
  );
}
