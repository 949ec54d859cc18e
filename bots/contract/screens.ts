import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import { formerCard } from '#core/chat/former-card.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Message } from '#core/chat/message.ts';
import { messagesOf } from '#core/chat/message.ts';
import { pressablesOf } from '#core/chat/pressables-of.ts';
import type { Screen } from '#core/chat/screen.ts';
import { STARS } from '#core/chat/stars.ts';
import type { Step, StepOf } from '#core/chat/step.ts';
import type { Command, Did } from '#core/chat/turn.ts';
import { MOST_WORD } from '#core/crm/propose-time.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { ContactId, FeedbackId, MediaId, OfferId } from '#core/ids.ts';
import type { Language } from '#core/language.ts';
import { fromAgentScreen, handedBackScreen, takenOverScreen } from '#core/messages/screens.ts';
import type { Offer } from '#core/offers/offer.ts';
import { refreshCards } from '#core/offers/refresh-cards.ts';
import { cardScreen, offeredScreen } from '#core/offers/screens.ts';
import { TOUR_STEPS } from '#core/onboarding/tour-step.ts';
import { moreScreen } from '#core/turns/more-screen.ts';
import {
  cancelledScreen,
  completedScreen,
  confirmedScreen,
  didYouVisitScreen,
  keptScreen,
  movedScreen,
  proposedScreen,
  rejectedScreen,
  reminderScreen,
  viewingScreen,
} from '#core/viewings/screens.ts';
import type { Viewing, ViewingStatus } from '#core/viewings/viewing.ts';
import { answerIn, chat, client, INVITE, minutesLater, NOW, type Situation, sentCode } from './a-desk.ts';
import { aHome, aPalace, aViewing, homes, LONG_REASON, photos, START, TYPES, WISHES } from './awkward.ts';

/** Every screen of the product by name. */

const viewingLook = { company: chat.company, now: NOW };
const look = { severalDeals: false, zone: chat.company.timeZone, next: true, sparesMessages: false, edits: true };
const presses = (intent: Intent): Did => ({ is: 'pressed', intent });
const writes = (typed: string): Did => ({ is: 'wrote', words: typed });
const orders = (command: Command): Did => ({ is: 'ordered', command });

const hut = aHome();
const palace = aPalace({ status: 'pending', favourite: true });
const onePhoto = aHome({ status: 'interested', property: { photos: photos(1) } });
const labelled = aHome({
  property: {
    photos: photos(1),
    energyRating: { consumption: 'B', emissions: null },
    area: { latitude: 40.635, longitude: 22.945 },
    city: 'Θεσσαλονίκη',
  },
});
const manyPhotos = aHome({ status: 'interested', property: { photos: photos(23) } });
const rented = aPalace({ property: { transaction: 'for_rent', status: 'rented' } });
const rejected = aPalace({ status: 'rejected' });
const silent = aPalace({ status: 'rejected' });
const rejectedWith = (rejectReasons: readonly string[], rejectText: string | null = null) =>
  aPalace({ status: 'rejected', rejectReasons, rejectText });
const ownWords = 'Πολύ <θόρυβος> & ζέστη. '.repeat(40).trim();

const viewing = aViewing({ preferredDates: WISHES.slice(0, 1) });
const viewingIn = (status: ViewingStatus) =>
  aViewing({
    status,
    ...(status === 'pending' ? {} : { start: START }),
    ...(status === 'rejected' || status === 'cancelled' ? { reason: LONG_REASON } : {}),
  });
const confirmed = viewingIn('confirmed');
const declined = viewingIn('rejected');
const cancelled = viewingIn('cancelled');
const completed = viewingIn('completed');
const withTime = (more: Partial<Viewing>) =>
  aViewing({ end: new Date(START.getTime() + 45 * 60_000), start: START, ...more });
const agreed = withTime({ status: 'confirmed' });
const calledOff = withTime({ status: 'cancelled', reason: LONG_REASON });
const proposed = aViewing({ proposedStart: START });
const proposedAt = Math.floor(START.getTime() / 1000);
const proposedAndGone = aViewing({ proposedStart: minutesLater(-60) });
const wishing = withTime({ status: 'confirmed', openWish: true });
const today = aViewing({ status: 'confirmed', start: minutesLater(60), end: minutesLater(105) });
const lateAlready = withTime({ status: 'confirmed', attendance: 'late' });
const withdrawn = aViewing({ status: 'cancelled', changed: { at: NOW, by: { id: null, name: client.name } } });
const pastDay = withTime({ status: 'confirmed', start: minutesLater(-48 * 60), end: minutesLater(-47 * 60) });
const calledOffByThem = withTime({
  status: 'cancelled',
  changed: { at: NOW, by: { id: null, name: client.name } },
});
const soon = aViewing({ status: 'confirmed', start: minutesLater(120), end: minutesLater(165) });
const inTwelveHours = withTime({ status: 'confirmed', start: minutesLater(600), end: minutesLater(645) });
const tomorrow = withTime({ status: 'confirmed', start: minutesLater(24 * 60), end: minutesLater(24 * 60 + 45) });
const pointless = { ...soon, property: { ...soon.property, point: null } };

