import { FAMILIES, type Place, type WaitsPlace } from '#core/crm/waits.ts';
import { isId } from '#core/ids.ts';
import { invalid } from './errors.ts';

/** Where a list of waits goes on: its place in each family, opaque to whoever carries it; null at the end. */
export function waitsCursorOf(next: WaitsPlace | null): string | null {
  if (!next) return null;
  const places = FAMILIES.map((family) => {
    const place = next[family];
    return place ? [place.at.getTime(), place.id] : null;
  });
  return Buffer.from(JSON.stringify(places)).toString('base64url');
}

/** The place that a cursor names; the beginning where there is none. */
export function waitsPlaceOf(cursor: string | undefined): WaitsPlace {
  if (cursor === undefined) return {};
  const places = listIn(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (places?.length !== FAMILIES.length) throw notOurs();
  return Object.fromEntries(
    FAMILIES.flatMap((family, index) => {
      const stored = places[index];
      return stored === null ? [] : [[family, placeIn(stored)]];
    }),
  );
}

const notOurs = () => invalid({ field: 'cursor', detail: 'must be the next_cursor of a list' });

function listIn(json: string): readonly unknown[] | undefined {
  try {
    const found: unknown = JSON.parse(json);
    return Array.isArray(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function placeIn(stored: unknown): Place {
  const [at, id] = Array.isArray(stored) ? stored : [];
  const moment = new Date(typeof at === 'number' ? at : Number.NaN);
  if (typeof id !== 'string' || !isId(id) || Number.isNaN(moment.getTime())) throw notOurs();
  return { at: moment, id };
}
