import { type ByClient, byClient } from '#core/by.ts';
import { CHANNELS } from '#core/chat/channels.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { atHand, type Choice, inRows, line, press, type Screen, text } from '#core/chat/screen.ts';
import type { StepOf } from '#core/chat/step.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ChatId, OfferId } from '#core/ids.ts';
import type { Kept } from '#core/store.ts';
import { cardOf } from './card.ts';
import { cardChoices } from './card-choices.ts';
import { giveVerdict } from './give-verdict.ts';
import { canJudge } from './group-of.ts';
import { type Look, lookOf } from './look.ts';
import type { Offer } from './offer.ts';
import { propertyName, reasonName } from './property-words.ts';
import { readReasons } from './read-reasons.ts';
import { cardScreen, changedScreen } from './screens.ts';
import { isSilent } from './series.ts';

type Reasons = StepOf<'reasons'>;
type Verdicts = Pick<Kept, 'offers' | 'timeline'> & { readonly clock: Clock };
/** Characters of a reason in the client's own words. */
export const OWN_WORDS = 1000;
/** Reasons in a row of buttons. */
const IN_ROW = 3;
/** Ticks that nobody finished are kept after so long. */
const KEPT_AFTER_MS = 10 * 60_000;

/** Asks why a home was rejected, which counts already; what was said before stays ticked. */
export async function sayWhy(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  if (!offer) return reply(notFoundScreen);
  if (!canJudge(offer) || offer.status !== 'rejected') return reply(cardScreen(offer, await lookOf(desk)));
  const { step } = desk.chat;
  if (step?.is === 'reasons' && step.offer === id) return reasonsReply(desk, offer, { ...step, writing: false }, true);
  const rest = step?.is === 'series' ? step.no.filter((each) => each !== id) : [];
  return reasonsReply(desk, offer, { ...begun(offer), ...(rest.length > 0 ? { rest } : {}) }, true);
}

const begun = (offer: Offer): Reasons => ({
  is: 'reasons',
  offer: offer.id,
  reasons: offer.rejectReasons,
  ...(offer.rejectText ? { words: offer.rejectText } : {}),
  writing: false,
});

/**
 * The reasons of an offer on its card, as they are ticked so far. The card says that it is rejected, so that it is: where
 * the question was asked by the version before, or the home was liked elsewhere since, answering it is the verdict.
 */
export async function reasonsReply(
  desk: ClientDesk,
  offer: Offer,
  step: Reasons = begun(offer),
  inPlace = true,
  note?: Text,
): Promise<Reply> {
  if (offer.status !== 'rejected') await giveVerdict(desk, desk.by, offer.id, { status: 'rejected' });
  return reply({ ...reasonsScreen(desk, offer, await lookOf(desk), step, note), inPlace }, { step });
}

export const toggleReason = (desk: ClientDesk, id: OfferId, reason: string): Promise<Reply> =>
  within(desk, id, async (step, offer) => {
    if (!desk.chat.company.rejectReasons.includes(reason)) return reasonsReply(desk, offer, step);
    const reasons = step.reasons.includes(reason)
      ? step.reasons.filter((each) => each !== reason)
      : [...step.reasons, reason];
    const now = desk.clock.now();
    const key = `reasons:${desk.chat.id}:${id}:${now.toISOString()}`;
    await desk.owed.later(
      { is: 'keepReasons', chat: desk.chat.id, offer: id },
      key,
      new Date(now.getTime() + KEPT_AFTER_MS),
    );
    return reasonsReply(desk, offer, { ...step, reasons, writing: false });
  });

export const writeReason = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, (step) => {
    const choices = inRows([
      press(phrase('label.back'), { to: 'sayWhy', offer: id }),
      press(phrase('label.skip'), { to: 'skipReasons', offer: id }),
    ]);
    return reply(
      { blocks: [text(phrase('reject.askWords'))], choices, asks: { is: 'words' }, inPlace: true },
      { step: { ...step, writing: true } },
    );
  });

/** What was typed while the reasons wait counts at once: reasons by their names or numbers, and the client's own words. */
export const takeReasonWords = (desk: ClientDesk, step: Reasons, words: string): Promise<Reply> =>
  within(desk, step.offer, async (_, offer) => {
    if (words.length > OWN_WORDS)
      return reasonsReply(desk, offer, step, false, phrase('reject.tooLong', { most: OWN_WORDS }));
    const read = step.writing ? { reasons: [], words } : readReasons(desk, words);
    const own = [step.words, read.words].filter(Boolean).join(', ');
    const reasons = [...new Set([...step.reasons, ...read.reasons, ...(own ? ['other'] : [])])];
    return conclude(desk, { ...step, reasons, ...(own ? { words: own } : {}) }, false);
  });

/** Done without a reason is Skip. */
export const finishReasons = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, (step) => conclude(desk, step, true));

/** Reasons that were ticked in one form, which bore the ticks from before; own words stay beside them. It counts at once. */
export const takeChosenReasons = (desk: ClientDesk, id: OfferId, chosen: readonly string[]): Promise<Reply> =>
  within(desk, id, (step) => {
    const known = chosen.filter((reason) => desk.chat.company.rejectReasons.includes(reason));
    const reasons = [...new Set([...known, ...(step.words ? ['other'] : [])])];
    return conclude(desk, { ...step, reasons }, true);
  });

