import type { Day } from '#core/clock.ts';
import type { FeedbackId, OfferId, ViewingId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import type { Detail } from '#core/profile/profile.ts';
import type { PartOfDay } from './text.ts';
import type { TourStep } from './tour-step.ts';

/** The five groups that a client sees; each visible property stands in exactly one (SPEC 3.1). */
export const GROUPS = ['toRate', 'interested', 'rejected', 'visited', 'approved'] as const;
export type Group = (typeof GROUPS)[number];

/** The three tabs of viewings (SPEC 3.2). */
export const TABS = ['upcoming', 'recent', 'unconfirmed'] as const;
export type Tab = (typeof TABS)[number];

/** 1 Poor to 5 Excellent (rule 22). */
export const STARS = [1, 2, 3, 4, 5] as const;
export type Stars = (typeof STARS)[number];

/** What a reminder of a viewing is answered with (rule 20). */
export const ATTENDANCES = ['coming', 'late'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

/** Where it was pressed: a card becomes its own answer, details stay to be read. */
type PressedIn = { readonly from?: 'details' };

/** The map of the conversation: everywhere a press can lead. */
export type Intent =
  | { readonly to: 'goHome' }
  | { readonly to: 'listNew'; readonly page: number }
  | { readonly to: 'showGroups' }
  | { readonly to: 'listGroup'; readonly group: Group; readonly page: number }
  | { readonly to: 'listFavourites'; readonly page: number }
  | { readonly to: 'openCard'; readonly offer: OfferId }
  | { readonly to: 'openDetails'; readonly offer: OfferId; readonly page: number }
  | { readonly to: 'showPhotos'; readonly offer: OfferId; readonly page: number }
  | ({ readonly to: 'markInterested'; readonly offer: OfferId } & PressedIn)
  | ({ readonly to: 'askReasons'; readonly offer: OfferId } & PressedIn)
  | { readonly to: 'toggleReason'; readonly offer: OfferId; readonly reason: string }
  | { readonly to: 'writeReason'; readonly offer: OfferId }
  | { readonly to: 'finishReasons'; readonly offer: OfferId }
  | { readonly to: 'skipReasons'; readonly offer: OfferId }
  | ({ readonly to: 'addFavourite'; readonly offer: OfferId } & PressedIn)
  | ({ readonly to: 'removeFavourite'; readonly offer: OfferId } & PressedIn)
  | { readonly to: 'requestViewing'; readonly offer: OfferId }
  | { readonly to: 'markThenChoose'; readonly offer: OfferId }
  | { readonly to: 'chooseDates'; readonly offer: OfferId }
  | { readonly to: 'turnMonth'; readonly offer: OfferId; readonly month: string }
  | { readonly to: 'chooseDay'; readonly offer: OfferId; readonly day: Day }
  | { readonly to: 'choosePart'; readonly offer: OfferId; readonly day: Day; readonly part: PartOfDay }
  | { readonly to: 'addDate'; readonly offer: OfferId }
  | { readonly to: 'sendRequest'; readonly offer: OfferId }
  | { readonly to: 'dropRequest'; readonly offer: OfferId }
  | { readonly to: 'listViewings'; readonly tab: Tab; readonly page: number }
  | { readonly to: 'openViewing'; readonly viewing: ViewingId }
  | { readonly to: 'cancelViewing'; readonly viewing: ViewingId }
  | { readonly to: 'confirmCancel'; readonly viewing: ViewingId }
  | { readonly to: 'keepViewing'; readonly viewing: ViewingId }
  | { readonly to: 'showDirections'; readonly viewing: ViewingId }
  | { readonly to: 'anotherTime'; readonly viewing: ViewingId }
  /** The time that was shown, in seconds since 1970: another one that is offered since is not meant. */
  | { readonly to: 'acceptTime'; readonly viewing: ViewingId; readonly at: number }
  | { readonly to: 'answerAttendance'; readonly viewing: ViewingId; readonly answer: Attendance }
  | { readonly to: 'startViewing'; readonly viewing: ViewingId }
  | { readonly to: 'missedViewing'; readonly viewing: ViewingId }
  | { readonly to: 'giveFeedback'; readonly viewing: ViewingId }
  | { readonly to: 'rate'; readonly viewing: ViewingId; readonly stars: Stars }
  | { readonly to: 'addNote'; readonly viewing: ViewingId }
  | { readonly to: 'finishFeedback' }
  | { readonly to: 'contactAgent'; readonly offer?: OfferId }
  | { readonly to: 'sendMessage' }
  | { readonly to: 'dropMessage' }
  | { readonly to: 'showProfile' }
  | { readonly to: 'showDetails' }
  | { readonly to: 'changePassword' }
  | { readonly to: 'logOut' }
  | { readonly to: 'showData' }
  | { readonly to: 'askErasure' }
  | { readonly to: 'requestErasure' }
  | { readonly to: 'stopMessages' }
  | { readonly to: 'giveFiles'; readonly viewing: ViewingId }
  | { readonly to: 'showPhoto' }
  | { readonly to: 'removePhoto' }
  | { readonly to: 'editDetail'; readonly detail: Detail }
  | { readonly to: 'editNote'; readonly note: FeedbackId }
  | { readonly to: 'deleteNote'; readonly note: FeedbackId }
  | { readonly to: 'showTour'; readonly step: TourStep }
  | { readonly to: 'listLanguages' }
  | { readonly to: 'chooseLanguage'; readonly language: Language }
  | { readonly to: 'resendCode' }
  /** What the pressed message offers from its n-th choice on, counted from 0: for channels that show few at once. */
  | { readonly to: 'showMore'; readonly from: number };
