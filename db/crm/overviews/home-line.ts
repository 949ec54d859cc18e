import type { HomeLine } from '#core/crm/overviews.ts';
import type { MediaId, PropertyId } from '#core/ids.ts';
import { fellFrom } from '#core/offers/price.ts';
import { firstPhotoOf } from '#db/crm/first-photo.ts';

/** Of `properties h`: what `homeLine` reads. Prices are numeric, which drivers answer as text. */
export const HOME_COLUMNS = `
  h.id as home_id, h.name as home_name, h.tesoro_reference as home_reference, h.status as home_status,
  h.transaction as home_transaction, h.price::float8 as home_price, h.currency as home_currency,
  h.former_price::float8 as home_former_price, h.price_changed_at as home_price_changed_at,
  h.address ->> 'city' as home_city, h.number_of_bedrooms as home_bedrooms, h.builded_area as home_area,
  ${firstPhotoOf('h')} as home_photo`;

export type HomeRow = {
  home_id: PropertyId;
  home_name: string;
  home_reference: string;
  home_status: HomeLine['status'];
  home_transaction: HomeLine['transaction'];
  home_price: number;
  home_currency: string;
  home_former_price: number | null;
  home_price_changed_at: Date | null;
  home_city: string | null;
  home_bedrooms: number | null;
  home_area: number | null;
  home_photo: MediaId | null;
};

export const homeLine = (row: HomeRow, now: Date): HomeLine => ({
  id: row.home_id,
  name: row.home_name,
  reference: row.home_reference,
  status: row.home_status,
  transaction: row.home_transaction,
  price: row.home_price,
  fellFrom: fellFrom(
    { price: row.home_price, formerPrice: row.home_former_price, priceChangedAt: row.home_price_changed_at },
    now,
  ),
  currency: row.home_currency,
  city: row.home_city,
  bedrooms: row.home_bedrooms,
  area: row.home_area,
  photo: row.home_photo,
});
