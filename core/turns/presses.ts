import type { Intent } from '#core/chat/intent.ts';
import type { Deed, Press } from '#core/chat/press.ts';
import { number } from '#core/chat/press-field.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { CONSENT_PRESSES, consentDeeds } from '#core/consent/presses.ts';
import { FEEDBACK_PRESSES, feedbackDeeds } from '#core/feedback/presses.ts';
import { HOME_PRESSES, homeDeeds } from '#core/home/presses.ts';
import { MESSAGE_PRESSES, messageDeeds } from '#core/messages/presses.ts';
import { OFFER_PRESSES, offerDeeds } from '#core/offers/presses.ts';
import { TOUR_PRESSES, tourDeeds } from '#core/onboarding/presses.ts';
import { PROFILE_PRESSES, profileDeeds } from '#core/profile/presses.ts';
import { VIEWING_PRESSES, viewingDeeds } from '#core/viewings/presses.ts';
import { showMore } from './show-more.ts';

/** Every press there is, of every feature. One that is added to `Presses` and stands in no table does not compile. */
export const PRESSES: { readonly [To in Intent['to']]: Press } = {
  ...HOME_PRESSES,
  ...OFFER_PRESSES,
  ...VIEWING_PRESSES,
  ...FEEDBACK_PRESSES,
  ...MESSAGE_PRESSES,
  ...PROFILE_PRESSES,
  ...CONSENT_PRESSES,
  ...TOUR_PRESSES,
  showMore: { code: 'M', fields: { from: number } },
};

const DEEDS: { readonly [To in Intent['to']]: Deed<To> } = {
  ...homeDeeds,
  ...offerDeeds,
  ...viewingDeeds,
  ...feedbackDeeds,
  ...messageDeeds,
  ...profileDeeds,
  ...consentDeeds,
  ...tourDeeds,
  showMore: (desk, { from }) => showMore(desk, from),
};

/** Does what a press means. */
export function follow(desk: ClientDesk, intent: Intent): Reply | Promise<Reply> {
  const deed: (desk: ClientDesk, intent: never) => Reply | Promise<Reply> = DEEDS[intent.to];
  return deed(desk, intent as never);
}
