import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { liveAttributes, panel } from '#adapters/console/parts.ts';
import type { Interest } from '#core/crm/listings.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { reasonName } from '#core/offers/property-words.ts';
import type { Words } from '#core/words.ts';
import { headLine, propertyOf, propertyPage } from './property-page.ts';
import { pathOf, pricesOf } from './property-words.ts';

type Needs = { readonly words: Words };

const DAY = 24 * 3600_000;
/** Reasons of those who said no before are old news. */
const DECLINED_DAYS = 90;

/** A property's first tab: what clients made of it, in figures alone. */
export function interestRoutes(door: Door, needs: Needs): void {
  const show = async (visit: Visit, asked: Asked) => {
    const property = await propertyOf(visit, asked);
    return property && propertyPage(visit, property, 'interest', await interestPart(visit, needs, property));
  };
  door.page({
    path: '/properties/:id',
    deed: 'readRecords',
    show,
    parts: {
      interest: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && interestPart(visit, needs, property);
      },
      line: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && headLine(visit, property);
      },
    },
  });
}

async function interestPart(visit: Visit, needs: Needs, property: PropertyRecord): Promise<Html> {
  const { kept, clock } = visit;
  const now = clock.now();
  const since = new Date(now.getTime() - DECLINED_DAYS * DAY);
  const interest = await kept.listings.interest(property.id, now, since);
  const live = liveAttributes({ path: pathOf(property), part: 'interest', on: [`property-${property.id}`] });
  return html`<div class="two" id="interest"${live}><div class="stack wide">${figures(visit, interest)}${reasons(visit, needs, interest)}</div><div class="stack">${aside(visit, property, interest)}</div></div>`;
}

function figures({ say }: Visit, { offered, opened, interested, viewed, stars, visitors }: Interest): Html {
  const rounded = stars === null ? '–' : say('interest.starsValue', { count: Math.round(stars * 10) / 10 });
  const all: readonly (readonly [Hole, string])[] = [
    [offered, say('interest.offered', { count: offered })],
    [opened, say('interest.opened')],
    [interested, say('interest.interested')],
    [viewed, say('interest.viewed', { count: viewed })],
    [rounded, say('interest.stars', { count: visitors })],
  ];
  return html`<section aria-labelledby="figures-title"><h2 class="vh" id="figures-title">${say('interest.figures')}</h2><div class="figures">${all.map(([figure, words]) => html`<div><b>${figure}</b> <span>${words}</span></div>`)}</div></section>`;
}

/** The bars are for the eye; the numbers stand beside them. */
function reasons({ say }: Visit, { words }: Needs, { declined, reasons: all }: Interest): Html {
  const most = Math.max(1, ...all.map(({ count }) => count));
  const bars = all.map(({ reason, count }) => {
    const name = words.say(reasonName(reason), say.language);
    return html`<li><span>${name}</span><svg class="bar2" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${(100 * count) / most}" height="10"/></svg><span>${count}</span></li>`;
  });
  return panel({
    id: 'reasons',
    title: declined > 0 ? say('interest.why', { count: declined }) : say('interest.whyNobody'),
    aside: html`<span class="s muted">${say('interest.lately', { count: DECLINED_DAYS })}</span>`,
    body: html`<div class="body">${all.length > 0 ? html`<ul class="bars">${bars}</ul>` : html`<p class="s muted">${declined > 0 ? say('interest.noReasons') : say('interest.nobody')}</p>`}</div>`,
  });
}

function aside({ say, times, clock }: Visit, property: PropertyRecord, { nextViewing }: Interest): Html {
  const days = Math.floor((clock.now().getTime() - Date.parse(property.created_at)) / DAY);
  const [first] = property.files;
  const { consumption, emissions } = property.energy_rating ?? { consumption: null, emissions: null };
  const energy = [consumption, emissions && say('interest.emissions', { label: emissions })].filter((part) => part);
  const facts: readonly (readonly [string, Hole])[] = [
    [say('interest.onMarket'), say('interest.days', { count: days })],
    [say('properties.head.price'), pricesOf(say, property, clock.now())],
    [say('interest.energy'), energy.length > 0 ? energy.join(', ') : '–'],
    [say('interest.next'), nextViewing ? times.element(nextViewing) : '–'],
  ];
  return html`<section class="clip panel" aria-labelledby="home-title"><h2 class="vh" id="home-title">${say('interest.home')}</h2>${first && html`<img class="cover" src="${mediaPath(first.id, 'card')}" alt="${say('photos.alt', { home: property.name })}">`}<div class="body"><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></div></section>`;
}
