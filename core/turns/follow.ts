import type { Intent } from '#core/chat/intent.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { setPushes } from '#core/consent/stop.ts';
import * as feedback from '#core/feedback/feedback-turns.ts';
import { deleteNote, editNote } from '#core/feedback/own-note.ts';
import { startViewing } from '#core/feedback/start-viewing-turn.ts';
import { goHome } from '#core/home/go-home.ts';
import * as messages from '#core/messages/message-turns.ts';
import * as offers from '#core/offers/offer-turns.ts';
import * as reasons from '#core/offers/reasons.ts';
import { tourScreen } from '#core/onboarding/tour.ts';
import { chooseLanguage, languagesScreen } from '#core/profile/choose-language.ts';
import { resendToNewEmail } from '#core/profile/new-email.ts';
import { removePhoto, showPhoto } from '#core/profile/photo-turns.ts';
import * as profile from '#core/profile/profile-turns.ts';
import * as appointment from '#core/viewings/appointment-turns.ts';
import * as dates from '#core/viewings/dates-step.ts';
import { showDirections } from '#core/viewings/directions.ts';
import * as viewings from '#core/viewings/viewing-turns.ts';
import { showMore } from './show-more.ts';

type Presses = {
  readonly [To in Intent['to']]: (desk: ClientDesk, intent: Extract<Intent, { to: To }>) => Reply | Promise<Reply>;
};

/** Where each press leads. */
const PRESSES: Presses = {
  goHome: (desk) => goHome(desk),
  listNew: (desk, { page }) => offers.listNew(desk, page),
  showGroups: (desk) => offers.showGroups(desk),
  listGroup: (desk, { group, page }) => offers.listGroup(desk, group, page),
  listFavourites: (desk, { page }) => offers.listFavourites(desk, page),
  openCard: (desk, { offer }) => offers.openCard(desk, offer),
  openDetails: (desk, { offer, page }) => offers.showDetails(desk, offer, page),
  showPhotos: (desk, { offer, page }) => offers.showPhotos(desk, offer, page),
  markInterested: (desk, { offer, from }) => offers.markInterested(desk, offer, from),
  askReasons: (desk, { offer, from }) => reasons.askReasons(desk, offer, from),
  toggleReason: (desk, { offer, reason }) => reasons.toggleReason(desk, offer, reason),
  writeReason: (desk, { offer }) => reasons.writeReason(desk, offer),
  finishReasons: (desk, { offer }) => reasons.finishReasons(desk, offer),
  skipReasons: (desk, { offer }) => reasons.skipReasons(desk, offer),
  addFavourite: (desk, { offer, from }) => offers.setFavourite(desk, offer, true, from),
  removeFavourite: (desk, { offer, from }) => offers.setFavourite(desk, offer, false, from),
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
  cancelViewing: (desk, { viewing }) => viewings.askCancel(desk, viewing),
  confirmCancel: (desk, { viewing }) => viewings.confirmCancel(desk, viewing),
  keepViewing: (desk, { viewing }) => viewings.keepViewing(desk, viewing),
  showDirections: (desk, { viewing }) => showDirections(desk, viewing),
  anotherTime: (desk, { viewing }) => dates.wishAnotherTime(desk, viewing),
  acceptTime: (desk, { viewing, at }) => appointment.acceptTime(desk, viewing, at),
  answerAttendance: (desk, { viewing, answer }) => appointment.answerAttendance(desk, viewing, answer),
  startViewing: (desk, { viewing }) => startViewing(desk, viewing),
  missedViewing: (desk, { viewing }) => appointment.missedViewing(desk, viewing),
  giveFeedback: (desk, { viewing }) => feedback.giveFeedback(desk, viewing),
  rate: (desk, { viewing, stars }) => feedback.rate(desk, viewing, stars),
  addNote: (desk, { viewing }) => feedback.askNote(desk, viewing),
  finishFeedback: (desk) => feedback.finishFeedback(desk),
  contactAgent: (desk, { offer }) => messages.contactAgent(desk, offer),
  sendMessage: (desk) => messages.sendMessage(desk),
  dropMessage: (desk) => messages.dropMessage(desk),
  showProfile: (desk) => profile.showProfile(desk),
  showDetails: (desk) => profile.showDetails(desk),
  giveFiles: (desk, { viewing }) => feedback.giveHeld(desk, viewing),
  showPhoto: (desk) => showPhoto(desk),
  removePhoto: (desk) => removePhoto(desk),
  editDetail: (desk, { detail }) => profile.editDetail(desk, detail),
  changePassword: (desk) => profile.changePassword(desk),
  logOut: (desk) => profile.logOut(desk),
  showData: (desk) => profile.showData(desk),
  askErasure: () => profile.askErasure(),
  requestErasure: (desk) => profile.requestErasure(desk),
  stopMessages: (desk) => setPushes(desk, 'stopped'),
  editNote: (desk, { note }) => editNote(desk, note),
  deleteNote: (desk, { note }) => deleteNote(desk, note),
  showTour: (_, { step }) => reply(tourScreen(step)),
  listLanguages: () => reply(languagesScreen),
  chooseLanguage: (desk, { language }) => chooseLanguage(desk, language),
  resendCode: (desk) => (desk.chat.step?.is === 'newEmail' ? resendToNewEmail(desk, desk.chat.step) : goHome(desk)),
  showMore: (desk, { from }) => showMore(desk, from),
};

export function follow(desk: ClientDesk, intent: Intent): Reply | Promise<Reply> {
  const press: (desk: ClientDesk, intent: never) => Reply | Promise<Reply> = PRESSES[intent.to];
  return press(desk, intent as never);
}