const reasons = (more: Partial<StepOf<'reasons'>> = {}): Step => ({
  is: 'reasons',
  offer: palace.id,
  reasons: [],
  writing: false,
  ...more,
});
const inEveryState: readonly Offer[] = [
  ...(['sold', 'rented', 'cancelled', 'off_market'] as const).map((status) => aPalace({ property: { status } })),
  ...(['won', 'lost'] as const).map((status) => aPalace({ deal: { ...palace.deal, status } })),
  ...(['interested', 'rejected', 'approved', 'pending'] as const).map((status) => aPalace({ status })),
  aPalace({ visitedAt: START, rating: 4 }),
];
const inSeries = (did: Did, next: Offer | null): Situation => ({
  did,
  homes: [palace, hut, silent],
  next,
  chat: { step: { is: 'series', offer: palace.id, yes: [hut.id], no: [silent.id] } },
});
const dates = (more: Partial<StepOf<'dates'>> = {}): StepOf<'dates'> => ({
  is: 'dates',
  offer: palace.id,
  wishes: [],
  adding: true,
  open: true,
  ...more,
});
const atReasons = (did: Did, more?: Partial<StepOf<'reasons'>>): Situation => ({
  did,
  homes: [palace],
  chat: { step: reasons(more) },
});
const atDates = (did: Did, more?: Partial<StepOf<'dates'>>): Situation => ({
  did,
  homes: [palace],
  chat: { step: dates(more) },
});
const atDoor = (did: Did, step: Step, more: Partial<Situation> = {}): Situation => ({
  did,
  stranger: true,
  chat: { step },
  ...more,
});
const atFeedback = (did: Did): Situation => ({
  did,
  viewings: [completed],
  chat: { step: { is: 'feedback', viewing: completed.id } },
});
const sends = (mime: string): Did => ({
  is: 'sent',
  what: 'photo',
  file: { is: 'stored', file: { id: photos(1)[0] as MediaId, mime, size: 1, sha256: '' } },
});
const aFile = { id: photos(1)[0] as MediaId, mime: 'image/jpeg', size: 1, sha256: '' };
const newEmail = { is: 'newEmail', email: 'nea@example.gr' } as const;
const email = { is: 'email' } as const;
const code = { is: 'code', email: 'eleni@example.gr' } as const;
const name = { is: 'name', email: 'eleni@example.gr' } as const;
const contact = { id: client.contact, kind: 'contact', firstName: 'Ελένη', lastName: 'Π', language: null } as const;

const STRANGER = '0192f1c4-0006-7000-8000-000000000002' as ContactId;
const NOTE = client.contact as string as FeedbackId;

