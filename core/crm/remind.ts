import { push } from '#core/chat/push.ts';
import type { TaskOf } from '#core/chat/task.ts';
import { moment, phrase, verbatim } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import { languageFor } from '#core/language.ts';
import { didYouVisitScreen, reminderScreen } from '#core/viewings/screens.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { Words } from '#core/words.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { endOfQuiet } from './push-times.ts';

type AskNeeds = Pick<CrmKept, 'records' | 'viewings' | 'chats' | 'owed'> & { readonly clock: Clock };
type Needs = AskNeeds & Pick<CrmKept, 'timeline'> & { readonly words: Words };

/** The last reminder: who has not answered by then is told to the agent (rule 20). */
const LAST_HOURS = 2;

/**
 * Reminds everybody on the deal of a viewing, where it still stands as it was agreed and has not begun. Without an answer
 * to the one before, the agent hears of it, on the timeline and by mail in their own language.
 */
export async function remind(needs: Needs, { viewing: id, start, hours }: TaskOf<'remind'>): Promise<void> {
  const viewing = await standing(needs, id, start);
  if (!viewing || viewing.start <= needs.clock.now()) return;
  const company = companyOf(await needs.records.company.get());
  if (!company.isActive) return;
  if (hours === LAST_HOURS && !viewing.attendance) await alertAgent(needs, viewing, company.timeZone);
  for (const contact of await everybodyOn(needs, viewing))
    await push(needs, contact, reminderScreen(viewing, company), 'reminder');
}

/** Asks once whether a viewing took place, where nobody has said so; in quiet hours it waits. */
export async function askVisit(needs: AskNeeds, { viewing: id, start }: TaskOf<'askVisit'>): Promise<void> {
  const viewing = await standing(needs, id, start);
  const company = companyOf(await needs.records.company.get());
  if (!viewing || !company.isActive) return;
  const later = endOfQuiet(company, needs.clock.now());
  const task = { is: 'askVisit', viewing: id, start } as const;
  if (later) return needs.owed.later(task, `visit:${id}:${start}:${later.toISOString()}`, later);
  for (const contact of await everybodyOn(needs, viewing))
    await push(needs, contact, didYouVisitScreen(viewing), 'reminder');
}

/** The viewing, where it is still agreed for that time. */
async function standing({ viewings }: AskNeeds, id: Viewing['id'], agreed: string) {
  const viewing = await viewings.get(id);
  const start = viewing?.start;
  return viewing?.status === 'confirmed' && start?.toISOString() === agreed ? { ...viewing, start } : undefined;
}

async function everybodyOn({ records }: AskNeeds, { deal, contact }: Viewing) {
  return new Set([contact, ...((await records.deals.find(deal))?.contacts ?? [])]);
}

async function alertAgent(needs: Needs, viewing: Viewing & { start: Date }, zone: string): Promise<void> {
  const { records, timeline, owed, words } = needs;
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
  const phone = contact.phone ? verbatim(contact.phone) : phrase('office.phoneNotKnown');
  const at = moment(viewing.start, zone);
  const text = phrase('office.silentText', { name: owner.name, who, home, at, phone });
  const language = languageFor(owner.language);
  await owed.mail({
    to: owner.email,
    subject: words.say(phrase('office.silentSubject', { who }), language),
    text: words.say(text, language),
  });
}
