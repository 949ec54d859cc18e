import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { day, letter, month, number, offer, oneOf, viewing } from '#core/chat/press-field.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import * as appointment from './appointment-turns.ts';
import { type Attendance, LATE_MINUTES } from './attendance.ts';
import * as dates from './dates-step.ts';
import { showDirections } from './directions.ts';
import type { Tab } from './tabs.ts';
import * as viewings from './viewing-turns.ts';

const PART_LETTERS = { any: 'x', morning: 'm', afternoon: 'a', evening: 'e' } as const satisfies Record<
  PartOfDay,
  string
>;
const TAB_LETTERS = { upcoming: 'u', recent: 'r', unconfirmed: 'n' } as const satisfies Record<Tab, string>;
const ATTENDANCE_LETTERS = { coming: 'c', late: 'l' } as const satisfies Record<Attendance, string>;

export const VIEWING_PRESSES = {
  requestViewing: { code: 'v', fields: { offer } },
  markThenChoose: { code: 'I', fields: { offer }, leaves: 'verdict_interested' },
  chooseDates: { code: 'D', fields: { offer } },
  turnMonth: { code: 'm', fields: { offer, month } },
  chooseDay: { code: 'y', fields: { offer, day } },
  choosePart: { code: 'a', fields: { offer, day, part: letter(PART_LETTERS) } },
  addDate: { code: 'A', fields: { offer } },
  sendRequest: { code: 'S', fields: { offer }, leaves: 'viewing_requested' },
  dropRequest: { code: 'x', fields: { offer } },
  listViewings: { code: 'V', fields: { tab: letter(TAB_LETTERS), page: number } },
  openViewing: { code: 'o', fields: { viewing } },
  askCancel: { code: 'X', fields: { viewing } },
  cancelViewing: { code: 'C', fields: { viewing }, leaves: 'viewing_cancelled' },
  keepViewing: { code: 'k', fields: { viewing } },
  showDirections: { code: 'W', fields: { viewing } },
  anotherTime: { code: 'T', fields: { viewing } },
  /** `at`: the time that was shown, in seconds since 1970; another one that is offered since is not meant. */
  acceptTime: { code: 'Y', fields: { viewing, at: number }, leaves: 'viewing_confirmed' },
  answerAttendance: {
    code: 'E',
    fields: { viewing, answer: letter(ATTENDANCE_LETTERS) },
    leaves: 'attendance_answered',
  },
  tellLate: { code: 'lt', fields: { viewing, minutes: oneOf(LATE_MINUTES) }, leaves: 'attendance_answered' },
  missedViewing: { code: 'J', fields: { viewing }, leaves: 'attendance_answered' },
} satisfies Record<string, Press>;

declare module '#core/chat/intent.ts' {
  interface Presses extends PressesIn<typeof VIEWING_PRESSES> {}
}

export const viewingHandlers: HandlersOf<typeof VIEWING_PRESSES> = {
  requestViewing: (desk, { offer }) => dates.beginRequest(desk, offer),
  markThenChoose: (desk, { offer }) => dates.markThenChoose(desk, offer),
  chooseDates: (desk, { offer }) => dates.chooseDates(desk, offer),
  turnMonth: (desk, { offer, month }) => dates.turnMonth(desk, offer, month),
  chooseDay: (desk, { offer, day }) => dates.chooseDay(desk, offer, day),
  choosePart: (desk, { offer, day, part }) => dates.choosePart(desk, offer, day, part),
  addDate: (desk, { offer }) => dates.addDate(desk, offer),
  sendRequest: (desk, { offer }) => dates.sendRequest(desk, offer),
  dropRequest: (desk, { offer }) => dates.dropRequest(desk, offer),
  listViewings: (desk, { tab, page }) => viewings.listViewings(desk, tab, page),
  openViewing: (desk, { viewing }) => viewings.openViewing(desk, viewing),
  askCancel: (desk, { viewing }) => viewings.askCancel(desk, viewing),
  cancelViewing: (desk, { viewing }) => viewings.cancel(desk, viewing),
  keepViewing: (desk, { viewing }) => viewings.keepViewing(desk, viewing),
  showDirections: (desk, { viewing }) => showDirections(desk, viewing),
  anotherTime: (desk, { viewing }) => dates.wishAnotherTime(desk, viewing),
  acceptTime: (desk, { viewing, at }) => appointment.acceptTime(desk, viewing, at),
  answerAttendance: (desk, { viewing, answer }) => appointment.answerAttendance(desk, viewing, answer),
  tellLate: (desk, { viewing, minutes }) => appointment.tellLate(desk, viewing, minutes),
  missedViewing: (desk, { viewing }) => appointment.missedViewing(desk, viewing),
};
