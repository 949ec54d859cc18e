import type { Reply } from '#core/chat/reply.ts';
import type { Step } from '#core/chat/step.ts';
import type { Language } from '#core/language.ts';

const atDoor = (step: Step | null | undefined) =>
  step?.is === 'email' || step?.is === 'code' || step?.is === 'name' ? step : undefined;

/** The language that was chosen at the door; undefined where none was. */
export const chosenLanguage = (step: Step | null | undefined): Language | undefined => atDoor(step)?.chose;

/** An answer at the door, with the language that was chosen there kept until it is known whose it is; `before`: the step so far. */
export function keepingChoice(chosen: Language | undefined, before: Step | undefined, answer: Reply): Reply {
  const { step = before ?? { is: 'email' as const } } = answer.change ?? {};
  const open = atDoor(step);
  if (!chosen || !open || open.chose) return answer;
  return { ...answer, change: { ...answer.change, step: { ...open, chose: chosen } } };
}
