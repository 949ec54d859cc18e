import type { Visit } from '#adapters/console/door.ts';
import { isId, type ViewingId } from '#core/ids.ts';

/** As the API takes it (adapters/crm-api/meeting-routes.ts). */
export const MOST_REASON = 1000;

export const isGoodReason = (reason: string): boolean => reason !== '' && reason.length <= MOST_REASON;

/** What a dialog about a viewing says of it; undefined where there is none. */
export async function shownViewing({ kept, times }: Visit, id: string | undefined) {
  const viewing = id && isId(id) ? await kept.viewings.get(id as ViewingId) : undefined;
  if (!viewing) return undefined;
  const client = viewing.contact ? (await kept.waits.clients([viewing.contact])).get(viewing.contact) : undefined;
  const at = viewing.start ?? viewing.proposedStart;
  return {
    id: viewing.id,
    firstName: client?.firstName ?? '',
    client: client ? `${client.firstName} ${client.lastName}` : '',
    home: viewing.property.name,
    isAgreed: viewing.status === 'confirmed',
    time: at ? times.dayAndClock(at) : undefined,
  };
}
