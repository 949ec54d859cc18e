import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import type { Group } from './groups.ts';
import { lookOf } from './look.ts';
import { markFavourite } from './mark-favourite.ts';
import { openProperty } from './open-property.ts';
import { photosScreen, propertyScreen } from './property-screen.ts';
import { cardScreen, changedScreen, favouritesScreen, groupScreen, groupsScreen } from './screens.ts';

export async function showGroups({ offers, client, clock }: ClientDesk): Promise<Reply> {
  return reply(groupsScreen(await offers.count(client.contact, clock.now())));
}

export async function listGroup(desk: ClientDesk, group: Group, page: number): Promise<Reply> {
  const offers = await desk.offers.list(desk.client.contact, group, page);
  return reply(groupScreen(group, offers, page, await lookOf(desk)));
}

export async function listFavourites(desk: ClientDesk, page: number): Promise<Reply> {
  const offers = await desk.offers.list(desk.client.contact, 'favourites', page);
  return reply(favouritesScreen(offers, page, await lookOf(desk)));
}

/** A card by itself. Looking at it is not opening the details: its status stays. */
export async function openCard(desk: ClientDesk, id: OfferId): Promise<Reply> {
  const offer = await desk.offers.find(desk.client.contact, id);
  return reply(offer ? { ...cardScreen(offer, await lookOf(desk)), inPlace: false } : notFoundScreen);
}

export async function showProperty(desk: ClientDesk, id: OfferId, page: number): Promise<Reply> {
  const offer = await openProperty(desk, desk.by, id);
  if (!offer) return reply(notFoundScreen);
  const [look, viewing] = await Promise.all([
    lookOf(desk),
    desk.viewings.confirmedOf(offer.deal.id, offer.property.id),
  ]);
  return reply(propertyScreen({ offer, page, ...look, language: desk.chat.language, viewing }));
}

export async function showPhotos({ offers, client }: ClientDesk, id: OfferId, page: number): Promise<Reply> {
  const offer = await offers.find(client.contact, id);
  return reply(offer ? photosScreen(offer, page) : notFoundScreen);
}

export async function setFavourite(
  desk: ClientDesk,
  id: OfferId,
  favourite: boolean,
  from?: 'details',
): Promise<Reply> {
  const offer = await markFavourite(desk, desk.by, id, favourite);
  if (!offer) return reply(notFoundScreen);
  const done = phrase(favourite ? 'favourite.added' : 'favourite.removed');
  return reply({ ...changedScreen(offer, await lookOf(desk), done), inPlace: from !== 'details' });
}
