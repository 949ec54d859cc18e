import type { Block, Choice, Screen } from '#core/chat/screen.ts';
import { press, text, title } from '#core/chat/screen.ts';
import type { Stars } from '#core/chat/stars.ts';
import { STARS } from '#core/chat/stars.ts';
import type { Text } from '#core/chat/text.ts';
import { phrase, verbatim } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { FeedbackId } from '#core/ids.ts';
import { propertyName } from '#core/offers/property-words.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

export const starChoices = ({ id }: Viewing): readonly Choice[] =>
  STARS.map((stars) => press(verbatim(`★ ${stars}`), { to: 'rate', viewing: id, stars }));

const further = ({ id }: Viewing): readonly Choice[] => [
  press(phrase('label.addNote'), { to: 'addNote', viewing: id }),
  press(phrase('label.done'), { to: 'finishFeedback' }),
];

const shownStars = (stars: Stars) => ({
  stars: `${'★'.repeat(stars)}${'☆'.repeat(STARS.length - stars)}`,
  word: phrase(`stars.${stars}`),
});

/** Which stars count where some were given before. */
const beforeBlocks = (before: Stars | undefined): readonly Block[] =>
  before === undefined ? [] : [text(phrase('feedback.starsBefore', shownStars(before)))];

/** After a viewing: stars, then whatever they want to send; who sees it is said before the first item. `before`: stars given already. */
export const feedbackScreen = (viewing: Viewing, before?: Stars): Screen => ({
  blocks: [
    title(propertyName(viewing.property)),
    text(phrase('feedback.ask')),
    ...beforeBlocks(before),
    text(phrase('feedback.agentSees')),
  ],
  choices: [...starChoices(viewing), ...further(viewing), homeChoice],
});

/** `before`: the stars that these take the place of. */
export const ratedScreen = (viewing: Viewing, stars: Stars, before?: Stars): Screen => ({
  blocks: [
    text(phrase('feedback.rated', { home: propertyName(viewing.property), ...shownStars(stars) })),
    ...beforeBlocks(before),
    text(phrase('feedback.more')),
  ],
  choices: [...further(viewing), press(phrase('label.changeStars'), { to: 'giveFeedback', viewing: viewing.id })],
  inPlace: true,
});

export const noteAskedScreen = (viewing: Viewing): Screen => ({
  blocks: [
    text(phrase('feedback.writeNote', { home: propertyName(viewing.property) })),
    text(phrase('feedback.agentSees')),
  ],
  choices: [press(phrase('label.done'), { to: 'finishFeedback' })],
  asks: { is: 'words' },
});

const savedPhrase = (
  home: Text,
  saved: 'noteSaved' | 'photoSaved' | 'voiceSaved' | { readonly photos: number },
): Text =>
  typeof saved === 'string'
    ? phrase(`feedback.${saved}`, { home })
    : phrase('feedback.photosSaved', { home, count: saved.photos });

/** One more thing is kept; said only once it is. */
export const savedScreen = (
  viewing: Viewing,
  saved: 'noteSaved' | 'photoSaved' | 'voiceSaved' | { readonly photos: number },
  note?: FeedbackId,
): Screen => ({
  blocks: [text(savedPhrase(propertyName(viewing.property), saved)), text(phrase('feedback.more'))],
  choices: [
    ...further(viewing),
    ...(note
      ? [
          press(phrase('label.edit'), { to: 'editNote' as const, note }),
          press(phrase('label.delete'), { to: 'deleteNote' as const, note }, 'bad'),
        ]
      : []),
  ],
});

/** What is written next takes the place of the note. */
export const noteEditedScreen = (viewing: Viewing, note: string): Screen => ({
  blocks: [text(verbatim(note)), text(phrase('feedback.editNote', { home: propertyName(viewing.property) }))],
  choices: [press(phrase('label.done'), { to: 'finishFeedback' })],
  asks: { is: 'words' },
});

export const noteDeletedScreen = (viewing: Viewing): Screen => ({
  blocks: [text(phrase('feedback.noteDeleted', { home: propertyName(viewing.property) }))],
  choices: further(viewing),
});

/** Which of the properties visited last a file is of. */
export const whichPropertyScreen = (viewings: readonly Viewing[]): Screen => ({
  blocks: [
    text(phrase('feedback.whichHome')),
    {
      is: 'list',
      entries: viewings.map(({ id, property }) => ({
        title: propertyName(property),
        line: phrase('property.reference', { reference: property.reference }),
        intent: { to: 'giveFiles', viewing: id },
      })),
    },
  ],
  choices: [homeChoice],
});

/** Something was not kept, and why; the way on stays. */
export const unsavedScreen = (viewing: Viewing, why: Text): Screen => ({
  blocks: [text(why)],
  choices: further(viewing),
});
