import type { StepRules, StepsOf } from '#core/chat/step-rules.ts';
import { aText, recordOf } from '#core/reader.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    readonly email: Record<never, never>;
    readonly code: { readonly email: string };
    readonly name: { readonly email: string };
  }
}

/** At the door the way in takes all that is done; whoever is in already has left these. */
const atDoor = { words: 'offered', numbers: 'press', files: 'elsewhere', left: 'ends' } as const satisfies Omit<
  StepRules<'email'>,
  'read'
>;

export const accountSteps: StepsOf<'email' | 'code' | 'name'> = {
  email: { read: recordOf({}), ...atDoor },
  code: { read: recordOf({ email: aText }), ...atDoor },
  name: { read: recordOf({ email: aText }), ...atDoor },
};