const SITUATIONS = {
  home: { did: orders('home') },
  'home with all that can be': {
    did: orders('home'),
    counts: { toRate: 6 },
    ahead: {
      offered: [
        { ...proposed, proposedStart: START },
        { ...proposed, agent: null, proposedStart: minutesLater(600) },
      ],
      next: { ...today, start: minutesLater(60) },
      requests: 2,
    },
  },
  'home where all is judged': { did: orders('home'), counts: { new: 0, toRate: 0 } },
  'home of a search that led to a home': { did: orders('home'), search: 'won' },
  'home of a search that led to none': { did: orders('home'), search: 'lost' },
  'home of a lead': { did: orders('home'), chat: { client: { ...client, kind: 'lead' } } },
  'no new homes': { did: presses({ to: 'listNew', page: 0 }) },
  'one new home': { did: presses({ to: 'listNew', page: 0 }), homes: homes(1) },
  'a new home of twelve': { did: presses({ to: 'listNew', page: 0 }), homes: homes(12), severalDeals: true },
  'interested, then the next home': inSeries(presses({ to: 'markInterested', offer: palace.id }), hut),
  'not interested, then the next home': inSeries(presses({ to: 'askReasons', offer: palace.id }), aPalace()),
  'the end of a series': inSeries(presses({ to: 'markInterested', offer: palace.id }), null),
  groups: { did: presses({ to: 'showGroups' }) },
  'an empty group': { did: presses({ to: 'listGroup', group: 'toRate', page: 0 }) },
  'a group of two': { did: presses({ to: 'listGroup', group: 'rejected', page: 0 }), homes: [rejected, hut] },
  'a group of twelve': { did: presses({ to: 'listGroup', group: 'visited', page: 0 }), homes: homes(12) },
  'a list of homes in every state': { did: orders('favourites'), homes: inEveryState },
  'a list of homes in every state, page 2': {
    did: presses({ to: 'listFavourites', page: 1 }),
    homes: inEveryState,
  },
  'a list of homes in every state, page 3': {
    did: presses({ to: 'listFavourites', page: 2 }),
    homes: inEveryState,
  },
  'a group of twelve, page 2': { did: presses({ to: 'listGroup', group: 'approved', page: 1 }), homes: homes(12) },
  'no favourites': { did: orders('favourites') },
  'one favourite': { did: orders('favourites'), homes: [palace] },
  'twelve favourites': { did: orders('favourites'), homes: homes(12) },
  'a card': { did: presses({ to: 'openCard', offer: palace.id }), homes: [palace], severalDeals: true },
  'a rejected card': { did: presses({ to: 'openCard', offer: silent.id }), homes: [silent] },
  'a card of few words': { did: presses({ to: 'openCard', offer: hut.id }), homes: [hut] },
  details: { did: presses({ to: 'openProperty', offer: palace.id, page: 0 }), homes: [palace], severalDeals: true },
  'details, page 2': { did: presses({ to: 'openProperty', offer: palace.id, page: 1 }), homes: [palace] },
  'details, last page': { did: presses({ to: 'openProperty', offer: palace.id, page: 9 }), homes: [palace] },
  'details of a home to be viewed': {
    did: presses({ to: 'openProperty', offer: labelled.id, page: 0 }),
    homes: [labelled],
    open: agreed,
  },
  'details of a home with an energy label': {
    did: presses({ to: 'openProperty', offer: labelled.id, page: 0 }),
    homes: [labelled],
  },
  'details of few words': { did: presses({ to: 'openProperty', offer: hut.id, page: 0 }), homes: [hut] },
  'details of a short description': {
    did: presses({ to: 'openProperty', offer: onePhoto.id, page: 0 }),
    homes: [
      {
        ...onePhoto,
        property: { ...onePhoto.property, description: [{ lang: 'el', title: 'Σπίτι', text: 'Ωραίο.' }] },
      },
    ],
  },
  'details of a rented home': { did: presses({ to: 'openProperty', offer: rented.id, page: 0 }), homes: [rented] },
  'ten photos': { did: presses({ to: 'showPhotos', offer: palace.id, page: 0 }), homes: [palace] },
  'one photo': { did: presses({ to: 'showPhotos', offer: onePhoto.id, page: 0 }), homes: [onePhoto] },
  'many photos': { did: presses({ to: 'showPhotos', offer: manyPhotos.id, page: 0 }), homes: [manyPhotos] },
  'the last photos': { did: presses({ to: 'showPhotos', offer: manyPhotos.id, page: 2 }), homes: [manyPhotos] },
  'no photos': { did: presses({ to: 'showPhotos', offer: hut.id, page: 0 }), homes: [hut] },
  'marked interested': { did: presses({ to: 'markInterested', offer: palace.id }), homes: [palace] },
  'made a favourite': { did: presses({ to: 'addFavourite', offer: hut.id }), homes: [hut] },
  'no favourite any more': { did: presses({ to: 'removeFavourite', offer: palace.id }), homes: [palace] },
  'a home that is not there': { did: presses({ to: 'openCard', offer: hut.id }) },

  reasons: { did: presses({ to: 'askReasons', offer: palace.id }), homes: [palace] },
  'all reasons chosen': atReasons(presses({ to: 'toggleReason', offer: palace.id, reason: 'price' }), {
    reasons: chat.company.rejectReasons.filter((reason) => reason !== 'price'),
  }),
  'why a home was rejected': { did: presses({ to: 'sayWhy', offer: silent.id }), homes: [silent] },
  'own words among the reasons': atReasons(presses({ to: 'askReasons', offer: palace.id }), { words: ownWords }),
  'a reason in own words': atReasons(presses({ to: 'writeReason', offer: palace.id })),
  'own words taken': atReasons(writes(ownWords), { reasons: ['price'], writing: true }),
  'own words too long': atReasons(writes('α'.repeat(1001)), { writing: true }),
  'rejected for reasons': atReasons(presses({ to: 'finishReasons', offer: palace.id }), {
    reasons: chat.company.rejectReasons,
    words: ownWords,
  }),
  'rejected without a reason': atReasons(presses({ to: 'skipReasons', offer: palace.id })),

  dates: { did: presses({ to: 'requestViewing', offer: palace.id }), homes: [palace] },
  'dates of a home of few words': { did: presses({ to: 'requestViewing', offer: hut.id }), homes: [hut] },
  'later dates': atDates(presses({ to: 'showDays', offer: palace.id, from: '2026-12-07' })),
  'the last dates': atDates(presses({ to: 'showDays', offer: palace.id, from: '2027-02-15' })),
  'not to be marked interested': atDates(presses({ to: 'markInForm', offer: palace.id, mark: 'no' }), {
    wishes: WISHES.slice(0, 1),
    adding: false,
  }),
  'one date chosen': atDates(presses({ to: 'tickDay', offer: palace.id, day: '2026-11-26' }), { part: 'afternoon' }),
  'a date taken off': atDates(presses({ to: 'untickDay', offer: palace.id, day: '2026-11-26' }), { wishes: WISHES }),
  'a part of the day for all': atDates(presses({ to: 'tickPart', offer: palace.id, part: 'evening' }), {
    wishes: WISHES.slice(0, 2),
    adding: false,
  }),
  'another date': atDates(presses({ to: 'addDate', offer: palace.id }), { wishes: WISHES.slice(0, 2), adding: false }),
  'three dates chosen': atDates(presses({ to: 'tickDay', offer: palace.id, day: '2027-02-20' }), {
    wishes: WISHES.slice(0, 2),
  }),
  'three mornings chosen': atDates(
    presses({ to: 'tickSeveral', offer: palace.id, are: 'mornings', from: '2026-11-24' }),
  ),
  'a fourth date ticked': atDates(presses({ to: 'tickDay', offer: palace.id, day: '2026-11-27' }), { wishes: WISHES }),
  'four dates in a form': atDates({
    is: 'choseDates',
    offer: palace.id,
    days: ['2026-11-24', '2026-11-25', '2026-11-26', '2027-02-20'].map((date) => ({ date })),
    interested: false,
    sends: true,
  }),
  'dates found again': {
    did: presses({ to: 'requestViewing', offer: palace.id }),
    homes: [palace],
    chat: { step: dates({ wishes: WISHES, open: false }) },
  },
  'two dates typed': atDates(writes('2026-11-27, 2026-12-01')),
  'an unreadable date': atDates(writes('κάποτε')),
  'a past date': atDates(writes('2026-11-22')),
  'a date too far ahead': atDates(writes('2027-11-27')),
  'a date twice': atDates(writes('2026-11-26'), { wishes: WISHES }),
  'a fourth date': atDates(writes('2026-11-27'), { wishes: WISHES }),
  'no dates to send': atDates(presses({ to: 'sendRequest', offer: palace.id })),
  'request sent': atDates(presses({ to: 'sendRequest', offer: palace.id }), { wishes: WISHES }),
  'a viewing is open already': {
    did: presses({ to: 'requestViewing', offer: palace.id }),
    homes: [palace],
    open: viewing,
  },
  'request dropped': atDates(presses({ to: 'dropRequest', offer: palace.id })),

  'no viewings': { did: presses({ to: 'listViewings', tab: 'upcoming', page: 0 }), viewings: [] },
  'one viewing': { did: presses({ to: 'listViewings', tab: 'upcoming', page: 0 }), viewings: [confirmed] },
  'twelve viewings': {
    did: presses({ to: 'listViewings', tab: 'recent', page: 1 }),
    viewings: Array.from({ length: 12 }, (_, index) =>
      index === 6
        ? proposed
        : viewingIn((['pending', 'confirmed', 'rejected', 'cancelled', 'completed'] as const)[index % 5] ?? 'pending'),
    ),
  },
  'a viewing waiting': { did: presses({ to: 'openViewing', viewing: viewing.id }), viewings: [viewing] },
  'a viewing waiting, and homes too': {
    did: presses({ to: 'openViewing', viewing: viewing.id }),
    viewings: [viewing],
    counts: { toRate: 3 },
  },
  'a viewing confirmed': { did: presses({ to: 'openViewing', viewing: confirmed.id }), viewings: [confirmed] },
  'a viewing declined': { did: presses({ to: 'openViewing', viewing: declined.id }), viewings: [declined] },
  'a viewing cancelled': { did: presses({ to: 'openViewing', viewing: cancelled.id }), viewings: [cancelled] },
  'a viewing completed': { did: presses({ to: 'openViewing', viewing: completed.id }), viewings: [completed] },
  'a viewing today': { did: presses({ to: 'openViewing', viewing: today.id }), viewings: [today] },
  'a viewing of a past day': { did: presses({ to: 'openViewing', viewing: pastDay.id }), viewings: [pastDay] },
  'a viewing rated': {
    did: presses({ to: 'openViewing', viewing: completed.id }),
    viewings: [completed],
    homes: [aHome({ id: completed.offer as OfferId, rating: 4 })],
  },
  'a request called off': {
    did: presses({ to: 'openViewing', viewing: calledOffByThem.id }),
    viewings: [calledOffByThem],
  },
  'a request withdrawn': { did: presses({ to: 'openViewing', viewing: withdrawn.id }), viewings: [withdrawn] },
  'whether to withdraw': { did: presses({ to: 'askCancel', viewing: viewing.id }), viewings: [viewing] },
  'whether to cancel': { did: presses({ to: 'askCancel', viewing: confirmed.id }), viewings: [confirmed] },
  'cancelled by the client': { did: presses({ to: 'cancelViewing', viewing: confirmed.id }), viewings: [confirmed] },
  'kept by the client': { did: presses({ to: 'keepViewing', viewing: confirmed.id }), viewings: [confirmed] },
  'cancelled already': { did: presses({ to: 'askCancel', viewing: cancelled.id }), viewings: [cancelled] },
  'completed already': { did: presses({ to: 'cancelViewing', viewing: completed.id }), viewings: [completed] },
  'declined already': { did: presses({ to: 'keepViewing', viewing: declined.id }), viewings: [declined] },

  'a time offered': { did: presses({ to: 'openViewing', viewing: proposed.id }), viewings: [proposed] },
  'the offered time accepted': {
    did: presses({ to: 'acceptTime', viewing: proposed.id, at: proposedAt }),
    viewings: [proposed],
  },
  'another time than the one offered': {
    did: presses({ to: 'acceptTime', viewing: proposed.id, at: proposedAt - 60 }),
    viewings: [proposed],
  },
  'a time offered that has passed': {
    did: presses({ to: 'acceptTime', viewing: proposedAndGone.id, at: Math.floor(minutesLater(-60).getTime() / 1000) }),
    viewings: [proposedAndGone],
  },
  'other dates wished': {
    did: presses({ to: 'anotherTime', viewing: agreed.id }),
    viewings: [agreed],
    homes: [aHome({ id: agreed.offer as OfferId })],
    open: agreed,
  },
  'another time wished': {
    did: presses({ to: 'sendRequest', offer: agreed.offer as OfferId }),
    viewings: [agreed],
    homes: [aHome({ id: agreed.offer as OfferId })],
    open: agreed,
    chat: { step: dates({ wishes: WISHES, offer: agreed.offer as OfferId, viewing: agreed.id }) },
  },
  'a wish for another time is open': { did: presses({ to: 'openViewing', viewing: wishing.id }), viewings: [wishing] },
  coming: { did: presses({ to: 'answerAttendance', viewing: agreed.id, answer: 'coming' }), viewings: [agreed] },
  'running late': { did: presses({ to: 'answerAttendance', viewing: agreed.id, answer: 'late' }), viewings: [agreed] },
  'how late': {
    did: presses({ to: 'tellLate', viewing: agreed.id, minutes: 20 }),
    viewings: [{ ...agreed, attendance: 'late' }],
  },
  'late already': {
    did: presses({ to: 'openViewing', viewing: lateAlready.id }),
    viewings: [lateAlready],
  },
  'a viewing started': { did: presses({ to: 'startViewing', viewing: today.id }), viewings: [today] },
  'a viewing started too early': { did: presses({ to: 'startViewing', viewing: agreed.id }), viewings: [agreed] },
  'a viewing missed': { did: presses({ to: 'missedViewing', viewing: today.id }), viewings: [today] },
  'the way there': { did: presses({ to: 'showDirections', viewing: soon.id }), viewings: [soon] },
  'the way there without a point': {
    did: presses({ to: 'showDirections', viewing: pointless.id }),
    viewings: [pointless],
  },
  'the way there, too early': { did: presses({ to: 'showDirections', viewing: confirmed.id }), viewings: [confirmed] },
  'after a viewing': { did: presses({ to: 'giveFeedback', viewing: completed.id }), viewings: [completed] },
  'before a viewing': { did: presses({ to: 'giveFeedback', viewing: confirmed.id }), viewings: [confirmed] },
  ...Object.fromEntries(
    STARS.map((stars) => [
      `rated ${stars}`,
      { did: presses({ to: 'rate', viewing: completed.id, stars }), viewings: [completed] },
    ]),
  ),
  'rated otherwise': {
    did: presses({ to: 'rate', viewing: completed.id, stars: 4 }),
    viewings: [completed],
    homes: [aHome({ id: completed.offer as OfferId, rating: 2 })],
  },
  'a note asked for': { did: presses({ to: 'addNote', viewing: completed.id }), viewings: [completed] },
  'a note saved': atFeedback(writes(ownWords)),
  'a note to edit': atFeedback(presses({ to: 'editNote', note: NOTE })),
  'a note deleted': atFeedback(presses({ to: 'deleteNote', note: NOTE })),
  'a note edited': {
    ...atFeedback(writes(ownWords)),
    chat: { step: { is: 'feedback', viewing: completed.id, note: NOTE } },
  },
  'the tour': { did: presses({ to: 'showTour', step: 1 }) },
  ...Object.fromEntries(
    TOUR_STEPS.slice(1).map((step) => [`the tour, step ${step}`, { did: presses({ to: 'showTour', step }) }]),
  ),
  'the tour over': { did: presses({ to: 'endTour' }) },
  'a note too long': atFeedback(writes('α'.repeat(4097))),
  'a photo saved': atFeedback(sends('image/jpeg')),
  'a further photo saved': { ...atFeedback(sends('image/jpeg')), joins: 10 },
  'one photo too many': { ...atFeedback(sends('image/jpeg')), photos: 30 },
  'a voice note saved': { ...atFeedback(sends('audio/ogg')), chat: {} },
  ...Object.fromEntries(
    (['size', 'pixels', 'type', 'broken', 'long', 'unfetched', 'elsewhere'] as const).map((because) => [
      `a file refused: ${because}`,
      atFeedback({ is: 'sent', what: 'photo', file: { is: 'refused', because } }),
    ]),
  ),
  'done after a viewing': atFeedback(presses({ to: 'finishFeedback' })),
  languages: { did: orders('language') },
  'language chosen': { did: presses({ to: 'chooseLanguage', language: 'pl' }) },
  help: { did: orders('help') },
  profile: { did: orders('profile') },
  'an e-mail asked for': { did: presses({ to: 'editDetail', detail: 'email' }) },
  'no e-mail': { did: writes('κάτι'), chat: { step: { is: 'detail', detail: 'email' } } },
  'a code for a new e-mail': { did: writes('nea@example.gr'), chat: { step: { is: 'detail', detail: 'email' } } },
  'a new e-mail of somebody else': {
    did: writes('123456'),
    chat: { step: newEmail },
    code: sentCode({ email: newEmail.email }),
    contact: { ...contact, id: STRANGER },
  },
  'my details': { did: presses({ to: 'showOwnDetails' }) },
  'a photo of no viewing': { did: sends('image/jpeg') },
  'a recording below a message': {
    did: sends('audio/ogg'),
    chat: { step: { is: 'message', words: ownWords, offer: palace.id } },
    homes: [palace],
  },
  'a document for the agent': { did: sends('application/pdf'), viewings: [completed] },
  'more files than a message takes': {
    did: sends('image/jpeg'),
    chat: { step: { is: 'message', words: '', files: Array.from({ length: 10 }, () => aFile) } },
  },
  'which home a photo is of': { did: sends('image/jpeg'), viewings: [completed, viewingIn('completed')] },
  'a photo given to its home': {
    did: presses({ to: 'giveFiles', viewing: completed.id }),
    viewings: [completed],
    chat: { step: { is: 'whichProperty', files: [aFile] } },
  },
  'own photo': { did: presses({ to: 'showPhoto' }), photo: photos(1)[0] as MediaId },
  'no own photo': { did: presses({ to: 'removePhoto' }) },
  'own photo saved': { did: sends('image/jpeg'), chat: { step: { is: 'photo' } } },
  'a recording for a photo': { did: sends('audio/ogg'), chat: { step: { is: 'photo' } } },
  'a name asked for': { did: presses({ to: 'editDetail', detail: 'name' }) },
  'a phone asked for': { did: presses({ to: 'editDetail', detail: 'phone' }) },
  'no name of anybody': { did: writes('7'), chat: { step: { is: 'detail', detail: 'name' } } },
  'no phone': { did: writes('κάτι'), chat: { step: { is: 'detail', detail: 'phone' } } },
  'a phone saved': { did: writes('0030 210 000 0000'), chat: { step: { is: 'detail', detail: 'phone' } } },
  'a password to change': { did: presses({ to: 'changePassword' }) },
  'whether to log out': { did: presses({ to: 'askLogOut' }) },
  'profile where messages are stopped': { did: orders('profile'), chat: { pushes: 'stopped' } },
  'messages again': { did: presses({ to: 'startMessages' }), chat: { pushes: 'stopped' } },
  'logged out': { did: presses({ to: 'logOut' }) },
  'my data': { did: presses({ to: 'showData' }), homes: [palace, hut], viewings: [confirmed, viewing] },
  'whether to delete my data': { did: presses({ to: 'askErasure' }) },
  'deletion asked for': { did: presses({ to: 'requestErasure' }) },
  'the agent': { did: orders('agent') },
  'the agent with a photo, about a home': {
    did: presses({ to: 'contactAgent', offer: palace.id }),
    homes: [palace],
    photo: photos(1)[0] as MediaId,
  },
  'a message to the agent': { did: writes('κάτι <άλλο> & πολλά') },
  'a message about a home': {
    did: writes('κάτι <άλλο>'),
    homes: [palace],
    chat: { step: { is: 'message', words: 'Και *αυτό*', offer: palace.id } },
  },
  'a message too long': { did: writes('α'.repeat(4097)) },
  'a message sent': { did: presses({ to: 'sendMessage' }), chat: { step: { is: 'message', words: 'Γεια' } } },
  'a message dropped': { did: presses({ to: 'dropMessage' }), chat: { step: { is: 'message', words: 'Γεια' } } },
  'nothing saved': { did: { is: 'sent', what: 'photo' } },
  'thanks for a reaction': { did: { is: 'sent', what: 'reaction' } },
  'a machine that answers': {
    did: writes('Είμαι σε διακοπές'),
    chat: {
      shown: {
        answer: [],
        push: [],
        pace: { since: NOW.getTime(), answers: 99, like: 1, times: 1, at: NOW.getTime() },
      },
    },
  },
  'a password typed': { did: { is: 'wroteSecret', message: '1' } },
  'a question left': { did: orders('cancel') },
  stopped: { did: orders('stop') },
  'started again': { did: { is: 'came', code: undefined }, chat: { pushes: 'stopped' } },
  'which one is meant': {
    did: writes('1'),
    chat: {
      shown: {
        answer: pressablesOf(messagesOf(cardScreen(palace, { ...look, severalDeals: true }))),
        push: pressablesOf(messagesOf(cardScreen(hut, { ...look, severalDeals: true }))),
      },
    },
  },
  'a number that stands for nothing': {
    did: writes('77'),
    chat: {
      shown: { answer: pressablesOf(messagesOf(cardScreen(palace, { ...look, severalDeals: true }))), push: [] },
    },
  },
} as const satisfies Record<string, Situation>;

