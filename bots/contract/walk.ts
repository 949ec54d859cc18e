import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Channel } from '#core/chat/channels.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Language } from '#core/language.ts';
import type { ActivityType } from '#core/timeline.ts';
import { PRESSES } from '#core/turns/presses.ts';
import type { Database } from '#db/database.ts';
import { describeOnBoth, type TestDatabase } from '#db/testing.ts';
import { englishLeftOn } from './english-left.ts';
import { NOT_OFFERED, showsTourAtOnce } from './screens.ts';

/** The running product on a channel, and a client at the platform's stand-in. */
export type ProductUnderTest = {
  opens(): Promise<void>;
  writes(words: string): Promise<void>;
  sendsPhoto(): Promise<void>;
  /** Presses the newest button that leads there, and waits until the chat has changed and nothing is under way. */
  presses(isIt: (intent: Intent) => boolean): Promise<void>;
  /** Something to do about today's viewing falls due, and the chat hears of it. */
  comes(due: 'remind' | 'askVisit'): Promise<void>;
  /** The six digits of the newest mail. */
  code(): Promise<string>;
  /** All that the person sees, as one text. */
  sees(): string;
  /** What was added to the timelines since this was asked last, in order. */
  newActivities(): Promise<readonly ActivityType[]>;
  failedDeliveries(): Promise<number>;
  close(): Promise<void>;
};

export const EMAIL = 'eleni@example.gr';

/** A kind of press, and as much of where it leads as matters. */
type Wanted<To extends Intent['to']> = To extends Intent['to']
  ? { readonly to: To } & Partial<Extract<Intent, { to: To }>>
  : never;
type Step =
  | Wanted<Intent['to']>
  | { readonly types: string }
  | { readonly sends: 'photo' }
  | { readonly due: 'remind' | 'askVisit' };

const ANOTHER_HOME: readonly Step[] = [{ to: 'goHome' }, { to: 'listNew' }, { to: 'openProperty' }];
/** One on which no other follows a verdict by itself. */
const LISTED_HOME: readonly Step[] = [
  { to: 'goHome' },
  { to: 'showGroups' },
  { to: 'listGroup', group: 'toRate' },
  { to: 'openCard' },
];
/** Asking for a viewing, as each channel lets days be chosen. */
const REQUESTS: Readonly<Record<Channel, readonly Step[]>> = {
  telegram: [
    { to: 'requestViewing' },
    { to: 'dropRequest' },
    { to: 'requestViewing' },
    { to: 'showDays', from: '2026-12-07' },
    { to: 'tickDay', day: '2026-12-10' },
    { to: 'tickPart', part: 'morning' },
    { to: 'untickDay', day: '2026-12-10' },
    { to: 'tickDay', day: '2026-12-11' },
    { to: 'markInForm', mark: 'no' },
    { to: 'sendRequest' },
    ...ANOTHER_HOME,
    { to: 'requestViewing' },
    { to: 'tickDay', day: '2026-11-26' },
    { to: 'markInForm', mark: 'no' },
    { to: 'sendRequest' },
  ],
  whatsapp: [
    { to: 'requestViewing' },
    { to: 'dropRequest' },
    { to: 'requestViewing' },
    { to: 'showDays', from: '2026-11-29' },
    { to: 'tickDay', day: '2026-12-02' },
    { to: 'addDate' },
    { to: 'tickDay', day: '2026-12-03' },
    { to: 'untickDay', day: '2026-12-02' },
    { to: 'tickPart', part: 'evening' },
    { to: 'markInForm', mark: 'no' },
    { to: 'sendRequest' },
    ...ANOTHER_HOME,
    { to: 'requestViewing' },
    { to: 'tickSeveral', are: 'mornings' },
    { to: 'markInForm', mark: 'no' },
    { to: 'sendRequest' },
  ],
  teams: [
    { to: 'requestViewing' },
    { to: 'dropRequest' },
    ...LISTED_HOME,
    { to: 'markInterested' },
    { to: 'requestViewing' },
    { types: '10/12/2026' },
    { to: 'sendRequest' },
    ...LISTED_HOME,
    { to: 'markInterested' },
    { to: 'requestViewing' },
    { types: '26/11/2026' },
    { to: 'sendRequest' },
  ],
};

