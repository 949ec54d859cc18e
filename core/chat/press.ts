import type { ActivityType } from '#core/timeline.ts';
import type { Intent, IntentTo } from './intent.ts';
import type { Field, Maybe } from './press-field.ts';
import type { ClientDesk, Reply } from './reply.ts';

/** A kind of press, as it stands on a button. */
export type Press = {
  /**
   * What its buttons begin with. Buttons live in chats for years: a code is never given to another press, not even when
   * its own is no more. The first presses have one letter or digit each, and all 62 are given; a new one takes two to
   * four small letters or digits.
   */
  readonly code: string;
  /** What it carries, in the order in which it stands on the button. */
  readonly fields?: Fields;
  /** The line that it leaves on the timeline; the others change only what is shown. */
  readonly leaves?: ActivityType;
};

export type Fields = { readonly [name: string]: Field<unknown> };

type ValueOf<Of> = Of extends Field<infer Value> ? Value : never;
type OptionalIn<Of> = { [Name in keyof Of]: Of[Name] extends Maybe<unknown> ? Name : never }[keyof Of];
type ValuesOf<Of> = { readonly [Name in Exclude<keyof Of, OptionalIn<Of>>]: ValueOf<Of[Name]> } & {
  readonly [Name in OptionalIn<Of>]?: ValueOf<Of[Name]>;
};

/** What the presses of a feature carry, for adding them to `Presses`. */
export type PressesIn<Declared> = {
  readonly [To in keyof Declared]: Declared[To] extends { readonly fields: infer Of }
    ? ValuesOf<Of>
    : Record<never, never>;
};

/** What a press does. */
export type Handler<To extends Intent['to']> = (desk: ClientDesk, intent: IntentTo<To>) => Reply | Promise<Reply>;

/** What each press of a feature does. */
export type HandlersOf<Declared> = { readonly [To in keyof Declared & Intent['to']]: Handler<To> };
