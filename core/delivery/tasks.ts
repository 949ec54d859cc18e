import type { Task } from '#core/chat/task.ts';
import type { CompanyId } from '#core/ids.ts';

/** Something to do that is due now. */
export type DueTask = {
  readonly id: string;
  readonly company: CompanyId;
  /** Undefined where it can't be read: another version of the product owed it. */
  readonly task: Task | undefined;
  /** Tries so far, with this one. */
  readonly attempts: number;
};

/** What is to be done later, of all companies (system scope). */
export interface Tasks {
  /** Takes what is due at `now` (the house's clock, which tests move); not due again before the lease ends. */
  claim(now: Date, limit: number, leaseSeconds: number): Promise<readonly DueTask[]>;
  done(task: string): Promise<void>;
  again(task: string, at: Date, why: string): Promise<void>;
}
