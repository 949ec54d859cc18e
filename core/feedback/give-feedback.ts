import type { ByClient } from '#core/by.ts';
import type { Clock } from '#core/clock.ts';
import type { FeedbackId } from '#core/ids.ts';
import { PHOTOS_A_VIEWING } from '#core/media.ts';
import type { Offers } from '#core/offers/offer.ts';
import type { ActivityType, Timeline } from '#core/timeline.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { viewingLine } from '#core/viewings/viewing-line.ts';
import type { Feedbacks, Given } from './feedback.ts';

type Needs = {
  readonly feedback: Feedbacks;
  readonly offers: Pick<Offers, 'change'>;
  readonly timeline: Timeline;
  readonly clock: Clock;
};

/** `joined`: a further photo of an entry that is there, which has so many now. */
export type Gave =
  | { readonly was: 'given'; readonly item: FeedbackId }
  | { readonly was: 'joined'; readonly photos: number }
  | { readonly was: 'locked' | 'tooLong' | 'tooMany' };

/** Characters of a note: what the largest message of a channel holds (Telegram, text 4096). */
export const NOTE_LENGTH = 4096;
/** Photos sent one after the other within so long are one entry, where the platform has no albums. */
const ALBUM_SECONDS = 60;

/** Adds one thing to a completed viewing, for the office to see at once (rule 22). */
export async function giveFeedback(needs: Needs, by: ByClient, viewing: Viewing, given: Given): Promise<Gave> {
  const { feedback, offers, timeline, clock } = needs;
  if (viewing.status !== 'completed') return { was: 'locked' };
  if (given.kind === 'note' && given.text.length > NOTE_LENGTH) return { was: 'tooLong' };
  if (given.kind === 'photos') {
    if ((await feedback.photosOf(viewing)) >= PHOTOS_A_VIEWING) return { was: 'tooMany' };
    const since = new Date(clock.now().getTime() - ALBUM_SECONDS * 1000);
    const photos = await feedback.join(viewing, by.contact, given, since);
    if (photos !== undefined) return { was: 'joined', photos };
  }
  const record = await feedback.add(viewing, by.contact, given);
  if (given.kind === 'rating' && viewing.offer) await offers.change(viewing.offer, { rating: given.stars });
  const { type, title, text } = lineOf(given);
  await timeline.add(
    by,
    {
      ...viewingLine(viewing, type, `${title}:`),
      ...(text === undefined ? {} : { text }),
      ...('file' in given ? { media: [given.file.id] } : {}),
    },
    { event: 'feedback.created', record },
  );
  return { was: 'given', item: record };
}

function lineOf(given: Given): { readonly type: ActivityType; readonly title: string; readonly text?: string } {
  const text = 'text' in given && given.text ? { text: given.text } : {};
  switch (given.kind) {
    case 'photos':
      return { type: 'photos_added', title: 'Photos added', ...text };
    case 'voice_note':
      return { type: 'voice_note_added', title: 'Voice note added', ...text };
    case 'note':
      return { type: 'note_added', title: 'Note added', ...text };
    case 'rating':
      return {
        type: 'rating_given',
        title: `Rated ${given.stars} of 5${given.before === undefined ? '' : `, no longer ${given.before}`}`,
      };
  }
}
