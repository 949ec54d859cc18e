import type { Outcome, Visit } from '#adapters/console/door.ts';
import type { Say } from '#adapters/console/say.ts';
import { companyOf } from '#core/crm/company-of.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { OFFER_MEANINGS } from '#core/crm/meanings.ts';
import { type Move, type Moved, moveOffer } from '#core/crm/move-offer.ts';
import { endOfQuiet, nextBundleTime } from '#core/crm/push-times.ts';
import type { DealRecord } from '#core/crm/record.ts';
import type { PropertyId } from '#core/ids.ts';
import { LOCALES } from '#core/language.ts';
import { shortName } from './faces.ts';

/** When what is offered with the next message goes out. */
export async function bundleTime({ kept, clock }: Visit): Promise<Date> {
  return nextBundleTime(companyOf(await kept.records.company.get()), clock.now());
}

/** Puts homes into a lane one after the other, all of them or none; offered ones are told of now or with the next message. */
export async function moveHomes(
  visit: Visit,
  deal: DealRecord,
  homes: readonly PropertyId[],
  { lane, push }: Pick<Move, 'lane' | 'push'>,
): Promise<Outcome> {
  const { kept, agent, clock, say } = visit;
  let moved = 0;
  let told: Date | null | undefined;
  for (const property of homes) {
    const outcome = await moveOffer({ ...kept, clock }, agent, { deal: deal.id, property, lane, push });
    const meaning = meaningOf(OFFER_MEANINGS, outcome);
    if (meaning.is === 'refused') return { ...meaning, ...(await whyNot(visit, outcome, property)) };
    if (outcome.was !== 'moved') continue;
    moved += 1;
    if (outcome.push !== undefined) told = outcome.push;
  }
  if (lane !== 'proposed') return { is: 'done', said: await inLane(visit, homes, lane) };
  if (moved === 0) return { is: 'done', said: say('deal.offeredBefore') };
  return {
    is: 'done',
    said: say('deal.offered', { count: moved, told: await toldOf(visit, deal, push, moved, told) }),
  };
}

async function inLane({ kept, say }: Visit, homes: readonly PropertyId[], lane: Move['lane']): Promise<string> {
  const [first] = homes;
  const home = homes.length === 1 && first ? (await kept.overviews.homes([first])).get(first) : undefined;
  const name = say(`lane.${lane}`);
  return home
    ? say('deal.moved', { home: home.name, lane: name })
    : say('deal.movedMany', { count: homes.length, lane: name });
}

/** When the clients are told, as it is said to who offered. */
async function toldOf(
  visit: Visit,
  deal: DealRecord,
  push: Move['push'],
  moved: number,
  told: Date | null | undefined,
): Promise<string> {
  const { kept, say, times, clock } = visit;
  if (!told) return say('deal.toldLater');
  if (push === 'bundle') {
    const when = times.short(told);
    const others = (await kept.overviews.dealHomes(deal.id, MOST_SEEN)).filter(waits).length - moved;
    return others > 0 ? say('deal.goesOutWith', { when, others }) : say('deal.goesOut', { when });
  }
  const people = (await kept.overviews.deals([deal.id])).get(deal.id)?.people ?? [];
  const names = listOf(
    say,
    people.map(({ name }) => shortName(name)),
  );
  const isOne = people.length === 1;
  const isNow = !endOfQuiet(companyOf(await kept.records.company.get()), clock.now());
  if (isNow) return isOne ? say('deal.toldNowOne', { names }) : say('deal.toldNow', { names });
  const when = times.short(told);
  return isOne ? say('deal.toldAtOne', { names, when }) : say('deal.toldAt', { names, when });
}

/** Homes of a lane among which those are counted that wait for the same message. */
const MOST_SEEN = 200;
const waits = ({ lane, pushedAt }: { readonly lane: string; readonly pushedAt: Date | null }) =>
  lane === 'proposed' && pushedAt === null;

/** `Sanne and Astrid` */
export const listOf = ({ language }: Say, names: readonly string[]): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(names);

async function whyNot({ kept, say }: Visit, outcome: Moved, property: PropertyId): Promise<{ readonly said?: string }> {
  switch (outcome.was) {
    case 'gone':
      return {
        said: say('deal.refusedGone', { home: (await kept.overviews.homes([property])).get(property)?.name ?? '' }),
      };
    case 'lead':
      return {
        said: say('deal.refusedLead', {
          name: (await kept.overviews.people([outcome.contact])).get(outcome.contact)?.name ?? '',
        }),
      };
    case 'closed':
      return { said: say('deal.refusedClosed') };
    case 'notForClients':
      return { said: say('deal.refusedType') };
    case 'moved':
    case 'unchanged':
    case 'missing':
      return {};
  }
}
