import { push } from '#core/chat/push.ts';
import type { Clock } from '#core/clock.ts';
import type { Company } from '#core/company.ts';
import type { ContactId, DealId, OfferId, PropertyId } from '#core/ids.ts';
import type { PropertyStatus } from '#core/offers/offer.ts';
import { refreshCards } from '#core/offers/refresh-cards.ts';
import { offeredScreen } from '#core/offers/screens.ts';
import type { Announcement } from '#core/timeline.ts';
import type { Agent } from './agent.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { endOfQuiet, nextBundleTime } from './push-times.ts';
import type { DealPropertyRecord, DealRecord, PropertyRecord } from './record.ts';

/** The lanes that an agent may put a property in (SPEC 12). */
export const LANES = ['preselect', 'rejected_by_agent', 'proposed', 'approved'] as const;
type Lane = (typeof LANES)[number];
type PushMode = 'now' | 'bundle';

export type Move = {
  readonly deal: DealId;
  readonly property: PropertyId;
  readonly lane: Lane;
  readonly push: PushMode;
};

export type Moved =
  /** `push`: when the clients are told of an offer; null while the portal is switched off. */
  | { readonly was: 'moved'; readonly record: DealPropertyRecord; readonly push?: Date | null }
  | { readonly was: 'unchanged'; readonly record: DealPropertyRecord }
  | Refused;
type Refused =
  | { readonly was: 'missing' }
  /** A deal that clients don't see here. */
  | { readonly was: 'notForClients'; readonly type: DealRecord['type'] }
  | { readonly was: 'closed'; readonly status: DealRecord['status'] }
  | { readonly was: 'gone'; readonly status: PropertyStatus }
  | { readonly was: 'lead'; readonly contact: ContactId };

type Needs = Omit<CrmKept, 'answers' | 'accounts' | 'codes'> & { readonly clock: Clock };

/** Puts a property into a lane of a deal. `proposed` offers it: the clients of the deal are told (rule 14). */
export async function moveOffer(needs: Needs, agent: Agent, move: Move): Promise<Moved> {
  const { records } = needs;
  const deal = await records.deals.take(move.deal);
  const property = await records.properties.find(move.property);
  if (!deal || !property) return { was: 'missing' };
  const before = await records.dealProperties.take(deal.id, property.id);
  if (before && stands(before, move.lane)) return { was: 'unchanged', record: before };
  const refused = await refusalOf(needs, deal, property, move.lane);
  if (refused) return refused;

  const now = needs.clock.now();
  const offering = move.lane === 'proposed';
  const change = offering ? { proposedAt: now, pushedAt: null, afresh: true } : {};
  const record = await records.dealProperties.put(deal.id, property.id, { status: move.lane, ...change });
  await note(needs, agent, deal, property, { before, record });
  const company = companyOf(await records.company.get());
  if (!offering) {
    if (wasSeen(before)) await refreshCards(needs, company, record.id);
    return { was: 'moved', record };
  }
  return { was: 'moved', record, push: await offer(needs, company, deal, record, move.push) };
}

/** A bundle closes this long before its time, so that it can't go out while an offer of its window is still being written. */
const CLOSES_MS = 5_000;

/** An offer that the client has opened meanwhile still stands where the agent put it. */
const stands = ({ status }: DealPropertyRecord, lane: Lane) =>
  status === lane || (status === 'pending' && lane === 'proposed');

const wasSeen = (before: DealPropertyRecord | undefined) =>
  before !== undefined && before.status !== 'preselect' && before.status !== 'rejected_by_agent';

async function refusalOf(
  { records }: Pick<CrmKept, 'records'>,
  deal: DealRecord,
  property: PropertyRecord,
  lane: Lane,
): Promise<Refused | undefined> {
  if (deal.type !== 'Buy' && deal.type !== 'Rent') return { was: 'notForClients', type: deal.type };
  if (deal.status !== 'open') return { was: 'closed', status: deal.status };
  if (lane === 'proposed' && property.status !== 'active') return { was: 'gone', status: property.status };
  for (const contact of deal.contacts)
    if ((await records.contacts.find(contact))?.kind === 'lead') return { was: 'lead', contact };
  return undefined;
}

/** One line a contact for what clients come to see or lose; the webhook goes with the first, or by itself. */
async function note(
  { timeline, announcements }: Pick<Needs, 'timeline' | 'announcements'>,
  agent: Agent,
  deal: DealRecord,
  property: PropertyRecord,
  { before, record }: { before: DealPropertyRecord | undefined; record: DealPropertyRecord },
): Promise<void> {
  const announcement: Announcement = {
    event: 'deal_property.status_changed',
    record: record.id,
    previous: { status: before?.status ?? null },
  };
  const title = titleOf(record.status as Lane, wasSeen(before));
  if (!title) return announcements.add(announcement);
  for (const [index, contact] of deal.contacts.entries())
    await timeline.add(
      agent,
      {
        type: 'property_offered',
        title: `${title}: ${property.name} (${property.tesoro_reference})`,
        contact,
        deal: deal.id,
        property: property.id,
      },
      ...(index === 0 ? [announcement] : []),
    );
}

function titleOf(lane: Lane, seen: boolean): string | undefined {
  if (lane === 'proposed') return 'Property offered';
  if (lane === 'approved') return 'Property approved';
  return seen ? 'Offer withdrawn' : undefined;
}

async function offer(
  needs: Needs,
  company: Company,
  deal: DealRecord,
  record: DealPropertyRecord,
  mode: PushMode,
): Promise<Date | null> {
  const now = needs.clock.now();
  const at =
    mode === 'now' ? (endOfQuiet(company, now) ?? now) : nextBundleTime(company, new Date(now.getTime() + CLOSES_MS));
  if (company.isActive && at <= now) {
    for (const contact of deal.contacts) await pushOffer(needs, company, contact, record.id);
    await needs.records.dealProperties.put(record.deal_id, record.property_id, { status: 'proposed', pushedAt: now });
    return at;
  }
  for (const contact of deal.contacts)
    await needs.owed.later({ is: 'bundle', contact }, `bundle:${contact}:${at.toISOString()}`, at);
  return company.isActive ? at : null;
}

async function pushOffer(needs: Needs, company: Company, contact: ContactId, id: OfferId): Promise<void> {
  const offered = await needs.offers.find(contact, id);
  if (!offered) return;
  await push(
    needs,
    contact,
    offeredScreen([offered], company, (await needs.offers.around(contact)).severalDeals),
    'offer',
  );
}