/** Before anybody is let in, where there is no Home yet. */
const AT_THE_DOOR = {
  'no invite': { did: { is: 'came', code: undefined }, stranger: true, chat: { invited: false } },
  'portal switched off': { did: orders('home'), chat: { company: { ...chat.company, isActive: false } } },
  'account blocked': { did: orders('home'), chat: { client: { ...client, status: 'Blocked' } } },
  'blocked while signing in': atDoor(writes('123456'), code, { code: sentCode(), contact, blocked: true }),
  welcome: { did: { is: 'came', code: INVITE }, stranger: true },
  'a language before signing in': atDoor(presses({ to: 'chooseLanguage', language: 'pl' }), email),
  'languages before signing in': atDoor(presses({ to: 'listLanguages' }), email),
  'first sign-in': { did: { is: 'came', code: INVITE }, stranger: true, awaitsPassword: true },
  'no e-mail': atDoor(writes('Ελένη'), email),
  'code sent': atDoor(writes('eleni@example.gr'), email),
  'code sent again': atDoor(presses({ to: 'resendCode' }), code, { code: sentCode({ sentAt: minutesLater(-2) }) }),
  'code asked for too soon': atDoor(presses({ to: 'resendCode' }), code, { code: sentCode() }),
  'too many codes': atDoor(writes('999999'), code, { code: sentCode({ pausedUntil: minutesLater(14) }) }),
  'no code': atDoor(writes('Ελένη'), code),
  'wrong code': atDoor(writes('999999'), code, { code: sentCode() }),
  'name asked for': atDoor(writes('123456'), code, { code: sentCode() }),
  'no name': atDoor(writes('7'), name),
  'a password before signing in': atDoor({ is: 'wroteSecret', message: '1' }, email),
} as const satisfies Record<string, Situation>;

