import type { Step } from '#core/chat/chat.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { takeNote } from '#core/feedback/feedback-turns.ts';
import { takeEditedNote } from '#core/feedback/own-note.ts';
import { takeWordsForHome } from '#core/feedback/which-home.ts';
import { takeMessageWords } from '#core/messages/message-turns.ts';
import { takeReasonWords } from '#core/offers/reasons.ts';
import { takeNewEmail, takeNewEmailCode } from '#core/profile/new-email.ts';
import { takeDetail } from '#core/profile/profile-turns.ts';
import { takeTypedDates } from '#core/viewings/dates-step.ts';

/** How an open dialogue behaves. What is left out: words are offered as a message, numbers press, going elsewhere ends it. */
type Rules<Open> = {
  /** What typed words become; undefined where it does not listen just now. */
  readonly words?: (desk: ClientDesk, step: Open, words: string) => Promise<Reply> | undefined;
  /** Whether a typed number answers it, and presses nothing. */
  readonly numbers?: (step: Open) => boolean;
  /** Whether it asked for a file, which is then taken though a person holds the chat. */
  readonly files?: true;
  /** What stays of it where the client goes elsewhere. */
  readonly rests?: (step: Open, cancelled: boolean) => Step | null;
};

const always = () => true;

/** One line a dialogue. */
const STEPS: { readonly [Is in Step['is']]: Rules<Extract<Step, { is: Is }>> } = {
  email: {},
  code: {},
  name: {},
  reasons: { words: takeReasonWords, numbers: ({ writing }) => writing },
  dates: {
    words: (desk, step, words) => (step.open ? takeTypedDates(desk, step, words) : undefined),
    numbers: ({ open }) => open,
    rests: (step, cancelled) => (step.wishes.length > 0 && !cancelled ? { ...step, open: false } : null),
  },
  whichHome: { words: takeWordsForHome },
  photo: { files: true },
  newEmail: { words: (desk, step, words) => takeNewEmailCode(desk, step, words), numbers: always },
  detail: {
    words: (desk, { detail }, words) =>
      detail === 'email' ? takeNewEmail(desk, words) : takeDetail(desk, detail, words),
    numbers: always,
  },
  message: { words: takeMessageWords, numbers: always, rests: ({ rests }) => rests ?? null },
  feedback: {
    words: (desk, { note, viewing }, words) =>
      note ? takeEditedNote(desk, note, words) : takeNote(desk, viewing, words),
    numbers: always,
    files: true,
  },
};

export const rulesOf = (step: Step): Rules<Step> => STEPS[step.is] as Rules<Step>;
