import type { Day } from '#core/clock.ts';
import type { MediaId, OfferId, ViewingId } from '#core/ids.ts';
import type { Intent } from './intent.ts';
import type { PartOfDay, Text } from './text.ts';

/** One thing to show a person, in no channel's terms. */
export type Screen = {
  readonly blocks: readonly Block[];
  /** Choices of the whole screen, below everything. */
  readonly choices: readonly Choice[];
  /** What may be typed or sent next. */
  readonly asks?: Question;
  /** The viewing whose card it is: of those in a chat the newest alone has buttons. `name`: what its home is called. */
  readonly of?: { readonly viewing: ViewingId; readonly name: Text };
  /** True where the screen is the new state of the message that was pressed: a channel that can edits that message. */
  readonly inPlace?: boolean;
  /** True for a menu: where it was pressed on another menu, it takes the place of that one; below anything else it is new. */
  readonly isMenu?: true;
};

export type Block =
  | { readonly is: 'title'; readonly text: Text }
  | { readonly is: 'text'; readonly text: Text }
  /** Short entries of a list; each opens when its number or button is pressed. */
  | { readonly is: 'list'; readonly entries: readonly Entry[] }
  | { readonly is: 'card'; readonly card: Card; readonly choices: readonly Choice[] }
  | { readonly is: 'album'; readonly photos: readonly MediaId[]; readonly caption: Text }
  | { readonly is: 'place'; readonly place: Place }
  | ({ readonly is: 'event' } & Appointment);

/** What is said of something that a calendar can keep; `caption`: in one line. */
export type Appointment = {
  readonly event: CalendarEvent;
  readonly caption: Text;
  /** All that is said, the caption among it. */
  readonly lines?: readonly CardLine[];
  /** Above the words, where a channel shows a picture and buttons in one message. */
  readonly photo?: MediaId;
  /** Whether it is told to calendars: the message is the file's own, or has a link to it where a channel takes no such files. */
  readonly isFile?: true;
};

/** A point on the map, in degrees (WGS 84), and what stands there. */
export type Place = {
  readonly latitude: number;
  readonly longitude: number;
  readonly name: Text;
  readonly address: string;
  /** Metres around the point; there where only the area is meant, and nothing stands at the point itself. */
  readonly radius?: number;
};

/** A viewing as a calendar keeps it (rule 19). Moments are ISO 8601 in UTC; `zone` is the company's (IANA). */
export type CalendarEvent = {
  readonly viewing: ViewingId;
  /** Never changes, so that a calendar knows it for the same one. */
  readonly uid: string;
  /** Rises whenever the time changes or it is called off. */
  readonly sequence: number;
  readonly start: string;
  readonly end: string;
  readonly zone: string;
  readonly title: Text;
  readonly place: string;
  /** Who invites. */
  readonly company: { readonly id: string; readonly name: string };
  readonly isCancelled: boolean;
  /** What it says below its title, a line each: what is visited, by which reference, and with whom. */
  readonly notes?: readonly Text[];
  /** The town, by which its file is named; undefined where none is known. */
  readonly town?: string;
  /** Where it is, in degrees (WGS 84); undefined where the office gave no point. */
  readonly point?: { readonly latitude: number; readonly longitude: number };
};

/** `photo`: beside it, where a channel shows lists with pictures. */
export type Entry = {
  readonly title: Text;
  readonly line: Text;
  readonly intent: Intent;
  /** Beside its title, and not as loud: how it stands. */
  readonly mark?: Text;
  /** What it is called by somebody who types, where that is not its title. */
  readonly name?: Text;
  readonly photo?: MediaId;
};

/** One offered property as a message of its own: photo, then its lines. What is missing is left out (rule 9). */
export type Card = {
  readonly offer: OfferId;
  readonly photo?: MediaId;
  /** Another picture beside the photo, where nothing can be pressed on the card itself. */
  readonly label?: MediaId;
  /** What it is called where several are told apart. */
  readonly name: Text;
  readonly lines: readonly CardLine[];
};

/**
 * A line of a card, and what it is to the eye: `status` is read first and small, `headline` is in bold, `notice` in
 * bold too, since it changes everything; `reference` is small print; the others are as they are.
 */
export type CardLine = {
  readonly text: Text;
  readonly as?: (typeof LINE_ROLES)[number];
  /** What follows it and is so no more: crossed out. */
  readonly struck?: Text;
};
export const LINE_ROLES = ['status', 'headline', 'notice', 'reference'] as const;

export type Choice =
  | {
      readonly is: 'press';
      readonly label: Text;
      readonly intent: Intent;
      readonly tone?: 'good' | 'bad';
      /** Where the rows are laid out by hand: which row it stands in, from 0 on. */
      readonly row?: number;
      /** Wanted most: at hand where a channel has room for three, the others behind More or on what they open. */
      readonly atHand?: true;
      /** Where choices are listed: what stands below it, and the heading of the section that it is in. */
      readonly line?: Text;
      readonly section?: Text;
    }
  /** `isSecret`: whoever has the address gets in by it, so it is kept sealed, and no longer than until it was sent. */
  | { readonly is: 'link'; readonly label: Text; readonly url: string; readonly isSecret?: boolean };

export type Question =
  | { readonly is: 'words' }
  | {
      readonly is: 'dates';
      readonly offer: OfferId;
      /** The days to choose from. */
      readonly first: Day;
      readonly last: Day;
      /** The first one on show; the others are a press away. */
      readonly from: Day;
      readonly ticked: readonly Day[];
      /** The part of the day of all that are ticked; undefined where they differ. */
      readonly part?: PartOfDay;
      /** Whether it is marked as interesting too; undefined where that is not asked. */
      readonly interested?: boolean;
      /** Days that are often chosen together. */
      readonly several?: readonly SeveralDays[];
    };

/** Days that can be chosen with one press, by what they have in common. */
export type SeveralDays = { readonly are: (typeof SEVERAL)[number]; readonly days: readonly Day[] };
export const SEVERAL = ['mornings', 'afternoons', 'weekend'] as const;

export const press = (label: Text, intent: Intent, tone?: 'good' | 'bad'): Choice =>
  tone ? { is: 'press', label, intent, tone } : { is: 'press', label, intent };
export const link = (label: Text, url: string): Choice => ({ is: 'link', label, url });
export const secretLink = (label: Text, url: string): Choice => ({ is: 'link', label, url, isSecret: true });
export const text = (words: Text): Block => ({ is: 'text', text: words });
export const title = (words: Text): Block => ({ is: 'title', text: words });
export const line = (words: Text, as?: CardLine['as']): CardLine => (as ? { text: words, as } : { text: words });

/** The same choices in rows laid out by hand; what is not there is left out, and an empty row with it. */
export function inRows(...rows: readonly (readonly (Choice | undefined)[])[]): readonly Choice[] {
  const filled = rows.map((row) => row.filter((choice) => choice !== undefined)).filter((row) => row.length > 0);
  return filled.flatMap((choices, row) =>
    choices.map((choice) => (choice.is === 'press' ? { ...choice, row } : choice)),
  );
}

/** Whether a line is one of those in bold where letters have no sizes. */
export const isBold = (as: CardLine['as']): boolean => as === 'headline' || as === 'notice';

/** Marks what is wanted most of all that can be pressed. */
export const atHand = (choice: Choice): Choice => (choice.is === 'press' ? { ...choice, atHand: true } : choice);