/** Where the office has offered nothing yet. */
const NOTHING = {
  ...{ new: 0, toRate: 0, interested: 0, rejected: 0, visited: 0, approved: 0 },
  ...{ favourites: 0, upcoming: 0, ratings: 0 },
};

const SIGNED_IN = {
  'signed in': atDoor(writes('123456'), code, { code: sentCode(), contact }),
  'signed in with nothing new': atDoor(writes('123456'), code, { code: sentCode(), contact, counts: { new: 0 } }),
  'signed in as a lead': atDoor(writes('Ελένη Παπαδοπούλου'), name, { counts: NOTHING }),
} as const satisfies Record<string, Situation>;

/** What comes without having been asked for. */
const PUSHES = {
  'one home offered': offeredScreen([palace], chat.company, true),
  'twelve homes offered': offeredScreen(homes(12), chat.company, true),
  'viewing confirmed by the agent': confirmedScreen(agreed, viewingLook),
  'another time offered by the agent': proposedScreen(proposed, viewingLook),
  'another time offered by the agent, with a word': proposedScreen(
    { ...proposed, reason: LONG_REASON.slice(0, MOST_WORD) },
    viewingLook,
  ),
  'viewing moved by the agent': movedScreen(agreed, viewingLook, minutesLater(600)),
  'viewing kept by the agent': keptScreen(inTwelveHours, viewingLook),
  'viewing kept by the agent, and why': keptScreen(inTwelveHours, viewingLook, 'Γεια *σας* <b>!</b>'),
  'a message from the agent': fromAgentScreen('Άννα <Παππά>', 'Γεια *σας* <b>!</b>', { edits: true }),
  'a message from the agent, and one more': fromAgentScreen('Άννα <Παππά>', 'Γεια *σας* <b>!</b>'),
  'the agent has the chat': takenOverScreen('Άννα <Παππά>'),
  'the bot answers again': handedBackScreen,
  'a reminder a day before': reminderScreen(tomorrow, viewingLook, 24),
  'a reminder': reminderScreen(soon, viewingLook, 2),
  'a reminder to somebody who comes': reminderScreen({ ...soon, attendance: 'coming' }, viewingLook, 2),
  'whether it took place': didYouVisitScreen(today),
  'viewing declined by the agent': rejectedScreen(declined, viewingLook),
  'viewing cancelled by the other': cancelledScreen(
    { ...calledOff, reason: null, changed: { at: NOW, by: { id: null, name: 'Νίκος <Π>' } } },
    viewingLook,
  ),
  'viewing cancelled by the agent': cancelledScreen(calledOff, viewingLook),
  'viewing completed by the agent': completedScreen(completed, viewingLook),
} as const satisfies Record<string, Screen>;