/** Skip leaves it at Not interested. */
export const skipReasons = (desk: ClientDesk, id: OfferId): Promise<Reply> =>
  within(desk, id, (step, offer) => conclude(desk, { ...begun(offer), ...restOf(step) }, true));

const restOf = ({ rest }: Reasons) => (rest ? { rest } : {});

/** Keeps what was ticked, then shows the card, or asks about the next home that was rejected in silence. */
async function conclude(desk: ClientDesk, step: Reasons, inPlace: boolean): Promise<Reply> {
  const judged = await keepReasons(desk, desk.by, step);
  if (judged.was === 'missing') return reply(notFoundScreen, { step: null });
  for (const [index, id] of (step.rest ?? []).entries()) {
    const next = await desk.offers.find(desk.client.contact, id);
    if (next && isSilent(next))
      return reasonsReply(desk, next, { ...begun(next), rest: step.rest?.slice(index + 1) ?? [] });
  }
  const look = await lookOf(desk);
  if (look.edits || judged.was === 'closed')
    return reply({ ...cardScreen(judged.offer, look), inPlace }, { step: null });
  const screen = isSilent(judged.offer)
    ? changedScreen(judged.offer, look, phrase('state.rejected'))
    : { blocks: [text(phrase('reject.thanks'))], choices: cardChoices(judged.offer, look) };
  return reply({ ...screen, inPlace }, { step: null });
}

/** Writes the reasons of a dialogue down, as the client who has it open. Nothing changes where none are said. */
const keepReasons = (needs: Verdicts, by: ByClient, { offer, reasons, words }: Reasons) =>
  giveVerdict(needs, by, offer, {
    status: 'rejected',
    ...(reasons.length > 0 || words ? { reasons, ...(words ? { words } : {}) } : {}),
  });

/** What was ticked counts wherever the client goes next, but where they came to like the home meanwhile. */
export async function keepTicks(needs: Verdicts, by: ByClient, step: Reasons): Promise<void> {
  if (step.reasons.length === 0 && !step.words) return;
  const offer = await needs.offers.find(by.contact, step.offer);
  if (offer && offer.status !== 'interested') await keepReasons(needs, by, step);
}

/** What was ticked and never finished is kept after a while, and the dialogue is over. */
export async function keepTicked(
  needs: Verdicts & Pick<Kept, 'chats'>,
  { chat: id, offer }: { readonly chat: ChatId; readonly offer: OfferId },
): Promise<void> {
  const chat = await needs.chats.find(id);
  if (chat?.client === undefined || chat.step?.is !== 'reasons' || chat.step.offer !== offer) return;
  await keepTicks(needs, byClient(chat.client, chat.channel), chat.step);
  await needs.chats.change(id, { step: null });
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
  if (step?.is !== 'reasons' || step.offer !== id || !canJudge(offer))
    return reply(cardScreen(offer, await lookOf(desk)));
  return work(step, offer);
}

/** The home with the question and the reasons on it, so that one message is all there is to look at. */
function reasonsScreen({ chat }: ClientDesk, offer: Offer, look: Look, step: Reasons, note?: Text): Screen {
  const { photo } = cardOf(offer, look);
  const reasons = chat.company.rejectReasons.filter((reason) => reason !== 'other');
  const toggle = (reason: string): Choice =>
    press(chosen(step, reason), { to: 'toggleReason', offer: offer.id, reason });
  const isTicked = step.reasons.length > 0 || Boolean(step.words);
  const other = press(phrase('label.other'), { to: 'writeReason', offer: offer.id });
  const done = press(phrase('label.done'), { to: 'finishReasons', offer: offer.id }, 'good');
  const skip = press(phrase('label.skip'), { to: 'skipReasons', offer: offer.id });
  const { hasForms } = CHANNELS[chat.channel];
  const rows = Array.from({ length: Math.ceil(reasons.length / IN_ROW) }, (_, row) =>
    reasons.slice(row * IN_ROW, (row + 1) * IN_ROW).map(toggle),
  );
  // Where a list was answered, the next is at hand, and the other reasons behind it.
  if (isTicked && !look.edits) {
    const ticked = step.reasons.filter((reason) => reason !== 'other').map((reason) => chosen(step, reason));
    const own = step.words ? [phrase('reject.ownWords', { words: step.words })] : [];
    return {
      blocks: [text({ join: [...(note ? [note] : []), ...ticked, ...own], by: '\n' })],
      choices: [atHand(done), ...rows.flat(), other],
      asks: { is: 'words' },
    };
  }
  const lines = [
    line(phrase('state.rejected'), 'headline'),
    line(propertyName(offer.property)),
    ...(note ? [line(note)] : []),
    line(phrase('reject.ask')),
    ...(step.words ? [line(phrase('reject.ownWords', { words: step.words }))] : []),
  ];
  const card = { offer: offer.id, ...(photo ? { photo } : {}), name: propertyName(offer.property), lines };
  return {
    // What is ticked in a form is not known before it is sent.
    blocks: [
      {
        is: 'card',
        card,
        choices: inRows(...rows, ...(hasForms ? [[done, skip], [other]] : [[other, isTicked ? done : skip]])),
      },
    ],
    choices: [],
    asks: { is: 'words' },
  };
}

const chosen = ({ reasons }: Reasons, reason: string): Text =>
  reasons.includes(reason) ? phrase('reject.chosen', { reason: reasonName(reason) }) : reasonName(reason);
