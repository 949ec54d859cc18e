import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Choice, Screen } from '#core/chat/screen.ts';
import { line, press, text } from '#core/chat/screen.ts';
import type { StepOf } from '#core/chat/step.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { cardOf } from './card.ts';
import { giveVerdict } from './give-verdict.ts';
import { canJudge } from './group-of.ts';
import { lookOf } from './look.ts';
import type { Offer } from './offer.ts';
import { propertyName, reasonName } from './property-words.ts';
import { cardScreen } from './screens.ts';

type Reasons = StepOf<'reasons'>;
/** Characters of a reason in the client's own words. */
export const OWN_WORDS = 1000;

/** Not interested: asks why before anything changes (rule 10). What is chosen already stays. */
export async function askReasons(desk: ClientDesk, id: OfferId, from?: 'details'): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  if (!offer) return reply(notFoundScreen);
  const inPlace = from !== 'details';
  if (!canJudge(offer)) return reply({ ...cardScreen(offer, await lookOf(desk)), inPlace });
  const { step: open } = desk.chat;
  const begun: Reasons = { is: 'reasons', offer: id, reasons: [], writing: false };
  const step = open?.is === 'reasons' && open.offer === id ? { ...open, writing: false } : begun;
  return reply({ ...(await reasonsScreen(desk, offer, step)), inPlace }, { step });
}

export const toggleReason = (desk: ClientDesk, id: OfferId, reason: string): Promise<Reply> =>
  within(desk, id, async (step, offer) => {
    if (!desk.chat.company.rejectReasons.includes(reason))
      return reply(await reasonsScreen(desk, offer, step), { step });
    const reasons = step.reasons.includes(reason)
      ? step.reasons.filter((each) => each !== reason)
      : [...step.reasons, reason];
    const toggled: Reasons = { ...step, reasons, writing: false };
    return reply(await reasonsScreen(desk, offer, toggled), { step: toggled });
  });

export const writeReason = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, (step) => {
    const choices = [
      press(phrase('label.back'), { to: 'askReasons', offer: id }),
      press(phrase('label.skip'), { to: 'skipReasons', offer: id }),
    ];
    return reply(
      { blocks: [text(phrase('reject.askWords'))], choices, asks: { is: 'words' } },
      { step: { ...step, writing: true } },
    );
  });

/** What was typed while the reasons wait: the client's own words. */
export const takeReasonWords = (desk: ClientDesk, step: Reasons, words: string): Promise<Reply> =>
  within(desk, step.offer, async (_, offer) => {
    if (words.length > OWN_WORDS)
      return reply(await reasonsScreen(desk, offer, step, phrase('reject.tooLong', { most: OWN_WORDS })));
    const noted: Reasons = { ...step, words, writing: false, reasons: [...new Set([...step.reasons, 'other'])] };
    return reply({ ...(await reasonsScreen(desk, offer, noted)), inPlace: false }, { step: noted });
  });

export const finishReasons = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, async (step, offer) => {
    if (step.reasons.length === 0 && !step.words)
      return reply(await reasonsScreen(desk, offer, step, phrase('reject.askAgain')), { step });
    return conclude(desk, id, step.reasons, step.words);
  });

/** Reasons that were ticked in one form, which bore the ticks from before; own words stay beside them. It counts at once. */
export const takeChosenReasons = (desk: ClientDesk, id: OfferId, chosen: readonly string[]): Promise<Reply> =>
  within(desk, id, async (step, offer) => {
    const known = chosen.filter((reason) => desk.chat.company.rejectReasons.includes(reason));
    const reasons = [...known, ...(step.words ? ['other'] : [])];
    if (reasons.length === 0 && !step.words)
      return reply(await reasonsScreen(desk, offer, step, phrase('reject.askAgain')), { step });
    return conclude(desk, id, reasons, step.words);
  });

/** Skip counts as Not interested without a reason. */
export const skipReasons = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, () => conclude(desk, id, [], undefined));

async function conclude(
  desk: ClientDesk,
  id: OfferId,
  reasons: readonly string[],
  words: string | undefined,
): Promise<Reply> {
  const judged = await giveVerdict(desk, desk.by, id, {
    status: 'rejected',
    reasons,
    ...(words ? { words } : {}),
  });
  if (judged.was === 'missing') return reply(notFoundScreen, { step: null });
  return reply(cardScreen(judged.offer, await lookOf(desk)), { step: null });
}

/** Runs where the dialogue about this offer is open; an old button of it shows the offer as it is now. */
async function within(
  desk: ClientDesk,
  id: OfferId,
  work: (step: Reasons, offer: Offer) => Reply | Promise<Reply>,
): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  if (!offer) return reply(notFoundScreen);
  const { step } = desk.chat;
  if (step?.is !== 'reasons' || step.offer !== id || !canJudge(offer)) {
    return reply(cardScreen(offer, await lookOf(desk)));
  }
  return work(step, offer);
}

/** The card itself with the question and the reasons on it, so that one message is all there is to look at. */
async function reasonsScreen(desk: ClientDesk, offer: Offer, step: Reasons, note?: Text): Promise<Screen> {
  const reasons = desk.chat.company.rejectReasons.filter((reason) => reason !== 'other');
  const toggle = (reason: string): Choice => {
    const name = reasonName(reason);
    const label = step.reasons.includes(reason) ? phrase('reject.chosen', { reason: name }) : name;
    return press(label, { to: 'toggleReason', offer: offer.id, reason });
  };
  const card = cardOf(offer, await lookOf(desk));
  const asked = [
    ...(note ? [note] : []),
    phrase('reject.ask', { home: propertyName(offer.property) }),
    ...(step.words ? [phrase('reject.ownWords', { words: step.words })] : []),
  ];
  const choices = [
    ...reasons.map(toggle),
    press(phrase('label.other'), { to: 'writeReason', offer: offer.id }),
    press(phrase('label.done'), { to: 'finishReasons', offer: offer.id }, 'good'),
    press(phrase('label.skip'), { to: 'skipReasons', offer: offer.id }),
  ];
  return {
    blocks: [{ is: 'card', card: { ...card, lines: [...card.lines, ...asked.map((each) => line(each))] }, choices }],
    choices: [],
    asks: { is: 'words' },
    inPlace: true,
  };
}