/** Whether its slides stand in one message, so that none is turned or skipped. */
export const showsTourAtOnce = (channel: Channel): boolean => CHANNELS[channel].sparesMessages;

/** What a channel with little room shows after More. */
const FURTHER = {
  'the rest of a card': restOf(cardScreen(palace, look), 2),
  'the rest of a list': restOf(offeredScreen(homes(12), chat.company, true), 3),
  'the rest of a note': restOf(notFoundScreen, 2),
} as const satisfies Record<string, Screen>;

function restOf(screen: Screen, from: number): Screen {
  const [first] = messagesOf(screen);
  const rest = first && moreScreen(first, from);
  if (!rest) throw new Error('there is more to it');
  return rest;
}

/** A card in each state that a home can be in, and of each type. */
const CARDS: Readonly<Record<string, Screen>> = {
  ...cardsOf('sold', { property: { status: 'sold' } }),
  ...cardsOf('withdrawn from the market', { property: { status: 'cancelled' } }),
  ...cardsOf('off the market', { property: { status: 'off_market' } }),
  ...cardsOf('reserved', { property: { status: 'reserved' } }),
  ...cardsOf('fallen in price', { property: { fellFrom: 13_000_000 } }),
  ...cardsOf('for rent', { property: { transaction: 'for_rent', price: 1250.5 } }),
  ...cardsOf('interested', { status: 'interested' }),
  ...cardsOf('interested, viewing open', { status: 'interested', viewing: { id: viewing.id, status: 'pending' } }),
  ...cardsOf('visited, not rated', { visitedAt: START, viewing: { id: viewing.id, status: 'completed' } }),
  ...cardsOf('visited, rated', { visitedAt: START, rating: 4, viewing: { id: viewing.id, status: 'completed' } }),
  ...cardsOf('visited', { visitedAt: START }),
  ...cardsOf('visited, opened', { status: 'pending', visitedAt: START }),
  ...cardsOf('visited, interested', { status: 'interested', visitedAt: START }),
  ...cardsOf('approved', { status: 'approved' }),
  ...cardsOf('won', { deal: { ...palace.deal, status: 'won' } }),
  ...cardsOf('lost', { deal: { ...palace.deal, status: 'lost' } }),
  ...cardsOf('rejected with other only', rejectedWith(['other'])),
  ...Object.assign({}, ...TYPES.map((type) => cardsOf(type, { property: { type, photos: [] } }))),
};

