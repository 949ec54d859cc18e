import { push } from '#core/chat/push.ts';
import type { TaskOf } from '#core/chat/task.ts';
import type { Clock } from '#core/clock.ts';
import { didYouVisitScreen, reminderScreen } from '#core/viewings/screens.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { endOfQuiet } from './push-times.ts';

type Needs = Pick<CrmKept, 'records' | 'viewings' | 'timeline' | 'chats' | 'owed'> & { readonly clock: Clock };

/** The last reminder: who has not answered by then is told to the agent (rule 20). */
const LAST_HOURS = 2;

/**
 * Reminds everybody on the deal of a viewing, where it still stands as it was agreed and has not begun. Without an answer
 * to the one before, the agent hears of it, on the timeline and by mail.
 */
export async function remind(needs: Needs, { viewing: id, start, hours }: TaskOf<'remind'>): Promise<void> {
  const viewing = await standing(needs, id, start);
  if (!viewing?.start || viewing.start <= needs.clock.now()) return;
  const company = companyOf(await needs.records.company.get());
  if (!company.isActive) return;
  if (hours === LAST_HOURS && !viewing.attendance) await alertAgent(needs, viewing, company.timeZone);
  for (const contact of await everybodyOn(needs, viewing))
    await push(needs, contact, reminderScreen(viewing, company), 'reminder');
}

/** Asks once whether a viewing took place, where nobody has said so; in quiet hours it waits. */
export async function askVisit(needs: Needs, { viewing: id, start }: TaskOf<'askVisit'>): Promise<void> {
  const viewing = await standing(needs, id, start);
  const company = companyOf(await needs.records.company.get());
  if (!viewing || !company.isActive) return;
  const later = endOfQuiet(company, needs.clock.now());
  const task = { is: 'askVisit', viewing: id, start } as const;
  if (later) return needs.owed.later(task, `visit:${id}:${start}:${later.toISOString()}`, later);
  for (const contact of await everybodyOn(needs, viewing))
    await push(needs, contact, didYouVisitScreen(viewing), 'reminder');
}

async function standing({ viewings }: Needs, id: Viewing['id'], start: string): Promise<Viewing | undefined> {
  const viewing = await viewings.get(id);
  return viewing?.status === 'confirmed' && viewing.start?.toISOString() === start ? viewing : undefined;
}

async function everybodyOn({ records }: Needs, { deal, contact }: Viewing) {
  return new Set([contact, ...((await records.deals.find(deal))?.contacts ?? [])]);
}

async function alertAgent({ records, timeline, owed }: Needs, viewing: Viewing, zone: string): Promise<void> {
  const [owner, contact] = await Promise.all([
    viewing.owner ? records.users.find(viewing.owner) : undefined,
    records.contacts.find(viewing.contact),
  ]);
  const home = `${viewing.property.name} (${viewing.property.reference})`;
  await timeline.add({
    type: 'attendance_answered',
    contact: viewing.contact,
    deal: viewing.deal,
    property: viewing.property.id,
    viewing: viewing.id,
    title: `No answer yet to the reminder: viewing of ${home}`,
    actor: { kind: 'system', id: null, name: 'Tesoro Chat' },
  });
  if (!owner || !contact) return;
  const who = `${contact.first_name} ${contact.last_name}`;
  const at = viewing.start?.toLocaleString('en-GB', { timeZone: zone, dateStyle: 'full', timeStyle: 'short' });
  await owed.mail({
    to: owner.email,
    subject: `${who} has not answered: viewing in two hours`,
    text: `Hello ${owner.name},\n\n${who} has not said whether they come to the viewing of ${home} on ${at} (${zone}).\nTheir phone: ${contact.phone ?? 'not known'}.`,
  });
}
