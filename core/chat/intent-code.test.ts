import { describe, expect, it } from 'vitest';
import type { Id } from '#core/ids.ts';
import { LANGUAGES } from '#core/language.ts';
import { DETAILS } from '#core/profile/profile.ts';
import { ATTENDANCES, GROUPS, type Intent, STARS, TABS } from './intent.ts';
import { decodeIntent, encodeIntent, INTENT_BYTES } from './intent-code.ts';
import type { PartOfDay } from './text.ts';
import { TOUR_STEPS } from './tour-step.ts';

/** The same numbers each run (mulberry32), so that a failure can be repeated. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const dice = createDice(20_261_126);
const oneOf = <Item>(items: readonly [Item, ...Item[]]): Item => items[dice(items.length)] ?? items[0];

function anId<Kind extends string>(): Id<Kind> {
  const hex = Array.from({ length: 32 }, () => dice(16).toString(16)).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as Id<Kind>;
}
const aDay = () => new Date(Date.UTC(1990 + dice(120), dice(12), 1 + dice(28))).toISOString().slice(0, 10);
const aReason = () => Array.from({ length: 1 + dice(20) }, () => oneOf(['a', 'q', 'z', '_'])).join('');

/** One of every intent; the type makes sure that none is missing. */
function everyIntent(): readonly Intent[] {
  const offer = anId<'offer'>();
  const viewing = anId<'viewing'>();
  const page = dice(100_000);
  const day = aDay();
  const part = oneOf<PartOfDay>(['any', 'morning', 'afternoon', 'evening']);
  const of: { readonly [To in Intent['to']]: Intent & { readonly to: To } } = {
    goHome: { to: 'goHome' },
    listNew: { to: 'listNew', page },
    showGroups: { to: 'showGroups' },
    listGroup: { to: 'listGroup', group: oneOf(GROUPS), page },
    listFavourites: { to: 'listFavourites', page },
    openCard: { to: 'openCard', offer },
    openDetails: { to: 'openDetails', offer, page },
    showPhotos: { to: 'showPhotos', offer, page },
    markInterested: { to: 'markInterested', offer, ...oneOf([{}, { from: 'details' as const }]) },
    askReasons: { to: 'askReasons', offer, ...oneOf([{}, { from: 'details' as const }]) },
    toggleReason: { to: 'toggleReason', offer, reason: aReason() },
    writeReason: { to: 'writeReason', offer },
    finishReasons: { to: 'finishReasons', offer },
    skipReasons: { to: 'skipReasons', offer },
    addFavourite: { to: 'addFavourite', offer, ...oneOf([{}, { from: 'details' as const }]) },
    removeFavourite: { to: 'removeFavourite', offer, ...oneOf([{}, { from: 'details' as const }]) },
    contactAgent: { to: 'contactAgent', ...oneOf([{}, { offer }]) },
    sendMessage: { to: 'sendMessage' },
    dropMessage: { to: 'dropMessage' },
    showProfile: { to: 'showProfile' },
    showDetails: { to: 'showDetails' },
    changePassword: { to: 'changePassword' },
    logOut: { to: 'logOut' },
    showData: { to: 'showData' },
    askErasure: { to: 'askErasure' },
    requestErasure: { to: 'requestErasure' },
    stopMessages: { to: 'stopMessages' },
    giveFiles: { to: 'giveFiles', viewing },
    showPhoto: { to: 'showPhoto' },
    removePhoto: { to: 'removePhoto' },
    editDetail: { to: 'editDetail', detail: oneOf(DETAILS) },
    editNote: { to: 'editNote', note: anId<'feedback'>() },
    deleteNote: { to: 'deleteNote', note: anId<'feedback'>() },
    showTour: { to: 'showTour', step: oneOf(TOUR_STEPS) },
    anotherTime: { to: 'anotherTime', viewing },
    acceptTime: { to: 'acceptTime', viewing, at: dice(2_000_000_000) },
    answerAttendance: { to: 'answerAttendance', viewing, answer: oneOf(ATTENDANCES) },
    startViewing: { to: 'startViewing', viewing },
    missedViewing: { to: 'missedViewing', viewing },
    requestViewing: { to: 'requestViewing', offer },
    markThenChoose: { to: 'markThenChoose', offer },
    chooseDates: { to: 'chooseDates', offer },
    turnMonth: { to: 'turnMonth', offer, month: day.slice(0, 7) },
    chooseDay: { to: 'chooseDay', offer, day },
    choosePart: { to: 'choosePart', offer, day, part },
    addDate: { to: 'addDate', offer },
    sendRequest: { to: 'sendRequest', offer },
    dropRequest: { to: 'dropRequest', offer },
    listViewings: { to: 'listViewings', tab: oneOf(TABS), page },
    openViewing: { to: 'openViewing', viewing },
    cancelViewing: { to: 'cancelViewing', viewing },
    confirmCancel: { to: 'confirmCancel', viewing },
    keepViewing: { to: 'keepViewing', viewing },
    showDirections: { to: 'showDirections', viewing },
    giveFeedback: { to: 'giveFeedback', viewing },
    rate: { to: 'rate', viewing, stars: oneOf(STARS) },
    addNote: { to: 'addNote', viewing },
    finishFeedback: { to: 'finishFeedback' },
    listLanguages: { to: 'listLanguages' },
    chooseLanguage: { to: 'chooseLanguage', language: oneOf(LANGUAGES) },
    resendCode: { to: 'resendCode' },
    showMore: { to: 'showMore', from: dice(1000) },
  };
  return Object.values(of);
}

