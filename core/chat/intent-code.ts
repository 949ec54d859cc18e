import { addDays, type Day, isDay } from '#core/clock.ts';
import { type Id, isId } from '#core/ids.ts';
import { LANGUAGES } from '#core/language.ts';
import type { Detail } from '#core/profile/profile.ts';
import { type Attendance, type Group, type Intent, STARS, type Tab } from './intent.ts';
import type { PartOfDay } from './text.ts';
import { TOUR_STEPS } from './tour-step.ts';

/** What every channel can carry on a button: Telegram's callback_data, the smallest, takes 64 bytes. */
export const INTENT_BYTES = 64;

/** First letter of every code. A change of meaning takes the next number; codes of another one decode to undefined. */
const VERSION = '1';

/** Buttons live in chats for years: a letter is never given to another intent. */
const LETTERS = {
  goHome: 'h',
  listNew: 'n',
  showGroups: 'g',
  listGroup: 'G',
  listFavourites: 'F',
  openCard: 'c',
  openDetails: 'd',
  showPhotos: 'p',
  markInterested: 'i',
  askReasons: 'r',
  toggleReason: 't',
  writeReason: 'w',
  finishReasons: 'R',
  skipReasons: 's',
  addFavourite: 'f',
  removeFavourite: 'u',
  requestViewing: 'v',
  markThenChoose: 'I',
  chooseDates: 'D',
  turnMonth: 'm',
  chooseDay: 'y',
  choosePart: 'a',
  addDate: 'A',
  sendRequest: 'S',
  dropRequest: 'x',
  listViewings: 'V',
  openViewing: 'o',
  cancelViewing: 'X',
  confirmCancel: 'C',
  keepViewing: 'k',
  showDirections: 'W',
  anotherTime: 'T',
  acceptTime: 'Y',
  answerAttendance: 'E',
  startViewing: 'q',
  missedViewing: 'J',
  giveFeedback: 'b',
  rate: 'B',
  addNote: 'N',
  finishFeedback: 'z',
  contactAgent: 'K',
  sendMessage: 'P',
  dropMessage: 'j',
  showProfile: 'Z',
  showDetails: 'H',
  changePassword: 'U',
  logOut: 'O',
  showData: '0',
  askErasure: '2',
  requestErasure: '3',
  stopMessages: '4',
  giveFiles: '9',
  showPhoto: '1',
  removePhoto: '8',
  editDetail: 'Q',
  editNote: '5',
  deleteNote: '6',
  showTour: '7',
  listLanguages: 'L',
  chooseLanguage: 'l',
  resendCode: 'e',
  showMore: 'M',
} as const satisfies Record<Intent['to'], string>;
const GROUP_LETTERS = {
  toRate: 't',
  interested: 'i',
  rejected: 'r',
  visited: 'v',
  approved: 'a',
} as const satisfies Record<Group, string>;
const FROM_DETAILS = 'd';
const ATTENDANCE_LETTERS = { coming: 'c', late: 'l' } as const satisfies Record<Attendance, string>;
const DETAIL_LETTERS = { name: 'n', phone: 'p', email: 'e' } as const satisfies Record<Detail, string>;
const TAB_LETTERS = { upcoming: 'u', recent: 'r', unconfirmed: 'n' } as const satisfies Record<Tab, string>;
const PART_LETTERS = { any: 'x', morning: 'm', afternoon: 'a', evening: 'e' } as const satisfies Record<
  PartOfDay,
  string
>;

/** The intent as a short reference to put on a button: at most 64 bytes of ASCII. It says where to go, not who may. */
export function encodeIntent(intent: Intent): string {
  const code = [VERSION + LETTERS[intent.to], ...fieldsOf(intent)].join('.');
  if (code.length > INTENT_BYTES) throw new Error(`a button can't carry ${intent.to}: ${code.length} bytes`);
  return code;
}

/** The intent behind a reference that came back; undefined where it is forged, cut, or older than we can read. Never throws. */
export function decodeIntent(code: string): Intent | undefined {
  if (code.length > INTENT_BYTES || !code.startsWith(VERSION)) return undefined;
  const [head = '', ...fields] = code.slice(VERSION.length).split('.');
  const to = keyOf(LETTERS, head);
  const intent = to && intentOf(to, fields);
  // One intent has one code: what reads the same but was written otherwise is not ours.
  return intent && encodeIntent(intent) === code ? intent : undefined;
}

