import { setPushes } from '#core/consent/stop.ts';
import * as feedback from '#core/feedback/feedback-turns.ts';
import { deleteNote, editNote } from '#core/feedback/own-note.ts';
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
import type { Intent } from './intent.ts';
import type { ClientDesk, Reply } from './reply.ts';
import { reply } from './reply.ts';
import { showMore } from './show-more.ts';

/** Where each press leads. */
export function follow(desk: ClientDesk, intent: Intent): Reply | Promise<Reply> {
  switch (intent.to) {
    case 'goHome':
      return goHome(desk);
    case 'listNew':
      return offers.listNew(desk, intent.page);
    case 'showGroups':
      return offers.showGroups(desk);
    case 'listGroup':
      return offers.listGroup(desk, intent.group, intent.page);
    case 'listFavourites':
      return offers.listFavourites(desk, intent.page);
    case 'openCard':
      return offers.openCard(desk, intent.offer);
    case 'openDetails':
      return offers.showDetails(desk, intent.offer, intent.page);
    case 'showPhotos':
      return offers.showPhotos(desk, intent.offer, intent.page);
    case 'markInterested':
      return offers.markInterested(desk, intent.offer, intent.from);
    case 'askReasons':
      return reasons.askReasons(desk, intent.offer, intent.from);
    case 'toggleReason':
      return reasons.toggleReason(desk, intent.offer, intent.reason);
    case 'writeReason':
      return reasons.writeReason(desk, intent.offer);
    case 'finishReasons':
      return reasons.finishReasons(desk, intent.offer);
    case 'skipReasons':
      return reasons.skipReasons(desk, intent.offer);
    case 'addFavourite':
      return offers.setFavourite(desk, intent.offer, true, intent.from);
    case 'removeFavourite':
      return offers.setFavourite(desk, intent.offer, false, intent.from);
    case 'requestViewing':
      return dates.beginRequest(desk, intent.offer);
    case 'markThenChoose':
      return dates.markThenChoose(desk, intent.offer);
    case 'chooseDates':
      return dates.chooseDates(desk, intent.offer);
    case 'turnMonth':
      return dates.turnMonth(desk, intent.offer, intent.month);
    case 'chooseDay':
      return dates.chooseDay(desk, intent.offer, intent.day);
    case 'choosePart':
      return dates.choosePart(desk, intent.offer, intent.day, intent.part);
    case 'addDate':
      return dates.addDate(desk, intent.offer);
    case 'sendRequest':
      return dates.sendRequest(desk, intent.offer);
    case 'dropRequest':
      return dates.dropRequest(desk, intent.offer);
    case 'listViewings':
      return viewings.listViewings(desk, intent.tab, intent.page);
    case 'openViewing':
      return viewings.openViewing(desk, intent.viewing);
    case 'cancelViewing':
      return viewings.askCancel(desk, intent.viewing);
    case 'confirmCancel':
      return viewings.confirmCancel(desk, intent.viewing);
    case 'keepViewing':
      return viewings.keepViewing(desk, intent.viewing);
    case 'showDirections':
      return showDirections(desk, intent.viewing);
    case 'anotherTime':
      return dates.wishAnotherTime(desk, intent.viewing);
    case 'acceptTime':
      return appointment.acceptTime(desk, intent.viewing, intent.at);
    case 'answerAttendance':
      return appointment.answerAttendance(desk, intent.viewing, intent.answer);
    case 'startViewing':
      return appointment.startViewing(desk, intent.viewing);
    case 'missedViewing':
      return appointment.missedViewing(desk, intent.viewing);
    case 'giveFeedback':
      return feedback.giveFeedback(desk, intent.viewing);
    case 'rate':
      return feedback.rate(desk, intent.viewing, intent.stars);
    case 'addNote':
      return feedback.askNote(desk, intent.viewing);
    case 'finishFeedback':
      return feedback.finishFeedback(desk);
    case 'contactAgent':
      return messages.contactAgent(desk, intent.offer);
    case 'sendMessage':
      return messages.sendMessage(desk);
    case 'dropMessage':
      return messages.dropMessage(desk);
    case 'showProfile':
      return profile.showProfile(desk);
    case 'showDetails':
      return profile.showDetails(desk);
    case 'giveFiles':
      return feedback.giveHeld(desk, intent.viewing);
    case 'showPhoto':
      return showPhoto(desk);
    case 'removePhoto':
      return removePhoto(desk);
    case 'editDetail':
      return profile.editDetail(desk, intent.detail);
    case 'changePassword':
      return profile.changePassword(desk);
    case 'logOut':
      return profile.logOut(desk);
    case 'showData':
      return profile.showData(desk);
    case 'askErasure':
      return profile.askErasure();
    case 'requestErasure':
      return profile.requestErasure(desk);
    case 'stopMessages':
      return setPushes(desk, 'stopped');
    case 'editNote':
      return editNote(desk, intent.note);
    case 'deleteNote':
      return deleteNote(desk, intent.note);
    case 'showTour':
      return reply(tourScreen(intent.step));
    case 'listLanguages':
      return reply(languagesScreen);
    case 'chooseLanguage':
      return chooseLanguage(desk, intent.language);
    case 'resendCode':
      return desk.chat.step?.is === 'newEmail' ? resendToNewEmail(desk, desk.chat.step) : goHome(desk);
    case 'showMore':
      return showMore(desk, intent.from);
  }
}