/** One client's way through everything there is to press. */
const walkOn = (channel: Channel): readonly Step[] => [
  { to: 'listLanguages' },
  { types: EMAIL },
  { to: 'resendCode' },
  { types: 'the code' },
  { sends: 'photo' },
  { to: 'giveFiles' },
  { types: '/home' },
  { to: 'showGroups' },
  { to: 'listGroup', group: 'toRate' },
  { to: 'goHome' },
  { to: 'listViewings' },
  { to: 'openViewing' },
  { to: 'showDirections' },
  { types: '/viewings' },
  { to: 'listViewings', tab: 'recent' },
  { to: 'openViewing' },
  { to: 'giveFeedback' },
  { to: 'rate', stars: 4 },
  { to: 'addNote' },
  { types: 'Ωραία θέα' },
  { to: 'editNote' },
  { types: 'Πολύ ωραία θέα' },
  { to: 'deleteNote' },
  { to: 'finishFeedback' },
  { to: 'listViewings' },
  { to: 'listViewings', tab: 'unconfirmed' },
  { to: 'anotherTime' },
  { to: 'dropRequest' },
  { to: 'listViewings' },
  { to: 'listViewings', tab: 'unconfirmed' },
  { to: 'acceptTime' },
  { due: 'remind' },
  { to: 'answerAttendance', answer: 'coming' },
  { to: 'answerAttendance', answer: 'late' },
  { to: 'tellLate', minutes: 20 },
  { due: 'askVisit' },
  { to: 'missedViewing' },
  { to: 'startViewing' },
  { to: 'goHome' },
  { to: 'showGroups' },
  { to: 'listGroup', group: 'toRate' },
  { to: 'openCard' },
  { to: 'openProperty' },
  { to: 'addFavourite' },
  { to: 'showPhotos' },
  { to: 'askReasons' },
  { to: 'toggleReason', reason: 'price' },
  { to: 'finishReasons' },
  { to: 'sayWhy' },
  { to: 'writeReason' },
  { types: 'Πολύς θόρυβος' },
  { to: 'sayWhy' },
  { to: 'skipReasons' },
  { to: 'markInterested' },
  { to: 'removeFavourite' },
  { to: 'goHome' },
  { to: 'listNew' },
  { to: 'openProperty' },
  ...REQUESTS[channel],
  { to: 'goHome' },
  { to: 'contactAgent' },
  { to: 'dropMessage' },
  { types: 'Καλημέρα σας' },
  { to: 'sendMessage' },
  { to: 'listFavourites' },
  { to: 'goHome' },
  { to: 'listViewings' },
  { to: 'listViewings', tab: 'unconfirmed' },
  { to: 'openViewing' },
  { to: 'askCancel' },
  { to: 'keepViewing' },
  { to: 'askCancel' },
  { to: 'cancelViewing' },
  { types: '/profile' },
  { to: 'showTour', step: 1 },
  { to: 'showTour', step: 2 },
  { to: 'endTour' },
  { types: '/profile' },
  { to: 'showPhoto' },
  { sends: 'photo' },
  { to: 'removePhoto' },
  { to: 'showProfile' },
  { to: 'showOwnDetails' },
  { to: 'editDetail', detail: 'phone' },
  { to: 'showProfile' },
  { to: 'showData' },
  { to: 'askErasure' },
  { to: 'requestErasure' },
  { to: 'changePassword' },
  { types: '/language' },
  { to: 'chooseLanguage', language: 'sv' },
  { types: '/profile' },
  { to: 'stopMessages' },
  { to: 'startMessages' },
  { types: '/profile' },
  { to: 'askLogOut' },
  { to: 'logOut' },
];

/** The language of the walk on each kind of database. */
export type WalkedIn = Readonly<Record<TestDatabase['name'], 'en' | 'pl'>>;

/**
 * Presses everything once through the running product: on one kind of database in English, on the other in a language
 * of many forms.
 */
export function describeProduct(
  name: string,
  channel: Channel,
  walkedIn: WalkedIn,
  make: (database: Database, language: Language) => Promise<ProductUnderTest>,
): void {
  describeOnBoth(`${name} in the running product`, (fresh, on) => {
    const language = walkedIn[on];
    let product: ProductUnderTest;
    const wrong: string[] = [];
    const pressed = new Set<string>();
    const read = new Set<string>();
    let speaks: string = language;

    beforeAll(async () => {
      product = await make(await fresh(), language);
      await product.opens();
      for (const step of walkOn(channel).filter((each) => !(isTurned(each) && showsTourAtOnce(channel)))) {
        if ('to' in step) await press(step);
        else await otherwise(step);
        if ('to' in step && step.to === 'chooseLanguage') speaks = 'another';
        const left = speaks === language ? englishLeftOn(newLines().join('\n'), language) : [];
        if (left.length > 0) wrong.push(`English after ${JSON.stringify(step)}: ${left.join()}`);
      }
    });
    afterAll(() => product.close());

    async function press(step: Wanted<Intent['to']>): Promise<void> {
      await product
        .presses((intent) => isWanted(intent, step))
        .catch((cause: unknown) => {
          throw new Error(`${JSON.stringify(step)} changed nothing`, { cause });
        });
      pressed.add(step.to);
      const done = await product.newActivities();
      const expected = PRESSES[step.to].leaves;
      if (done.join() !== (expected ?? '')) wrong.push(`${step.to} left "${done.join()}" in the CRM`);
    }

    async function otherwise(step: Exclude<Step, Wanted<Intent['to']>>): Promise<void> {
      if ('types' in step) await product.writes(step.types === 'the code' ? await product.code() : step.types);
      else if ('sends' in step) await product.sendsPhoto();
      else await product.comes(step.due);
      await product.newActivities();
    }

    /** What is seen now and was not seen before. */
    function newLines(): readonly string[] {
      const lines = product.sees().split('\n');
      const fresh = lines.filter((line) => !read.has(line));
      for (const line of fresh) read.add(line);
      return fresh;
    }

    it('changes the screen or the CRM with every press, and nothing twice', () => {
      expect(wrong).toEqual([]);
    });

    it('has a way to every press', () => {
      const gone: readonly string[] = ['showMore', ...NOT_OFFERED[channel]];
      expect(Object.keys(PRESSES).filter((to) => !gone.includes(to) && !pressed.has(to))).toEqual([]);
    });

    it('fails to deliver nothing', async () => {
      expect(await product.failedDeliveries()).toBe(0);
    });
  });
}

/** Whether it turns the slides or leaves them. */
const isTurned = (step: Step): boolean =>
  'to' in step && (step.to === 'endTour' || (step.to === 'showTour' && step.step !== 1));

const isWanted = (intent: Intent, step: object): boolean =>
  Object.entries(step).every(([field, value]) =>
    Object.entries(intent).some(([own, is]) => own === field && is === value),
  );
