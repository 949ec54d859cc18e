import type { StepRules, StepsOf } from '#core/chat/step-rules.ts';
import { aText, recordOf } from '#core/reader.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { readName } from '#core/typed/read-name.ts';
import { isCodeOrEmail } from './email-code.ts';

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
  'read' | 'isValue'
>;

export const accountSteps: StepsOf<'email' | 'code' | 'name'> = {
  email: { read: recordOf({}), isValue: (words) => readEmail(words) !== undefined, ...atDoor },
  code: { read: recordOf({ email: aText }), isValue: isCodeOrEmail, ...atDoor },
  name: { read: recordOf({ email: aText }), isValue: (words) => readName(words) !== undefined, ...atDoor },
};
