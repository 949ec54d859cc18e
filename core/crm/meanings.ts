import type { PartOfDay } from '#core/chat/text.ts';
import type { Invited } from '#core/sessions/invite-user.ts';
import type { SignInReset } from '#core/sessions/reset-sign-in.ts';
import { EARLIEST_VIEWING, LATEST_VIEWING, PARTS } from '#core/viewings/viewing-times.ts';
import type { ContactAdded } from './add-contact.ts';
import type { DealAdded } from './add-deal.ts';
import type { UserAdded } from './add-user.ts';
import type { WebhookAdded } from './add-webhook.ts';
import type { CompanyChanged } from './change-company.ts';
import type { ContactChanged } from './change-contact.ts';
import type { DealChanged } from './change-deal.ts';
import type { UserChanged } from './change-user.ts';
import type { Completed } from './complete-viewing.ts';
import type { Confirmed } from './confirm-viewing.ts';
import type { Converted } from './convert-lead.ts';
import type { EventChanged } from './events.ts';
import type { Exported } from './export-contact.ts';
import type { Given } from './give-contact.ts';
import type { HandedOver } from './hand-over.ts';
import type { ChannelAccountAdded, ChannelAccountChanged, ChannelAccountEnded } from './keep-channel-accounts.ts';
import type { KeyMade, KeyRevoked } from './keep-keys.ts';
import type { PhotoKept } from './keep-photos.ts';
import type { SavedAnswerAdded, SavedAnswerChanged, SavedAnswerRemoved } from './keep-saved-answers.ts';
import type { Kept } from './keep-viewing.ts';
import type { LostMailed } from './mail-lost.ts';
import type { AttendanceMarked } from './mark-attendance.ts';
import type { Meanings } from './meaning-of.ts';
import type { Moved as OfferMoved } from './move-offer.ts';
import type { Moved as ViewingMoved } from './move-viewing.ts';
import type { OtherStatus } from './other-status.ts';
import type { AccessChanged } from './portal-access.ts';
import type { Proposed } from './propose-time.ts';
import type { Redelivered } from './redeliver.ts';
import { conflict, invalid, noSuch, notAllowed } from './refusal.ts';
import type { Ended } from './reject-viewing.ts';
import type { ReminderSet } from './remind-me.ts';
import type { MessageSent } from './send-message.ts';
import type { ChatsTakenOver } from './set-taken-over.ts';
import type { DeliverySettled } from './settle-delivery.ts';
import type { MessagesSettled } from './settle-messages.ts';
import type { TimesSuggested } from './suggest-times.ts';

/* What each outcome means to the person of the office who asked, in one place for all doors. */

const noSuchUser = invalid({ field: 'assigned_to', detail: 'must be a user of the company' });
const onlyForLeads = ({ fields }: { readonly fields: readonly string[] }) =>
  invalid(...fields.map((field) => ({ field, detail: 'is for leads only' })));
const isNow = ({ status, changed }: OtherStatus) =>
  conflict(`The viewing is ${status}.`, {
    current_status: status,
    ...(changed ? { since: changed.at.toISOString(), by: changed.by } : {}),
  });

const TIMES_OF: Readonly<Record<PartOfDay, string>> = {
  morning: `must lie from ${EARLIEST_VIEWING} on and before ${PARTS.morning.before}`,
  afternoon: `must lie from ${PARTS.afternoon.from} on and before ${PARTS.afternoon.before}`,
  evening: `must lie between ${PARTS.evening.from} and ${LATEST_VIEWING}`,
  any: `must lie between ${EARLIEST_VIEWING} and ${LATEST_VIEWING}`,
};

export const COMPANY_MEANINGS = {
  changed: 'done',
  noSuchZone: invalid({ field: 'time_zone', detail: 'must be an IANA time zone, as Europe/Madrid' }),
  neverQuiet: invalid({ field: 'quiet_hours.to', detail: 'must differ from quiet_hours.from' }),
  closesBeforeOpening: ({ index }) => invalid({ field: `office_hours.${index}.to`, detail: 'must be after from' }),
  overlaps: ({ index }) =>
    invalid({ field: `office_hours.${index}`, detail: 'must not overlap another one on the same day' }),
  noSuchDay: ({ index }) => invalid({ field: `closed_days.${index}`, detail: 'must be a day of the calendar' }),
  otherPart: ({ part }) => invalid({ field: `viewing_times.${part}`, detail: TIMES_OF[part] }),
  noSuchUser: invalid({ field: 'fallback_user_id', detail: 'must be an active user of the company' }),
} as const satisfies Meanings<CompanyChanged>;