function fieldsOf(intent: Intent): readonly string[] {
  switch (intent.to) {
    case 'goHome':
    case 'showGroups':
    case 'listLanguages':
    case 'resendCode':
    case 'finishFeedback':
    case 'sendMessage':
    case 'dropMessage':
    case 'showProfile':
    case 'showDetails':
    case 'changePassword':
    case 'logOut':
    case 'showData':
    case 'showPhoto':
    case 'removePhoto':
    case 'askErasure':
    case 'requestErasure':
    case 'stopMessages':
      return [];
    case 'editNote':
    case 'deleteNote':
      return [idCode(intent.note)];
    case 'showTour':
      return [numberCode(intent.step)];
    case 'editDetail':
      return [DETAIL_LETTERS[intent.detail]];
    case 'contactAgent':
      return intent.offer ? [idCode(intent.offer)] : [];
    case 'showMore':
      return [numberCode(intent.from)];
    case 'listNew':
    case 'listFavourites':
      return [numberCode(intent.page)];
    case 'listGroup':
      return [GROUP_LETTERS[intent.group], numberCode(intent.page)];
    case 'openCard':
    case 'writeReason':
    case 'finishReasons':
    case 'skipReasons':
    case 'requestViewing':
    case 'markThenChoose':
    case 'chooseDates':
    case 'addDate':
    case 'sendRequest':
    case 'dropRequest':
      return [idCode(intent.offer)];
    case 'markInterested':
    case 'askReasons':
    case 'addFavourite':
    case 'removeFavourite':
      return [idCode(intent.offer), ...(intent.from ? [FROM_DETAILS] : [])];
    case 'openDetails':
    case 'showPhotos':
      return [idCode(intent.offer), numberCode(intent.page)];
    case 'toggleReason':
      return [idCode(intent.offer), reasonCode(intent.reason)];
    case 'turnMonth':
      return [idCode(intent.offer), monthCode(intent.month)];
    case 'chooseDay':
      return [idCode(intent.offer), dayCode(intent.day)];
    case 'choosePart':
      return [idCode(intent.offer), dayCode(intent.day), PART_LETTERS[intent.part]];
    case 'listViewings':
      return [TAB_LETTERS[intent.tab], numberCode(intent.page)];
    case 'openViewing':
    case 'cancelViewing':
    case 'confirmCancel':
    case 'keepViewing':
    case 'showDirections':
    case 'anotherTime':
    case 'startViewing':
    case 'missedViewing':
    case 'giveFeedback':
    case 'giveFiles':
    case 'addNote':
      return [idCode(intent.viewing)];
    case 'acceptTime':
      return [idCode(intent.viewing), numberCode(intent.at)];
    case 'answerAttendance':
      return [idCode(intent.viewing), ATTENDANCE_LETTERS[intent.answer]];
    case 'rate':
      return [idCode(intent.viewing), numberCode(intent.stars)];
    case 'chooseLanguage':
      return [intent.language];
  }
}

function intentOf(to: Intent['to'], [first = '', second = '', third = '']: readonly string[]): Intent | undefined {
  switch (to) {
    case 'goHome':
    case 'showGroups':
    case 'listLanguages':
    case 'resendCode':
    case 'finishFeedback':
    case 'sendMessage':
    case 'dropMessage':
    case 'showProfile':
    case 'showDetails':
    case 'changePassword':
    case 'logOut':
    case 'showData':
    case 'showPhoto':
    case 'removePhoto':
    case 'askErasure':
    case 'requestErasure':
    case 'stopMessages':
      return { to };
    case 'editNote':
    case 'deleteNote':
      return all({ note: readId<'feedback'>(first) }, (read) => ({ to, ...read }));
    case 'showTour':
      return all({ step: TOUR_STEPS.find((step) => numberCode(step) === first) }, (read) => ({ to, ...read }));
    case 'editDetail':
      return all({ detail: keyOf(DETAIL_LETTERS, first) }, (read) => ({ to, ...read }));
    case 'contactAgent':
      return first === '' ? { to } : all({ offer: readId<'offer'>(first) }, (read) => ({ to, ...read }));
    case 'showMore':
      return all({ from: readNumber(first) }, (read) => ({ to, ...read }));
    case 'listNew':
    case 'listFavourites':
      return all({ page: readNumber(first) }, (read) => ({ to, ...read }));
    case 'listGroup':
      return all({ group: keyOf(GROUP_LETTERS, first), page: readNumber(second) }, (read) => ({ to, ...read }));
    case 'openCard':
    case 'writeReason':
    case 'finishReasons':
    case 'skipReasons':
    case 'requestViewing':
    case 'markThenChoose':
    case 'chooseDates':
    case 'addDate':
    case 'sendRequest':
    case 'dropRequest':
      return all({ offer: readId<'offer'>(first) }, (read) => ({ to, ...read }));
    case 'markInterested':
    case 'askReasons':
    case 'addFavourite':
    case 'removeFavourite': {
      const offer = readId<'offer'>(first);
      if (second !== FROM_DETAILS) return all({ offer }, (read) => ({ to, ...read }));
      return all({ offer }, (read) => ({ to, ...read, from: 'details' as const }));
    }
    case 'openDetails':
    case 'showPhotos':
      return all({ offer: readId<'offer'>(first), page: readNumber(second) }, (read) => ({ to, ...read }));
    case 'toggleReason':
      return all({ offer: readId<'offer'>(first), reason: readReason(second) }, (read) => ({ to, ...read }));
    case 'turnMonth':
      return all({ offer: readId<'offer'>(first), month: readMonth(second) }, (read) => ({ to, ...read }));
    case 'chooseDay':
      return all({ offer: readId<'offer'>(first), day: readDay(second) }, (read) => ({ to, ...read }));
    case 'choosePart':
      return all({ offer: readId<'offer'>(first), day: readDay(second), part: keyOf(PART_LETTERS, third) }, (read) => ({
        to,
        ...read,
      }));
    case 'listViewings':
      return all({ tab: keyOf(TAB_LETTERS, first), page: readNumber(second) }, (read) => ({ to, ...read }));
    case 'openViewing':
    case 'cancelViewing':
    case 'confirmCancel':
    case 'keepViewing':
    case 'showDirections':
    case 'anotherTime':
    case 'startViewing':
    case 'missedViewing':
    case 'giveFeedback':
    case 'giveFiles':
    case 'addNote':
      return all({ viewing: readId<'viewing'>(first) }, (read) => ({ to, ...read }));
    case 'acceptTime':
      return all({ viewing: readId<'viewing'>(first), at: readNumber(second) }, (read) => ({ to, ...read }));
    case 'answerAttendance':
      return all({ viewing: readId<'viewing'>(first), answer: keyOf(ATTENDANCE_LETTERS, second) }, (read) => ({
        to,
        ...read,
      }));
    case 'rate':
      return all({ viewing: readId<'viewing'>(first), stars: readStars(second) }, (read) => ({ to, ...read }));
    case 'chooseLanguage':
      return all({ language: LANGUAGES.find((language) => language === first) }, (read) => ({ to, ...read }));
  }
}

