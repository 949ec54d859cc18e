import type { StepRules, StepsOf } from '#core/chat/step-rules.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { aText, oneOf, recordOf } from '#core/reader.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { readName } from '#core/typed/read-name.ts';
import { isCodeOrEmail } from './email-code.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    readonly email: AtDoor;
    readonly code: AtDoor & { readonly email: string };
    readonly name: AtDoor & { readonly email: string };
  }
}

/** `chose`: the language that the person chose at the door, where no contact is known yet that could have it. */
type AtDoor = { readonly chose?: Language };
const chose = oneOf(LANGUAGES);

/** At the door the way in takes all that is done; whoever is in already has left these. */
const atDoor = { words: 'offered', numbers: 'press', files: 'elsewhere', left: 'ends' } as const satisfies Omit<
  StepRules<'email'>,
  'read' | 'isValue'
>;

export const accountSteps: StepsOf<'email' | 'code' | 'name'> = {
  email: { read: recordOf({}, { chose }), isValue: (words) => readEmail(words) !== undefined, ...atDoor },
  code: { read: recordOf({ email: aText }, { chose }), isValue: isCodeOrEmail, ...atDoor },
  name: { read: recordOf({ email: aText }, { chose }), isValue: (words) => readName(words) !== undefined, ...atDoor },
};
