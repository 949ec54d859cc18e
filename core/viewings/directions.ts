import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { link, press, type Screen, text, title } from '#core/chat/screen.ts';
import { moment, phrase } from '#core/chat/text.ts';
import type { Company } from '#core/company.ts';
import { homeChoice, notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { propertyOf, viewingScreen } from './screens.ts';
import type { Viewing } from './viewing.ts';

/** Directions open so long before a confirmed viewing (rule 18, T). */
const OPEN_HOURS = 48;

/** The way there, as a pin and as a link to maps; before its time the client is told when. */
export async function showDirections({ viewings, client, clock, chat }: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await viewings.find(client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  const { status, start } = viewing;
  if (status !== 'confirmed' || !start) return reply(viewingScreen(viewing, chat.company));
  const opens = new Date(start.getTime() - OPEN_HOURS * 60 * 60 * 1000);
  if (clock.now() >= opens) return reply(directionsScreen(viewing, start, chat.company));
  const at = moment(opens, chat.company.timeZone);
  return reply(viewingScreen(viewing, chat.company, phrase('directions.notYet', { at })));
}

function directionsScreen(viewing: Viewing, start: Date, company: Company): Screen {
  const { property, street } = viewing;
  const address = [street, property.city].filter(Boolean).join(', ');
  const name = propertyOf(viewing);
  return {
    blocks: [
      title(name),
      text(phrase('viewing.at', { at: moment(start, company.timeZone) })),
      ...(address ? [text(phrase('viewing.address', { street: address }))] : []),
      ...(property.point ? [{ is: 'place' as const, place: { ...property.point, name, address } }] : []),
    ],
    choices: [
      ...(property.point || address ? [link(phrase('label.openMap'), mapUrl(viewing, address))] : []),
      press(phrase('label.viewings'), { to: 'listViewings', tab: 'upcoming', page: 0 }),
      homeChoice,
    ],
  };
}

/** Opens the maps of whichever phone (Google, Maps URLs: directions). */
function mapUrl({ property: { point } }: Viewing, address: string): string {
  const destination = point ? `${point.latitude},${point.longitude}` : address;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`;
}
