import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { moneyIn } from '#adapters/console/money.ts';
import { withFormer } from '#adapters/console/properties/property-words.ts';
import type { Say } from '#adapters/console/say.ts';
import type { HomeLine } from '#core/crm/overviews.ts';

/** Stars of five, as a row of them; read out as a number. */
export const stars = (say: Say, many: number): Html =>
  html`<span class="stars" role="img" aria-label="${say('home.stars', { stars: many })}">${'★'.repeat(many)}</span>`;

export function priceOf(say: Say, { price, fellFrom, currency, transaction }: HomeLine): string {
  const sum = moneyIn(say.language, price, currency);
  const now = transaction === 'for_rent' ? say('home.aMonth', { price: sum }) : sum;
  return withFormer(say, now, { fellFrom, currency });
}

/** `4 bed · 186 m²` */
export const sizeOf = (say: Say, { bedrooms, area }: HomeLine): string =>
  [
    bedrooms !== null && say('home.bedrooms', { count: bedrooms }),
    area !== null && say('home.area', { area: Math.round(area) }),
  ]
    .filter(Boolean)
    .join(' · ');

export const homePath = ({ id }: Pick<HomeLine, 'id'>): string => `/crm/properties/${id}`;

/** A photo that stands beside the home's name, and is not read out. */
export const thumb = ({ photo }: HomeLine, className = 'thumb'): Html =>
  photo
    ? html`<img class="${className}" src="${mediaPath(photo, 'thumb')}" alt="" loading="lazy">`
    : html`<span class="${className} no-photo" aria-hidden="true">${icon('house')}</span>`;

/** A home as a link to its page. */
export const homeLink = (home: HomeLine): Html => html`<a class="link" href="${homePath(home)}">${home.name}</a>`;
