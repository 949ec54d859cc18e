import type { HandlersOf, Press, PressesIn } from '#core/chat/press.ts';
import { day, letter, month, number, offer, oneOf, viewing } from '#core/chat/press-field.ts';
import type { SeveralDays } from '#core/chat/screen.ts';
import type { PartOfDay } from '#core/chat/text.ts';
import * as appointment from './appointment-turns.ts';
import { type Attendance, LATE_MINUTES } from './attendance.ts';
import * as dates from './dates-step.ts';
import { showDirections } from './directions.ts';
import { sendRequest } from './send-request.ts';
import type { Tab } from './tabs.ts';
import * as viewings from './viewing-turns.ts';

const PART_LETTERS = { any: 'x', morning: 'm', afternoon: 'a', evening: 'e' } as const satisfies Record<
  PartOfDay,
  string
>;
const SEVERAL_LETTERS = { mornings: 'm', afternoons: 'a', weekend: 'w' } as const satisfies Record<
  SeveralDays['are'],
  string
>;
const MARK_LETTERS = { yes: 'y', no: 'n' } as const;
const TAB_LETTERS = { upcoming: 'u', recent: 'r', unconfirmed: 'n' } as const satisfies Record<Tab, string>;
const ATTENDANCE_LETTERS = { coming: 'c', late: 'l' } as const satisfies Record<Attendance, string>;

export const VIEWING_PRESSES = {
  requestViewing: { code: 'v', fields: { offer } },
  /** These five stand on messages from before days were ticked. */
  markThenChoose: { code: 'I', fields: { offer } },
  chooseDates: { code: 'D', fields: { offer } },
  turnMonth: { code: 'm', fields: { offer, month } },
  chooseDay: { code: 'y', fields: { offer, day } },
  choosePart: { code: 'a', fields: { offer, day, part: letter(PART_LETTERS) } },
  addDate: { code: 'A', fields: { offer } },
  tickDay: { code: 'dt', fields: { offer, day } },
  untickDay: { code: 'du', fields: { offer, day } },
  tickSeveral: { code: 'ds', fields: { offer, are: letter(SEVERAL_LETTERS), from: day } },
  tickPart: { code: 'dp', fields: { offer, part: letter(PART_LETTERS) } },
  showDays: { code: 'df', fields: { offer, from: day } },
  markInForm: { code: 'di', fields: { offer, mark: letter(MARK_LETTERS) } },
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
  markThenChoose: (desk, { offer }) => dates.asItStands(desk, offer),
  chooseDates: (desk, { offer }) => dates.asItStands(desk, offer),
  turnMonth: (desk, { offer }) => dates.asItStands(desk, offer),
  chooseDay: (desk, { offer }) => dates.asItStands(desk, offer),
  choosePart: (desk, { offer }) => dates.asItStands(desk, offer),
  addDate: (desk, { offer }) => dates.addDate(desk, offer),
  tickDay: (desk, { offer, day }) => dates.tickDay(desk, offer, day),
  untickDay: (desk, { offer, day }) => dates.untickDay(desk, offer, day),
  tickSeveral: (desk, { offer, are, from }) => dates.tickSeveral(desk, offer, are, from),
  tickPart: (desk, { offer, part }) => dates.tickPart(desk, offer, part),
  showDays: (desk, { offer, from }) => dates.showDays(desk, offer, from),
  markInForm: (desk, { offer, mark }) => dates.markInForm(desk, offer, mark === 'yes'),
  sendRequest: (desk, { offer }) => sendRequest(desk, offer),
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