function cardsOf(state: string, home: Parameters<typeof aPalace>[0]): Record<string, Screen> {
  return { [`a card, ${state}`]: cardScreen(aPalace(home), look) };
}

type Answer = keyof typeof SITUATIONS | keyof typeof AT_THE_DOOR | keyof typeof SIGNED_IN | keyof typeof PUSHES;

/** Stand on messages of versions before alone. */
const FORMER = ['markThenChoose', 'chooseDates', 'turnMonth', 'chooseDay', 'choosePart'] as const;
const IN_FORM = ['tickDay', 'untickDay', 'tickPart', 'showDays', 'markInForm'] as const;
/** What a channel offers no button for: it is no more, or is asked for in another way there. */
export const NOT_OFFERED: Readonly<Record<Channel, readonly Intent['to'][]>> = {
  telegram: [...FORMER, 'tickSeveral', 'addDate'],
  whatsapp: [...FORMER, 'endTour'],
  teams: [...FORMER, ...IN_FORM, 'tickSeveral', 'addDate'],
};

/** Where a button of each kind is to be found; More stands wherever a channel has no room for all. A new kind of press needs a screen that offers it, or doesn't compile. */
export const OFFERED_ON: Readonly<Record<Exclude<Intent['to'], 'showMore' | (typeof FORMER)[number]>, Answer>> = {
  goHome: 'a card',
  listNew: 'home',
  showGroups: 'home',
  listGroup: 'groups',
  listFavourites: 'home',
  openCard: 'a group of twelve',
  openProperty: 'one new home',
  showPhotos: 'details',
  markInterested: 'one new home',
  askReasons: 'one new home',
  toggleReason: 'reasons',
  writeReason: 'reasons',
  finishReasons: 'all reasons chosen',
  skipReasons: 'reasons',
  sayWhy: 'a rejected card',
  addFavourite: 'one new home',
  removeFavourite: 'one favourite',
  requestViewing: 'details',
  tickDay: 'dates',
  untickDay: 'one date chosen',
  tickSeveral: 'dates',
  tickPart: 'one date chosen',
  showDays: 'dates',
  markInForm: 'one date chosen',
  addDate: 'one date chosen',
  sendRequest: 'one date chosen',
  dropRequest: 'dates',
  listViewings: 'home',
  openViewing: 'twelve viewings',
  askCancel: 'a viewing confirmed',
  cancelViewing: 'whether to cancel',
  keepViewing: 'whether to cancel',
  showDirections: 'a viewing today',
  editNote: 'a note saved',
  deleteNote: 'a note saved',
  showTour: 'profile',
  endTour: 'the tour',
  showProfile: 'home',
  showOwnDetails: 'profile',
  giveFiles: 'which home a photo is of',
  showPhoto: 'profile',
  removePhoto: 'own photo',
  editDetail: 'my details',
  changePassword: 'profile',
  askLogOut: 'profile',
  logOut: 'whether to log out',
  startMessages: 'stopped',
  showData: 'profile',
  askErasure: 'my data',
  requestErasure: 'whether to delete my data',
  stopMessages: 'signed in',
  contactAgent: 'home',
  sendMessage: 'a message to the agent',
  dropMessage: 'the agent',
  anotherTime: 'a viewing confirmed',
  acceptTime: 'a time offered',
  answerAttendance: 'a reminder',
  tellLate: 'running late',
  startViewing: 'a viewing today',
  missedViewing: 'whether it took place',
  giveFeedback: 'a viewing completed',
  rate: 'after a viewing',
  addNote: 'after a viewing',
  finishFeedback: 'after a viewing',
  listLanguages: 'welcome',
  chooseLanguage: 'languages',
  resendCode: 'code sent',
};

