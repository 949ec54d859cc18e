import { accountSteps } from '#core/accounts/steps.ts';
import type { Step } from '#core/chat/step.ts';
import type { StepRules, StepsOf } from '#core/chat/step-rules.ts';
import { feedbackSteps } from '#core/feedback/steps.ts';
import { messageSteps } from '#core/messages/steps.ts';
import { offerSteps } from '#core/offers/steps.ts';
import { profileSteps } from '#core/profile/steps.ts';
import { viewingSteps } from '#core/viewings/steps.ts';

/** Every dialogue there is, of every feature. One that is added to `Steps` and stands in no table does not compile. */
export const STEPS: StepsOf<Step['is']> = {
  ...accountSteps,
  ...offerSteps,
  ...viewingSteps,
  ...feedbackSteps,
  ...profileSteps,
  ...messageSteps,
};

/** The rules of a step, for handing them that very step. */
export const rulesOf = (step: Step): StepRules<Step['is']> => STEPS[step.is] as StepRules<Step['is']>;
