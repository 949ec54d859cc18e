import type { Reader } from '#core/reader.ts';
import type { ClientDesk, Desk, Reply } from './reply.ts';
import type { Step, StepOf, Steps } from './step.ts';
import type { SentFile } from './turn.ts';

/** How an open dialogue behaves. Each has to say all of it. */
export type StepRules<Is extends Step['is']> = {
  /** What it holds, out of stored JSON of this version or one before. */
  readonly read: Reader<Steps[Is]>;
  /** What typed words become. `offered`, and undefined where it does not listen just now: a message to the agent. */
  readonly words:
    | ((desk: ClientDesk, step: StepOf<Is>, words: string) => Reply | Promise<Reply> | undefined)
    | 'offered';
  /** What becomes of it where a message that it came from is edited; undefined where it came from another. */
  readonly edited?: (desk: ClientDesk, step: StepOf<Is>, words: string) => Promise<Reply | undefined>;
  /** Whether words are the very value that it asks for; `never` where any words will do. */
  readonly isValue: ((words: string, step: StepOf<Is>, desk: Desk) => boolean | Promise<boolean>) | 'never';
  /** What a typed number is: an answer to it, or a press on what is on show. */
  readonly numbers: ((step: StepOf<Is>) => 'answer' | 'press') | 'answer' | 'press';
  /** What becomes of a file. `elsewhere`: it goes where files go without a dialogue, or to the person who holds the chat. */
  readonly files: FileRule | 'elsewhere';
  /** What is done where the client goes elsewhere, so that nothing of it is lost. */
  readonly leaving?: (desk: ClientDesk, step: StepOf<Is>) => Promise<void>;
  /** What stays of it where the client goes elsewhere. */
  readonly left: ((step: StepOf<Is>, how: 'left' | 'cancelled') => Step | null) | 'ends';
};

/** A dialogue that takes files itself; without `take` they go where files go, by what is open. */
export type FileRule = {
  /** Whether it asked for one, which is then its own though a person holds the chat. */
  readonly isAsked: boolean;
  readonly take?: (desk: ClientDesk, sent: SentFile, caption?: string) => Promise<Reply | undefined>;
};

/** The dialogues of a feature. */
export type StepsOf<Is extends Step['is']> = { readonly [Each in Is]: StepRules<Each> };
