import type { Intent } from '#core/chat/intent.ts';
import type { Handler, Press } from '#core/chat/press.ts';
import { number } from '#core/chat/press-field.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { CONSENT_PRESSES, consentHandlers } from '#core/consent/presses.ts';
import { FEEDBACK_PRESSES, feedbackHandlers } from '#core/feedback/presses.ts';
import { HOME_PRESSES, homeHandlers } from '#core/home/presses.ts';
import { MESSAGE_PRESSES, messageHandlers } from '#core/messages/presses.ts';
import { OFFER_PRESSES, offerHandlers } from '#core/offers/presses.ts';
import { TOUR_PRESSES, tourHandlers } from '#core/onboarding/presses.ts';
import { PROFILE_PRESSES, profileHandlers } from '#core/profile/presses.ts';
import { VIEWING_PRESSES, viewingHandlers } from '#core/viewings/presses.ts';
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

const HANDLERS: { readonly [To in Intent['to']]: Handler<To> } = {
  ...homeHandlers,
  ...offerHandlers,
  ...viewingHandlers,
  ...feedbackHandlers,
  ...messageHandlers,
  ...profileHandlers,
  ...consentHandlers,
  ...tourHandlers,
  showMore: (desk, { from }) => showMore(desk, from),
};

/** Does what a press means. */
export function follow(desk: ClientDesk, intent: Intent): Reply | Promise<Reply> {
  const handle: (desk: ClientDesk, intent: never) => Reply | Promise<Reply> = HANDLERS[intent.to];
  return handle(desk, intent as never);
}