/** A screen as it goes to a channel. `isInside`: shown to somebody who is let in. */
export type NamedScreen = { readonly name: string; readonly messages: readonly Message[]; readonly isInside: boolean };

const known = new Map<string, Promise<readonly NamedScreen[]>>();

/** All of them, as somebody who reads this language gets them; the same ones each time. */
export function screensIn(language: Language, channel: Channel = 'telegram'): Promise<readonly NamedScreen[]> {
  const key = `${language} ${channel}`;
  const found = known.get(key) ?? answeredIn(language, channel);
  known.set(key, found);
  return found;
}

async function answeredIn(language: Language, channel: Channel): Promise<readonly NamedScreen[]> {
  const answers = (situations: Readonly<Record<string, Situation>>, isInside: boolean) =>
    Object.entries(situations).map(async ([of, situation]) => ({
      name: of,
      messages: await answerIn(language, situation, channel),
      isInside,
    }));
  const shown = (screens: Readonly<Record<string, Screen>>) =>
    Object.entries(screens).map(([of, screen]) => ({
      name: of,
      messages: messagesOf(screen, CHANNELS[channel]),
      isInside: true,
    }));
  const answered = await Promise.all([
    ...answers(SITUATIONS, true),
    ...answers(SIGNED_IN, true),
    ...answers(AT_THE_DOOR, false),
    withdrawnCard(),
  ]);
  return [...answered, ...shown(PUSHES), ...shown(FURTHER), ...shown(CARDS), ...formerCards(channel)];
}

/** What becomes of a viewing's card once a newer one is there. */
function formerCards(channel: Channel): readonly NamedScreen[] {
  const newest = confirmedScreen(agreed, viewingLook);
  return [viewingScreen(viewing, viewingLook), newest].flatMap((former) =>
    messagesOf(former, CHANNELS[channel]).map((message) => {
      // Sent by itself here, so that it can be seen.
      const { onlyEdits: _, ...after } = formerCard(message, newest, CHANNELS[channel]);
      const kind = message.body.is === 'event' ? 'file' : 'card';
      return { name: `the former ${kind} of a viewing`, messages: [after], isInside: false };
    }),
  );
}

/** The card of a home that the agent took back, as it is edited in the chat. */
async function withdrawnCard(): Promise<NamedScreen> {
  const messages: Message[] = [];
  const nothing = async () => undefined;
  const [message] = messagesOf(cardScreen(palace, { ...look, severalDeals: true }));
  if (!message) throw new Error('a card is a message');
  await refreshCards(
    {
      chats: {
        take: async () => 'seen',
        change: nothing,
        find: nothing,
        messageOn: nothing,
        move: nothing,
        listening: async () => [],
        viewingCard: nothing,
        viewingCards: async () => [],
        cardsOf: async () => [{ ...chat, contact: client.contact, delivery: chat.id as never, message }],
      },
      offers: {
        find: nothing,
        count: () => Promise.reject(new Error('nothing here is counted')),
        list: async () => ({ items: [], total: 0, more: false }),
        all: async () => [],
        takeUnpushed: async () => [],
        change: nothing,
        searchOf: async () => 'open',
        unjudged: async () => ({ first: undefined, total: 0 }),
        around: async () => ({ severalDeals: false, waits: false }),
      },
      owed: {
        dropCards: nothing,
        message: async (owed) => void messages.push(owed.message),
        later: nothing,
        finish: async () => true,
        mail: nothing,
      },
    },
    chat.company,
    palace.id,
  );
  return { name: 'a card, withdrawn', messages, isInside: true };
}
