import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { atHand, type Block, type Choice, inRows, press, type Screen, text, title } from '#core/chat/screen.ts';
import type { StepOf } from '#core/chat/step.ts';
import { joined, phrase, type Text } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { cardOf } from './card.ts';
import { cardChoices } from './card-choices.ts';
import { canJudge } from './group-of.ts';
import { type Look, lookOf } from './look.ts';
import type { Offer } from './offer.ts';
import { propertyName } from './property-words.ts';

type Series = StepOf<'series'>;

/** New properties: one home after the other, each on its card (rule 10). What was judged on the way is remembered. */
export async function showSeries(desk: ClientDesk): Promise<Reply> {
  const [{ first, total }, look] = await Promise.all([desk.offers.unjudged(desk.client.contact), lookOf(desk)]);
  if (!first) return reply(nothingNewScreen);
  const { yes, no } = goingOn(desk) ?? { yes: [], no: [] };
  return reply(seriesScreen(first, total - 1, look), { step: { is: 'series', offer: first.id, yes, no } });
}

/** The series that waits where it was left; one that came to its end rests at the home that was judged last. */
function goingOn({ chat: { step } }: ClientDesk): Series | undefined {
  if (step?.is !== 'series') return undefined;
  return [...step.yes, ...step.no].includes(step.offer) ? undefined : step;
}

/**
 * What follows a verdict on the card that the series is at: the next home, or its end. Undefined where the verdict was
 * given on another card, or where the series was this one home.
 */
export async function leadOn(desk: ClientDesk, judged: Offer, look: Look): Promise<Reply | undefined> {
  const { step } = desk.chat;
  if (step?.is !== 'series' || step.offer !== judged.id) return undefined;
  const isYes = judged.status === 'interested';
  const yes = [...step.yes.filter((id) => id !== judged.id), ...(isYes ? [judged.id] : [])];
  const no = [...step.no.filter((id) => id !== judged.id), ...(isYes ? [] : [judged.id])];
  const { first, total } = await desk.offers.unjudged(desk.client.contact);
  const verdict = phrase(isYes ? 'state.interested' : 'state.rejected');
  const said = phrase('verdict.of', { verdict, home: propertyName(judged.property) });
  const before: readonly Block[] = look.edits
    ? [{ is: 'card', card: cardOf(judged, look), choices: cardChoices(judged, { ...look, next: false }) }]
    : [];
  if (first) {
    const next = seriesScreen(first, total - 1, look, look.edits ? undefined : said);
    const screen = { ...next, blocks: [...before, ...next.blocks], inPlace: look.edits };
    return reply(screen, { step: { is: 'series', offer: first.id, yes, no } });
  }
  if (yes.length + no.length === 1) return undefined;
  const end = await endScreen(desk, yes, no, look.edits ? [] : [text(said)]);
  const screen = { ...end, blocks: [...before, ...end.blocks], inPlace: look.edits };
  return reply(screen, { step: { is: 'series', offer: judged.id, yes, no } });
}

function seriesScreen(offer: Offer, more: number, look: Look, lead?: Text): Screen {
  const standing = phrase(offer.status === 'proposed' ? 'state.new' : 'state.toRate');
  const place = more > 0 ? phrase('series.more', { count: more }) : phrase('series.last');
  const status = joined(' · ', [standing, place]);
  const card = cardOf(offer, { ...look, status, ...(lead ? { lead } : {}) });
  return { blocks: [{ is: 'card', card, choices: cardChoices(offer, { ...look, next: false }) }], choices: [] };
}

/** What was said of all of them, and the next step of each kind. */
async function endScreen(
  desk: ClientDesk,
  yes: readonly OfferId[],
  no: readonly OfferId[],
  lead: readonly Block[],
): Promise<Screen> {
  const counts = [
    phrase('list.groupCount', { group: phrase('state.interested'), total: yes.length }),
    phrase('list.groupCount', { group: phrase('state.rejected'), total: no.length }),
  ];
  const all = new Map((await desk.offers.all(desk.client.contact)).map((offer) => [offer.id, offer]));
  const offersOf = (ids: readonly OfferId[]) => ids.flatMap((id) => all.get(id) ?? []);
  return {
    blocks: [...lead, title(phrase('series.done')), text(joined(' · ', counts))],
    choices: inRows(
      [requestFor(offersOf(yes)), whyFor(offersOf(no))].map((choice) => choice && atHand(choice)),
      [press(phrase('label.allProperties'), { to: 'showGroups' }), atHand(homeChoice)],
    ),
  };
}

/** A viewing of the one home that was liked and has none; of several, the list of them. */
function requestFor(yes: readonly Offer[]): Choice | undefined {
  const free = yes.filter((offer) => canJudge(offer) && !offer.viewing);
  const [only] = free;
  if (!only) return undefined;
  const label = phrase('label.requestViewing');
  return free.length === 1
    ? press(label, { to: 'requestViewing', offer: only.id })
    : press(label, { to: 'listGroup', group: 'interested', page: 0 });
}

function whyFor(no: readonly Offer[]): Choice | undefined {
  const silent = no.find(isSilent);
  return silent && press(phrase('label.sayWhy'), { to: 'sayWhy', offer: silent.id });
}

/** Rejected without a word of why. */
export const isSilent = (offer: Offer): boolean =>
  canJudge(offer) && offer.status === 'rejected' && offer.rejectReasons.length === 0 && !offer.rejectText;

const nothingNewScreen: Screen = {
  blocks: [text(phrase('list.noNew'))],
  choices: inRows([press(phrase('label.allProperties'), { to: 'showGroups' }), homeChoice]),
};
