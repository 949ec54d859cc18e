import { CHANNELS } from '#core/chat/channels.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { giveVerdict } from './give-verdict.ts';
import type { Group } from './groups.ts';
import { lookOf } from './look.ts';
import { markFavourite } from './mark-favourite.ts';
import type { Offer } from './offer.ts';
import { openProperty } from './open-property.ts';
import { photosScreen, propertyScreen } from './property-screen.ts';
import { cardScreen, favouritesScreen, groupScreen, groupsScreen, type Look, newOffersScreen } from './screens.ts';

const listLookOf = async (desk: ClientDesk): Promise<Look> => ({
  ...(await lookOf(desk)),
  sparesMessages: CHANNELS[desk.chat.channel].sparesMessages,
});

export async function listNew(desk: ClientDesk, page: number): Promise<Reply> {
  return reply(newOffersScreen(await desk.offers.list(desk.client.contact, 'new', page), page, await listLookOf(desk)));
}

export async function showGroups({ offers, client, clock }: ClientDesk): Promise<Reply> {
  return reply(groupsScreen(await offers.count(client.contact, clock.now())));
}

export async function listGroup(desk: ClientDesk, group: Group, page: number): Promise<Reply> {
  const offers = await desk.offers.list(desk.client.contact, group, page);
  return reply(groupScreen(group, offers, page, await listLookOf(desk)));
}

export async function listFavourites(desk: ClientDesk, page: number): Promise<Reply> {
  const offers = await desk.offers.list(desk.client.contact, 'favourites', page);
  return reply(favouritesScreen(offers, page, await listLookOf(desk)));
}

/** A card by itself. Looking at it is not opening the details: its status stays. */
export async function openCard(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const screen = await asCard(desk, await desk.offers.find(desk.client.contact, id));
  return reply({ ...screen, inPlace: false });
}

export async function showProperty(desk: ClientDesk, id: OfferId, page: number): Promise<Reply> {
  const offer = await openProperty(desk, desk.by, id);
  if (!offer) return reply(notFoundScreen);
  const [look, viewing] = await Promise.all([
    listLookOf(desk),
    desk.viewings.confirmedOf(offer.deal.id, offer.property.id),
  ]);
  return reply(propertyScreen({ offer, page, ...look, language: desk.chat.language, viewing }));
}

export async function showPhotos({ offers, client }: ClientDesk, id: OfferId, page: number): Promise<Reply> {
  const offer = await offers.find(client.contact, id);
  return reply(offer ? photosScreen(offer, page) : notFoundScreen);
}

export async function markInterested(desk: ClientDesk, id: OfferId, from?: 'details'): Promise<Reply> {
  const judged = await giveVerdict(desk, desk.by, id, { status: 'interested' });
  return reply(await asCard(desk, judged.was === 'missing' ? undefined : judged.offer, from));
}

export async function setFavourite(
  desk: ClientDesk,
  id: OfferId,
  favourite: boolean,
  from?: 'details',
): Promise<Reply> {
  return reply(await asCard(desk, await markFavourite(desk, desk.by, id, favourite), from));
}

/** The card that was pressed in its new state, or a card below the details that were. */
const asCard = async (desk: ClientDesk, offer: Offer | undefined, from?: 'details') =>
  offer ? { ...cardScreen(offer, await lookOf(desk)), inPlace: from !== 'details' } : notFoundScreen;
