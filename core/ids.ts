declare const kind: unique symbol;

/** A UUID that says at compile time what it is the id of. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type CompanyId = Id<'company'>;
export type UserId = Id<'user'>;
export type ContactId = Id<'contact'>;
export type PropertyId = Id<'property'>;
export type DealId = Id<'deal'>;
export type OfferId = Id<'offer'>;
export type ViewingId = Id<'viewing'>;
export type PortalUserId = Id<'portal user'>;
export type ChannelAccountId = Id<'channel account'>;
export type ChatId = Id<'chat'>;
export type DeliveryId = Id<'delivery'>;
export type MediaId = Id<'media'>;
export type FeedbackId = Id<'feedback'>;
export type SavedAnswerId = Id<'saved answer'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a foreign string can be an id at all; says nothing about whose it is. */
export const isId = (value: string): value is Id<never> => UUID.test(value);

/** Makes ids that sort by the time they were made (UUIDv7). Passed in, so that core needs no randomness of its own. */
export type NewId = <Kind extends string>() => Id<Kind>;
