import type { Fields } from './params.ts';
import type { BotState, World } from './world.ts';

export type Upload = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array };

/** One call of a Bot API method. */
export type Call = {
  readonly world: World;
  readonly bot: BotState;
  readonly params: Fields;
  /** By form field, as attach:// names them. */
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Aborted when the caller hangs up. */
  readonly gone: AbortSignal;
};

/** Answers with the `result`, or throws an ApiError. */
export type Method = (call: Call) => unknown;