export const USER_MEANINGS = {
  added: 'done',
  changed: 'done',
  missing: noSuch('user'),
  notAllowed,
  taken: conflict('Another user of the office has this e-mail.'),
  noPassword: conflict('This user has set no password yet. Send the invitation again.', { current_status: 'Pending' }),
  lastAdmin: conflict('The office’s last active Admin must stay one. Make another user Admin first.'),
} as const satisfies Meanings<UserAdded | UserChanged>;

export const HAND_OVER_MEANINGS = {
  handedOver: 'done',
  missing: noSuch('user'),
  noHeir: invalid({ field: 'to', detail: 'must be another active user of the company' }),
} as const satisfies Meanings<HandedOver>;

export const SIGN_IN_MEANINGS = {
  reset: 'done',
  missing: noSuch('user'),
  notActive: ({ status }) => conflict(`The user is ${status}, not Active.`, { current_status: status }),
} as const satisfies Meanings<SignInReset>;

export const INVITATION_MEANINGS = {
  invited: 'done',
  missing: noSuch('user'),
  notPending: ({ status }) => conflict(`The user is ${status}, not Pending.`, { current_status: status }),
} as const satisfies Meanings<Invited>;

export const CONTACT_MEANINGS = {
  added: 'done',
  changed: 'done',
  converted: 'done',
  exported: 'done',
  given: 'done',
  theirs: 'done',
  missing: noSuch('contact'),
  noSuchUser,
  leadFields: onlyForLeads,
  already: conflict('This is a contact already, no lead.', { kind: 'contact' }),
} as const satisfies Meanings<ContactAdded | ContactChanged | Converted | Exported | Given>;

export const DEAL_MEANINGS = {
  added: 'done',
  changed: 'done',
  missing: noSuch('deal'),
  contradiction: invalid({ field: 'status', detail: 'must go with the stage' }),
  noSuchUser,
  noSuchContact: ({ index }) => invalid({ field: `contacts.${index}`, detail: 'must be a contact of the company' }),
  lead: ({ index }) =>
    invalid({ field: `contacts.${index}`, detail: 'is a lead; convert it first with POST /contacts/{id}/convert' }),
} as const satisfies Meanings<DealAdded | DealChanged>;

export const PHOTO_MEANINGS = {
  changed: 'done',
  missing: noSuch('photo'),
} as const satisfies Meanings<PhotoKept>;

export const OFFER_MEANINGS = {
  moved: 'done',
  unchanged: 'done',
  missing: noSuch('deal or property'),
  notForClients: ({ type }) => conflict(`Properties are offered in deals of type Buy or Rent; this one is ${type}.`),
  closed: ({ status }) => conflict(`The deal is ${status}.`, { current_status: status }),
  gone: ({ status }) => conflict(`The property is ${status}.`, { current_status: status }),
  lead: ({ contact }) => conflict('A person on the deal is a lead; convert it first.', { contact_id: contact }),
} as const satisfies Meanings<OfferMoved>;

/** What became of something that was asked of a viewing. */
export type MeetingOutcome = AttendanceMarked | Kept | Confirmed | Proposed | ViewingMoved | Ended | Completed;
export const MEETING_MEANINGS = {
  confirmed: 'done',
  proposed: 'done',
  moved: 'done',
  kept: 'done',
  marked: 'done',
  ended: 'done',
  completed: 'done',
  suggested: 'done',
  already: 'done',
  missing: noSuch('meeting'),
  past: invalid({ field: 'start_date', detail: 'must be in the future' }),
  endsBeforeStart: invalid({ field: 'end_date', detail: 'must be after start_date' }),
  tooEarly: conflict('The viewing is confirmed; it can be completed from its day on.', {
    current_status: 'confirmed',
  }),
  otherStatus: isNow,
} as const satisfies Meanings<MeetingOutcome | TimesSuggested>;

