import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Channel } from '#core/chat/channels.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Language } from '#core/language.ts';
import type { ActivityType } from '#core/timeline.ts';
import { PRESSES } from '#core/turns/presses.ts';
import type { Database } from '#db/database.ts';
import { describeOnBoth, type TestDatabase } from '#db/testing.ts';
import { englishLeftOn } from './english-left.ts';
import { showsTourAtOnce } from './screens.ts';

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

/** One client's way through everything there is to press. */
const WALK: readonly Step[] = [
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
  { to: 'listViewings', tab: 'upcoming' },
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
  { due: 'askVisit' },
  { to: 'missedViewing' },
  { to: 'startViewing' },
  { to: 'goHome' },
  { to: 'listNew' },
  { to: 'openCard' },
  { to: 'addFavourite' },
  { to: 'removeFavourite' },
  { to: 'openProperty' },
  { to: 'showPhotos' },
  { to: 'askReasons' },
  { to: 'toggleReason', reason: 'price' },
  { to: 'writeReason' },
  { types: 'Πολύς θόρυβος' },
  { to: 'finishReasons' },
  { to: 'askReasons' },
  { to: 'skipReasons' },
  { to: 'markInterested' },
  { to: 'goHome' },
  { to: 'listNew' },
  { to: 'openCard' },
  { to: 'openProperty' },
  { to: 'requestViewing' },
  { to: 'chooseDates' },
  { to: 'dropRequest' },
  { to: 'requestViewing' },
  { to: 'markThenChoose' },
  { to: 'turnMonth', month: '2026-12' },
  { to: 'chooseDay', day: '2026-12-10' },
  { to: 'choosePart', part: 'morning' },
  { to: 'addDate' },
  { to: 'chooseDay', day: '2026-12-11' },
  { to: 'choosePart', part: 'any' },
  { to: 'sendRequest' },
  { to: 'goHome' },
  { to: 'listNew' },
  { to: 'openCard' },
  { to: 'openProperty' },
  { to: 'requestViewing' },
  { to: 'chooseDates' },
  { to: 'chooseDay', day: '2026-11-26' },
  { to: 'choosePart', part: 'evening' },
  { to: 'sendRequest' },
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
  walkedIn: WalkedIn,
  channel: Channel,
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
      for (const step of WALK.filter((each) => !(isTurned(each) && showsTourAtOnce(channel)))) {
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
      expect(Object.keys(PRESSES).filter((to) => to !== 'showMore' && !pressed.has(to))).toEqual(
        showsTourAtOnce(channel) ? ['endTour'] : [],
      );
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
