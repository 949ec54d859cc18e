import { isCodeOrEmail } from '#core/accounts/email-code.ts';
import type { StepsOf } from '#core/chat/step-rules.ts';
import { aText, oneOf, recordOf } from '#core/reader.ts';
import { takeNewEmail, takeNewEmailCode } from './new-email.ts';
import { takePhoto } from './photo-turns.ts';
import { DETAILS, type Detail } from './profile.ts';
import { isDetail, takeDetail } from './profile-turns.ts';

declare module '#core/chat/step.ts' {
  interface Steps {
    /** A photo of the client's own that is sent next. */
    readonly photo: Record<never, never>;
    /** The six digits that were sent to a new address. */
    readonly newEmail: { readonly email: string };
    /** A name, phone or e-mail address that is typed next. */
    readonly detail: { readonly detail: Detail };
  }
}

export const profileSteps: StepsOf<'photo' | 'newEmail' | 'detail'> = {
  photo: {
    read: recordOf({}),
    words: 'offered',
    isValue: 'never',
    numbers: 'press',
    files: { isAsked: true, take: takePhoto },
    left: 'ends',
  },
  newEmail: {
    read: recordOf({ email: aText }),
    words: takeNewEmailCode,
    isValue: isCodeOrEmail,
    numbers: 'answer',
    files: 'elsewhere',
    left: 'ends',
  },
  detail: {
    read: recordOf({ detail: oneOf(DETAILS) }),
    words: (desk, { detail }, words) =>
      detail === 'email' ? takeNewEmail(desk, words) : takeDetail(desk, detail, words),
    isValue: isDetail,
    numbers: 'answer',
    files: 'elsewhere',
    left: 'ends',
  },
};
