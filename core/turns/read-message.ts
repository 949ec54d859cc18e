import type { Body, Message, Paragraph } from '#core/chat/message.ts';
import { readText } from '#core/chat/read-text.ts';
import type { CalendarEvent, Card, CardLine, Choice, Entry, Place, Question } from '#core/chat/screen.ts';
import { LINE_ROLES, line, SEVERAL } from '#core/chat/screen.ts';
import { PARTS_OF_DAY } from '#core/chat/text.ts';
import { isDay } from '#core/clock.ts';
import { aNumber, anId, aText, aTruth, listOf, oneOf, type Reader, readableOf, recordOf } from '#core/reader.ts';
import { readIntent } from './read-intent.ts';

const isTrue: Reader<true> = (json) => json === true || undefined;
const aDay: Reader<string> = (json) => (typeof json === 'string' && isDay(json) ? json : undefined);

/** The member of a union that its `is` names. */
const byKind =
  <Of extends { readonly is: string }>(
    readers: {
      readonly [Is in Of['is']]: Reader<Omit<Extract<Of, { is: Is }>, 'is'>>;
    },
  ): Reader<Of> =>
  (json) => {
    if (typeof json !== 'object' || json === null || !('is' in json)) return undefined;
    const { is } = json;
    if (typeof is !== 'string' || !Object.hasOwn(readers, is)) return undefined;
    const read: Reader<object> = readers[is as Of['is']];
    const found = read(json);
    return found && ({ is, ...found } as Of);
  };

const readChoice = byKind<Choice>({
  press: recordOf(
    { label: readText, intent: readIntent },
    { tone: oneOf(['good', 'bad']), row: aNumber, atHand: isTrue, line: readText, section: readText },
  ),
  link: recordOf({ label: readText, url: aText }, { isSecret: aTruth }),
});
const readEntry: Reader<Entry> = recordOf(
  { title: readText, line: readText, intent: readIntent },
  { name: readText, mark: readText, photo: anId<'media'>() },
);
const readLine: Reader<CardLine> = recordOf({ text: readText }, { as: oneOf(LINE_ROLES), struck: readText });
const readNewCard: Reader<Card> = recordOf(
  { offer: anId<'offer'>(), name: readText, lines: readableOf(readLine) },
  { photo: anId<'media'>(), label: anId<'media'>() },
);
/** Before lines had roles: a title in bold, then plain lines. */
const readOldCard = recordOf(
  { offer: anId<'offer'>(), title: readText, lines: readableOf(readText) },
  { photo: anId<'media'>(), label: anId<'media'>() },
);
const readCard: Reader<Card> = (json) => {
  const card = readNewCard(json);
  const old = card ? undefined : readOldCard(json);
  if (!old) return card;
  const { title, lines, ...rest } = old;
  return { ...rest, name: title, lines: [line(title, 'headline'), ...lines.map((each) => line(each))] };
};
const readPlace: Reader<Place> = recordOf(
  { latitude: aNumber, longitude: aNumber, name: readText, address: aText },
  { radius: aNumber },
);
const readEvent: Reader<CalendarEvent> = recordOf(
  {
    viewing: anId<'viewing'>(),
    uid: aText,
    sequence: aNumber,
    start: aText,
    end: aText,
    zone: aText,
    title: readText,
    place: aText,
    company: recordOf({ id: aText, name: aText }),
    isCancelled: aTruth,
  },
  { notes: listOf(readText), town: aText, point: recordOf({ latitude: aNumber, longitude: aNumber }) },
);
const readParagraph = byKind<Paragraph>({
  title: recordOf({ text: readText }),
  text: recordOf({ text: readText }),
  list: recordOf({ entries: readableOf(readEntry) }),
});
const readBody = byKind<Body>({
  written: recordOf({ paragraphs: readableOf(readParagraph) }),
  card: recordOf({ card: readCard }),
  album: recordOf({ photos: listOf(anId<'media'>()), caption: readText }),
  place: recordOf({ place: readPlace }),
  event: recordOf(
    { event: readEvent, caption: readText },
    { lines: readableOf(readLine), photo: anId<'media'>(), isFile: isTrue },
  ),
});
const DATES = { offer: anId<'offer'>(), first: aDay, last: aDay };
const readNewDates = recordOf(
  { ...DATES, from: aDay, ticked: listOf(aDay) },
  {
    part: oneOf(PARTS_OF_DAY),
    interested: aTruth,
    several: listOf(recordOf({ are: oneOf(SEVERAL), days: listOf(aDay) })),
  },
);
/** Before days were ticked: one month of them, without those that were taken. */
const readOldDates = recordOf({ ...DATES, taken: listOf(aDay), month: aText });
const readDates: Reader<Omit<Question & { is: 'dates' }, 'is'>> = (json) => {
  const old = readNewDates(json) ? undefined : readOldDates(json);
  if (!old) return readNewDates(json);
  const { taken, month, ...rest } = old;
  const start = `${month}-01`;
  return { ...rest, from: start > rest.first && start <= rest.last ? start : rest.first, ticked: taken };
};
const readQuestion = byKind<Question>({ words: recordOf({}), dates: readDates });
const readWhole: Reader<Message> = recordOf(
  { body: readBody, choices: readableOf(readChoice), from: aNumber },
  { asks: readQuestion, onlyEdits: isTrue, isMenu: isTrue },
);

/** A message that was stored, without the paragraphs, lines and choices that can't be read; undefined where nothing is left to say. */
export const readMessage: Reader<Message> = (json) => {
  const message = readWhole(json);
  return message?.body.is === 'written' && message.body.paragraphs.length === 0 ? undefined : message;
};