const OFFER = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as Id<'offer'>;
const many = Array.from({ length: 300 }, everyIntent).flat();

describe('encodeIntent', () => {
  it('brings every intent back as it was', () => {
    for (const intent of many) expect(decodeIntent(encodeIntent(intent))).toEqual(intent);
  });

  it('keeps to 64 bytes of ASCII', () => {
    for (const intent of many) expect(encodeIntent(intent)).toMatch(/^1[\w.?-]{1,63}$/);
    expect(INTENT_BYTES).toBe(64);
  });

  it('gives two intents never the same code', () => {
    const different = new Set(many.map((intent) => JSON.stringify(intent)));

    expect(new Set(many.map(encodeIntent)).size).toBe(different.size);
  });

  it('writes today what is on the buttons of yesterday', () => {
    expect(encodeIntent({ to: 'markInterested', offer: OFFER })).toBe('1i.AZLxxFowfD6bHS9uikwNEQ');
    expect(encodeIntent({ to: 'chooseDay', offer: OFFER, day: '2026-11-26' })).toBe('1y.AZLxxFowfD6bHS9uikwNEQ.g1b');
    expect(encodeIntent({ to: 'turnMonth', offer: OFFER, month: '2026-11' })).toBe('1m.AZLxxFowfD6bHS9uikwNEQ.irm');
    expect(encodeIntent({ to: 'listGroup', group: 'toRate', page: 2 })).toBe('1G.t.2');
  });

  it('refuses to write what no button can carry', () => {
    const toggle = (reason: string) => () => encodeIntent({ to: 'toggleReason', offer: OFFER, reason });

    expect(toggle('a'.repeat(39))).toThrow('65 bytes');
    expect(toggle('Größe')).toThrow('key');
    expect(toggle('')).toThrow('key');
    expect(() => encodeIntent({ to: 'listNew', page: -1 })).toThrow('number');
    expect(() => encodeIntent({ to: 'turnMonth', offer: OFFER, month: '2026-13' })).toThrow('month');
    expect(() => encodeIntent({ to: 'chooseDay', offer: OFFER, day: '2026-02-31' })).toThrow('day');
    expect(() => encodeIntent({ to: 'openCard', offer: '42' as Id<'offer'> })).toThrow('UUID');
  });
});

describe('decodeIntent', () => {
  it('takes a damaged code for nothing, or for another proper intent; it never throws', () => {
    const letters = ['', '.', '1', 'A', '_', 'é', '😀', '\0', '\ud800', '/', ' '] as const;

    for (const intent of many) {
      const code = encodeIntent(intent);
      const at = dice(code.length + 1);
      const damaged = code.slice(0, at) + oneOf(letters) + code.slice(at + dice(3));
      const read = decodeIntent(damaged);
      if (read) expect(encodeIntent(read)).toBe(damaged);
    }
  });

  it.each([
    ['nothing', ''],
    ['the version alone', '1'],
    ['another version', '2h'],
    ['an unknown intent', '1?'],
    ['a name from Object', '1constructor'],
    ['a field too many', '1h.0'],
    ['a field too few', '1i'],
    ['an id that is cut', '1i.AZLxxFowfD6bHS9uikwNE'],
    ['an id with bits left over', '1i.AZLxxFowfD6bHS9uikwNER'],
    ['a number with a zero before it', '1n.01'],
    ['a number too large', '1n.zzzzzzzzzzz'],
    ['a negative number', '1n.-1'],
    ['a day after the year 9999', '1y.AZLxxFowfD6bHS9uikwNEQ.zzzzz'],
    ['a month after the year 9999', '1m.AZLxxFowfD6bHS9uikwNEQ.zzzzz'],
    ['an unknown group', '1G.z.0'],
    ['an unknown language', '1l.xx'],
    ["another bot's code", 'menu:open:42'],
    ['something long', `1t.${'a'.repeat(100_000)}`],
  ])('answers undefined to %s', (_, code) => {
    expect(decodeIntent(code)).toBeUndefined();
  });
});
