import { bySystem } from '#core/by.ts';
import { push } from '#core/chat/push.ts';
import type { TaskOf } from '#core/chat/task.ts';
import { moment, phrase, verbatim } from '#core/chat/text.ts';
import type { Clock } from '#core/clock.ts';
import { languageFor } from '#core/language.ts';
import { freshenCards } from '#core/viewings/freshen-cards.ts';
import { LAST_REMINDER_HOURS } from '#core/viewings/plan-reminders.ts';
import { didYouVisitScreen, reminderScreen } from '#core/viewings/screens.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { viewingLine } from '#core/viewings/viewing-line.ts';
import type { Words } from '#core/words.ts';
import { companyOf } from './company-of.ts';
import type { CrmKept } from './crm-kept.ts';
import { endOfQuiet } from './push-times.ts';
import { whose } from './whose.ts';

type AskNeeds = Pick<CrmKept, 'records' | 'viewings' | 'people' | 'chats' | 'owed'> & { readonly clock: Clock };
type Needs = AskNeeds & Pick<CrmKept, 'timeline'> & { readonly words: Words };

/**
 * Reminds everybody on the deal of a viewing, where it still stands as it was agreed and has not begun. Without an answer
 * to the one before, the agent hears of it, on the timeline and by mail in their own language.
 */
export async function remind(needs: Needs, { viewing: id, start, hours }: TaskOf<'remind'>): Promise<void> {
  const viewing = await stillAgreed(needs, id, start);
  if (!viewing || viewing.start <= needs.clock.now()) return;
  const company = companyOf(await needs.records.company.get());
  if (!company.isActive) return;
  if (hours === LAST_REMINDER_HOURS && !viewing.attendance) await alertAgent(needs, viewing, company.timeZone);
  const screen = reminderScreen(viewing, { company, now: needs.clock.now() }, hours);
  for (const contact of await needs.people.on(viewing.deal)) await push(needs, contact, screen, 'reminder');
}

/** Brings the cards of a viewing up to date, where it still stands as it was agreed: something works from now on. */
export async function freshen(needs: AskNeeds, { viewing: id, start }: TaskOf<'freshen'>): Promise<void> {
  const viewing = await stillAgreed(needs, id, start);
  if (viewing) await freshenCards(needs, companyOf(await needs.records.company.get()), viewing);
}

/** Asks once whether a viewing took place, where nobody has said so; in quiet hours it waits. */
export async function askVisit(needs: AskNeeds, { viewing: id, start }: TaskOf<'askVisit'>): Promise<void> {
  const viewing = await stillAgreed(needs, id, start);
  const company = companyOf(await needs.records.company.get());
  if (!viewing || !company.isActive) return;
  const later = endOfQuiet(company, needs.clock.now());
  const task = { is: 'askVisit', viewing: id, start } as const;
  if (later) return needs.owed.later(task, `visit:${id}:${start}:${later.toISOString()}`, later);
  for (const contact of await needs.people.on(viewing.deal))
    await push(needs, contact, didYouVisitScreen(viewing), 'reminder');
}

/** The viewing, where it is still agreed for that time. */
async function stillAgreed({ viewings }: AskNeeds, id: Viewing['id'], agreed: string) {
  const viewing = await viewings.get(id);
  const start = viewing?.start;
  return viewing?.status === 'confirmed' && start?.toISOString() === agreed ? { ...viewing, start } : undefined;
}

async function alertAgent(needs: Needs, viewing: Viewing & { start: Date }, zone: string): Promise<void> {
  const { records, timeline, owed, words } = needs;
  const contacts = await whose(needs, viewing);
  const line = viewingLine(viewing, 'attendance_answered', 'No answer yet to the reminder: viewing of');
  for (const contact of contacts) await timeline.add(bySystem, { ...line, contact });
  const owner = viewing.owner ? await records.users.find(viewing.owner) : undefined;
  const asked = (await Promise.all(contacts.map((contact) => records.contacts.find(contact)))).filter(
    (each) => each !== undefined,
  );
  if (!owner || asked.length === 0) return;
  const who = asked.map((each) => `${each.first_name} ${each.last_name}`).join(', ');
  const phones = asked.flatMap((each) => each.phone ?? []).join(', ');
  const phone = phones ? verbatim(phones) : phrase('office.phoneNotKnown');
  const home = `${viewing.property.name} (${viewing.property.reference})`;
  const at = moment(viewing.start, zone);
  const text = phrase('office.silentText', { name: owner.name, who, home, at, phone });
  const language = languageFor(owner.language);
  await owed.mail({
    to: owner.email,
    subject: words.say(phrase('office.silentSubject', { who }), language),
    text: words.say(text, language),
  });
}
