import type { HomeShown } from '#core/crm/waits.ts';
import type { MediaId, PropertyId } from '#core/ids.ts';
import { firstPhotoOf } from './first-photo.ts';

/** The columns of a home as lists show it; `p` is its property. */
export const HOME = `
  p.id as home_id, p.name as home_name, p.tesoro_reference as home_reference, p.address ->> 'city' as home_city,
  ${firstPhotoOf('p')} as home_photo`;

export type HomeRow = {
  home_id: PropertyId;
  home_name: string;
  home_reference: string;
  home_city: string | null;
  home_photo: MediaId | null;
};
export const homeOf = (row: HomeRow): HomeShown => ({
  id: row.home_id,
  name: row.home_name,
  reference: row.home_reference,
  city: row.home_city,
  photo: row.home_photo,
});
