import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { stoodField } from '#adapters/console/requests/came-between.ts';
import type { Suggested, WishTime } from '#core/crm/time-for-wish.ts';
import type { Wait } from '#core/crm/waits.ts';

type Wished = Extract<Wait, { readonly is: 'request' | 'anotherTime' }>;

/** One button a wish, with the time that fits it; one that can't be says why, and does nothing. */
export function wishButtons(visit: Visit, wait: Pick<Wished, 'id' | 'is' | 'wishes' | 'viewing'>, part: string): Html {
  const { say } = visit;
  const first = wait.wishes.findIndex(({ suggested }) => suggested.was === 'free');
  return deedForm(visit, {
    id: `accept-${wait.id}`,
    action: `/crm/requests/${wait.id}/accept`,
    part,
    className: 'contents',
    body: html`${stoodField({ status: wait.is === 'anotherTime' ? 'confirmed' : 'pending', start: wait.viewing.start, proposedStart: null })}${wait.wishes.map(
      (wish, at) => {
        const { suggested } = wish;
        const kind = at === first ? 'primary' : '';
        if (suggested.was === 'free')
          return html`<button class="btn slot ${kind}" name="start" value="${suggested.start.toISOString()}"><b><span class="vh">${say('request.accept')} </span>${visit.times.dayAndClock(suggested.start)}</b><small>${partOf(visit, wish)}</small></button>`;
        return html`<button type="button" class="btn slot" aria-disabled="true"><b><span class="vh">${say('request.accept')} </span>${visit.times.dayOnly(wish.date)}</b><small>${causeOf(visit, suggested)}</small></button>`;
      },
    )}`,
  });
}

const partOf = ({ say }: Visit, { partOfDay, from }: WishTime): string =>
  from || partOfDay === 'any'
    ? say('request.part.any')
    : say('request.asWished', { part: say(`request.part.${partOfDay}`) });

/** Why no time of a wish can be. */
export function causeOf({ say }: Visit, cause: Exclude<Suggested, { readonly was: 'free' }>): string {
  switch (cause.was) {
    case 'elsewhere':
      return say('request.cause.elsewhere', { city: cause.city });
    case 'showing':
      return say('request.cause.showing', { home: cause.property });
    case 'homeTaken':
      return say('request.cause.homeTaken');
    case 'past':
      return say('request.cause.past');
    case 'noTime':
      return say('request.cause.noTime');
  }
}
