import type { TodayShown } from '#core/crm/show-today.ts';

type Place = Pick<TodayShown['viewings'][number]['home'], 'street' | 'city' | 'point'>;

/** Google Maps URLs: a search, and directions through places (Maps URLs, documented for any platform). */
const MAPS = 'https://www.google.com/maps';
/** As many as a link may go through on every platform (Maps URLs: three on phones' browsers, nine elsewhere). */
const MOST_BETWEEN = 9;

const named = ({ street, city, point }: Place): string | undefined =>
  point ? `${point.latitude},${point.longitude}` : [street, city].filter(Boolean).join(', ') || undefined;

/** Where a home is on a map; undefined where the office gave neither place nor street. */
export function mapUrl(place: Place): string | undefined {
  const query = named(place);
  return query && `${MAPS}/dir/?${new URLSearchParams({ api: '1', destination: query })}`;
}

/** The way through all of them, in their order. */
export function routeUrl(places: readonly Place[]): string | undefined {
  const all = places.flatMap((place) => named(place) ?? []);
  const destination = all.at(-1);
  if (destination === undefined || all.length < 2) return undefined;
  const waypoints = all.slice(0, -1).slice(0, MOST_BETWEEN).join('|');
  return `${MAPS}/dir/?${new URLSearchParams({ api: '1', destination, waypoints })}`;
}
