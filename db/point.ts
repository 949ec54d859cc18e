/** A point as the database keeps it (GeoJSON): longitude, then latitude, in degrees. */
export type StoredPoint = { readonly coordinates: readonly [longitude: number, latitude: number] };

/** Sea all around, in degrees: what systems give that know no place, now and then with some digits behind it. */
const NOWHERE = 0.01;

/** The same in words; null where the office gave none, or the one in the Atlantic that stands for none. */
export function pointOf(stored: StoredPoint | null): { readonly latitude: number; readonly longitude: number } | null {
  if (!stored) return null;
  const [longitude, latitude] = stored.coordinates;
  return Math.abs(longitude) < NOWHERE && Math.abs(latitude) < NOWHERE ? null : { latitude, longitude };
}