type Found<Read> = { readonly [Field in keyof Read]: Exclude<Read[Field], undefined> };

/** The intent, where every field of it could be read. */
function all<Read extends object>(read: Read, intent: (found: Found<Read>) => Intent): Intent | undefined {
  return isFound(read) ? intent(read) : undefined;
}

const isFound = <Read extends object>(read: Read): read is Read & Found<Read> =>
  Object.values(read).every((value) => value !== undefined);

function keyOf<Key extends string>(letters: Readonly<Record<Key, string>>, letter: string): Key | undefined {
  for (const key in letters) if (letters[key] === letter) return key;
  return undefined;
}

const RADIX = 36;

function numberCode(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`a button can't carry the number ${value}`);
  return value.toString(RADIX);
}

function readNumber(code: string): number | undefined {
  const value = /^[0-9a-z]{1,11}$/.test(code) ? Number.parseInt(code, RADIX) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

const readStars = (code: string) => STARS.find((stars) => numberCode(stars) === code);

const REASON = /^[a-z_]+$/;

function reasonCode(reason: string): string {
  if (!REASON.test(reason)) throw new Error(`a reason is a key of a-z and _, not "${reason}"`);
  return reason;
}

const readReason = (code: string) => (REASON.test(code) ? code : undefined);

/** Days are counted from here. */
const EPOCH = '1970-01-01';
const DAY_MS = 24 * 60 * 60 * 1000;
/** The last day that is written with four digits of the year. */
const LAST_DAY = Math.round((Date.parse('9999-12-31') - Date.parse(EPOCH)) / DAY_MS);

function dayCode(day: Day): string {
  if (!isDay(day)) throw new Error(`a button can't carry the day ${day}`);
  return numberCode(Math.round((Date.parse(day) - Date.parse(EPOCH)) / DAY_MS));
}

function readDay(code: string): Day | undefined {
  const days = readNumber(code);
  return days === undefined || days > LAST_DAY ? undefined : addDays(EPOCH, days);
}

const MONTHS = 12;

function monthCode(month: string): string {
  if (!isDay(`${month}-01`)) throw new Error(`a button can't carry the month ${month}`);
  const [year, number] = month.split('-').map(Number);
  return numberCode((year ?? 0) * MONTHS + (number ?? 1) - 1);
}

function readMonth(code: string): string | undefined {
  const months = readNumber(code) ?? Number.NaN;
  const month = `${`${Math.floor(months / MONTHS)}`.padStart(4, '0')}-${`${(months % MONTHS) + 1}`.padStart(2, '0')}`;
  return isDay(`${month}-01`) ? month : undefined;
}

/** RFC 4648, base64url. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A UUID's 16 bytes as 22 letters of base64url: three hex digits are two letters, padded with one zero. */
function idCode(id: string): string {
  if (!isId(id)) throw new Error('an id is a lower-case UUID');
  const hex = `${id.replaceAll('-', '')}0`;
  let code = '';
  for (let at = 0; at < hex.length; at += 3) {
    const bits = Number.parseInt(hex.slice(at, at + 3), 16);
    code += DIGITS.charAt(bits >> 6) + DIGITS.charAt(bits & 63);
  }
  return code;
}

function readId<Kind extends string>(code: string): Id<Kind> | undefined {
  if (!/^[\w-]{22}$/.test(code)) return undefined;
  let hex = '';
  for (let at = 0; at < code.length; at += 2) {
    const bits = DIGITS.indexOf(code.charAt(at)) * 64 + DIGITS.indexOf(code.charAt(at + 1));
    hex += bits.toString(16).padStart(3, '0');
  }
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})0$/, '$1-$2-$3-$4-$5');
  return isId(id) ? id : undefined;
}