export const ACCESS_MEANINGS = {
  given: 'done',
  missing: noSuch('contact'),
  noUser: noSuch('portal user'),
  already: conflict('This contact, or another one with its e-mail, has an account already.'),
  notAwaited: conflict('This contact waits for no code now.'),
  tooSoon: conflict('A code went out less than a minute ago.'),
  paused: ({ minutes }) =>
    conflict(`Codes were sent too often; another can be sent in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`),
} as const satisfies Meanings<AccessChanged>;

export const MESSAGE_MEANINGS = {
  sent: 'done',
  done: 'done',
  settled: 'done',
  missing: noSuch('contact'),
  noChat: conflict('This contact uses no chat that can be reached.'),
} as const satisfies Meanings<MessageSent | ChatsTakenOver | MessagesSettled>;

export const DELIVERY_MEANINGS = {
  settled: 'done',
  missing: noSuch('delivery that did not arrive'),
} as const satisfies Meanings<DeliverySettled>;

export const REMINDER_MEANINGS = {
  set: 'done',
  missing: noSuch('contact'),
  past: invalid({ field: 'at', detail: 'must be in the future' }),
} as const satisfies Meanings<ReminderSet>;

export const LOST_MEANINGS = {
  mailed: 'done',
  missing: noSuch('delivery that did not arrive'),
  settled: conflict('Somebody has dealt with it already.'),
  noEmail: conflict('This contact has no e-mail address.'),
} as const satisfies Meanings<LostMailed>;

export const WEBHOOK_MEANINGS = {
  added: 'done',
  owed: 'done',
  missing: noSuch('webhook or delivery'),
  disabled: ({ since }) =>
    conflict('The webhook is disabled, since it took nothing for days. Enable it first.', { disabled_at: since }),
  notPublic: invalid({ field: 'url', detail: 'must be https to a public address' }),
} as const satisfies Meanings<WebhookAdded | Redelivered>;

export const KEY_MEANINGS = {
  made: 'done',
  revoked: 'done',
  missing: noSuch('key'),
  noSuchUser: invalid({ field: 'user_id', detail: 'must be an active user of the company' }),
} as const satisfies Meanings<KeyMade | KeyRevoked>;

export const CHANNEL_ACCOUNT_MEANINGS = {
  added: 'done',
  changed: 'done',
  ended: 'done',
  missing: noSuch('channel account'),
  noSuchTransport: invalid({ field: 'transport', detail: 'is none of this channel' }),
  settingsOnly: invalid({
    field: 'transport',
    detail: 'is set up by the settings of the server alone, since it needs a browser and a folder of one machine',
  }),
  badCredentials: ({ mistakes }) =>
    invalid(...mistakes.map(({ field, detail }) => ({ field: `credentials.${field}`, detail }))),
  already: conflict('The company has this bot already. Change that account, or end it first.'),
  taken: conflict('This bot can’t be added: it is in use. Use another one, or end its use first.'),
  fromSettings: conflict('The settings of the server describe this bot. Whoever runs the server changes them there.'),
  anotherBot: conflict('These are the credentials of another bot. Add that one by itself.'),
} as const satisfies Meanings<ChannelAccountAdded | ChannelAccountChanged | ChannelAccountEnded>;

export const EVENT_MEANINGS = {
  changed: 'done',
  missing: noSuch('event'),
  otherStatus: ({ state }) => conflict(`The event is ${state}, not set aside.`, { current_status: state }),
} as const satisfies Meanings<EventChanged>;

export const SAVED_ANSWER_MEANINGS = {
  added: 'done',
  changed: 'done',
  missing: noSuch('saved answer'),
  notAllowed,
  noText: invalid({ field: 'texts', detail: 'must hold a text in at least one language' }),
} as const satisfies Meanings<SavedAnswerAdded | SavedAnswerChanged>;

export const SAVED_ANSWER_REMOVED_MEANINGS = {
  removed: 'done',
  missing: noSuch('saved answer'),
  notAllowed,
} as const satisfies Meanings<SavedAnswerRemoved>;
