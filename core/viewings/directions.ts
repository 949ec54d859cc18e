import { CHANNELS } from '#core/chat/channels.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { link, type Screen, text } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { homeChoice } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { showViewing, withViewing } from './appointment-turns.ts';
import type { Viewing } from './viewing.ts';
import { hasDirections } from './viewing-state.ts';

/** The way there, in one message; before its time the card, which says when. */
export function showDirections(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  return withViewing(desk, id, async (viewing) => {
    const look = { company: desk.chat.company, now: desk.clock.now() };
    if (!hasDirections(viewing, look)) return showViewing(desk, viewing);
    return reply(directionsScreen(viewing, CHANNELS[desk.chat.channel].sparesMessages));
  });
}

function directionsScreen(viewing: Viewing, sparesMessages: boolean): Screen {
  const { property, street } = viewing;
  const address = [street, property.city].filter(Boolean).join(', ');
  const name = propertyName(property);
  const way = [link(phrase('label.openMap'), mapUrl(viewing, address)), homeChoice];
  if (!property.point) return { blocks: [text(phrase('viewing.address', { street: address }))], choices: way };
  // A pin is opened in maps by itself, and what can be pressed below it would be a message more.
  return {
    blocks: [{ is: 'place', place: { ...property.point, name, address } }],
    choices: sparesMessages ? [] : way,
  };
}

/** Opens the maps of whichever phone (Google, Maps URLs: directions). */
function mapUrl({ property: { point } }: Viewing, address: string): string {
  const destination = point ? `${point.latitude},${point.longitude}` : address;
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(destination)}`;
}
