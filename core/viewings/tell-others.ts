import { push } from '#core/chat/push.ts';
import type { ClientDesk } from '#core/chat/reply.ts';
import type { Screen } from '#core/chat/screen.ts';
import type { Viewing } from './viewing.ts';

/** A viewing is of everybody on its deal: what one of them did, the others hear of (rule 24). */
export async function tellOthers(desk: ClientDesk, { deal }: Viewing, screen: Screen): Promise<void> {
  for (const contact of await desk.people.on(deal))
    if (contact !== desk.by.contact) await push(desk, contact, screen, 'viewing');
}
