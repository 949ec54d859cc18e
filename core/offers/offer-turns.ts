import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { giveVerdict } from './give-verdict.ts';
import type { Group } from './groups.ts';
import { markFavourite } from './mark-favourite.ts';
import type { Offer } from './offer.ts';
import { openProperty } from './open-property.ts';
import { photosScreen, propertyScreen } from './property-screen.ts';
import { cardScreen, favouritesScreen, groupScreen, groupsScreen, newOffersScreen } from './screens.ts';

const several = ({ offers, client }: ClientDesk): Promise<boolean> => offers.inSeveralDeals(client.contact);

export async function listNew(desk: ClientDesk, page: number): Promise<Reply> {
  return reply(newOffersScreen(await desk.offers.list(desk.client.contact, 'new', page), page, await several(desk)));
}

export async function showGroups({ offers, client, clock }: ClientDesk): Promise<Reply> {
  return reply(groupsScreen(await offers.count(client.contact, clock.now())));
}

export async function listGroup(desk: ClientDesk, group: Group, page: number): Promise<Reply> {
  return reply(groupScreen(group, await desk.offers.list(desk.client.contact, group, page), page, await several(desk)));
}

export async function listFavourites(desk: ClientDesk, page: number): Promise<Reply> {
  return reply(
    favouritesScreen(await desk.offers.list(desk.client.contact, 'favourites', page), page, await several(desk)),
  );
}

/** A card by itself. Looking at it is not opening the details: its status stays. */
export async function openCard(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const screen = await asCard(desk, await desk.offers.find(desk.client.contact, id));
  return reply({ ...screen, inPlace: false });
}

export async function showProperty(desk: ClientDesk, id: OfferId, page: number): Promise<Reply> {
  const offer = await openProperty(desk, desk.by, id);
  if (!offer) return reply(notFoundScreen);
  const [severalDeals, viewing] = await Promise.all([
    several(desk),
    desk.viewings.confirmedOf(offer.deal.id, offer.property.id),
  ]);
  return reply(propertyScreen({ offer, page, severalDeals, language: desk.chat.language, viewing }));
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
  offer ? { ...cardScreen(offer, await several(desk)), inPlace: from !== 'details' } : notFoundScreen;
