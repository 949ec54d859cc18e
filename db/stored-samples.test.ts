import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shown, Step } from '#core/chat/chat.ts';
import type { Intent } from '#core/chat/intent.ts';
import { type Body, type Message, type Paragraph, pressesOf } from '#core/chat/message.ts';
import type { Task } from '#core/chat/owed.ts';
import type { Choice, Question } from '#core/chat/screen.ts';

/**
 * What stands in databases as JSON: a folder a version, a file a kind of it, a line a sample. Samples are added, and
 * never changed: chats that were left years ago have such rows.
 */
const FOLDER = new URL('./fixtures/stored/', import.meta.url);

/** Every sample of a kind that some version stored, with its name. */
function samplesOf<Stored>(kind: 'step' | 'shown' | 'message' | 'task'): readonly (readonly [string, Stored])[] {
  return readdirSync(FOLDER).flatMap((version) => {
    const samples: Readonly<Record<string, Stored>> = JSON.parse(
      readFileSync(new URL(`${version}/${kind}.json`, FOLDER), 'utf8'),
    );
    return Object.entries(samples).map(([name, stored]) => [`${version}: ${name}`, stored] as const);
  });
}

const steps = samplesOf<Step>('step').map(([, step]) => step);
const shown = samplesOf<Shown>('shown').map(([, screen]) => screen);
const messages = samplesOf<Message>('message').map(([, message]) => message);
const tasks = samplesOf<Task>('task').map(([, task]) => task);

const STEPS: Readonly<Record<Step['is'], true>> = {
  email: true,
  code: true,
  name: true,
  reasons: true,
  dates: true,
  whichHome: true,
  photo: true,
  newEmail: true,
  detail: true,
  message: true,
  feedback: true,
};
const BODIES: Readonly<Record<Body['is'], true>> = { written: true, card: true, album: true, place: true, event: true };
const PARAGRAPHS: Readonly<Record<Paragraph['is'], true>> = { title: true, text: true, list: true };
const CHOICES: Readonly<Record<Choice['is'], true>> = { press: true, link: true };
const QUESTIONS: Readonly<Record<Question['is'], true>> = { words: true, dates: true };
const TASKS: Readonly<Record<Task['is'], true>> = { bundle: true, remind: true, askVisit: true };
const PRESSES: Readonly<Record<Intent['to'], true>> = {
  goHome: true,
  listNew: true,
  showGroups: true,
  listGroup: true,
  listFavourites: true,
  openCard: true,
  openDetails: true,
  showPhotos: true,
  markInterested: true,
  askReasons: true,
  toggleReason: true,
  writeReason: true,
  finishReasons: true,
  skipReasons: true,
  addFavourite: true,
  removeFavourite: true,
  requestViewing: true,
  markThenChoose: true,
  chooseDates: true,
  turnMonth: true,
  chooseDay: true,
  choosePart: true,
  addDate: true,
  sendRequest: true,
  dropRequest: true,
  listViewings: true,
  openViewing: true,
  cancelViewing: true,
  confirmCancel: true,
  keepViewing: true,
  showDirections: true,
  anotherTime: true,
  acceptTime: true,
  answerAttendance: true,
  startViewing: true,
  missedViewing: true,
  giveFeedback: true,
  rate: true,
  addNote: true,
  finishFeedback: true,
  contactAgent: true,
  sendMessage: true,
  dropMessage: true,
  showProfile: true,
  showDetails: true,
  changePassword: true,
  logOut: true,
  showData: true,
  askErasure: true,
  requestErasure: true,
  stopMessages: true,
  giveFiles: true,
  showPhoto: true,
  removePhoto: true,
  editDetail: true,
  editNote: true,
  deleteNote: true,
  showTour: true,
  listLanguages: true,
  chooseLanguage: true,
  resendCode: true,
  showMore: true,
};

const kindsIn = (found: readonly string[]) => [...new Set(found)].toSorted();
const kindsOf = (all: Readonly<Record<string, true>>) => Object.keys(all).toSorted();

describe('the samples of what is stored', () => {
  it('have every dialogue', () => {
    expect(kindsIn(steps.map((step) => step.is))).toEqual(kindsOf(STEPS));
  });

  it.each(['answer', 'push'] as const)('have every press, shown by an %s', (by) => {
    expect(kindsIn(shown.flatMap((screen) => screen[by].map(({ intent }) => intent.to)))).toEqual(kindsOf(PRESSES));
  });

  it('have every press on a message but More, which a channel draws by itself', () => {
    const { showMore: _, ...offered } = PRESSES;
    const found = messages.flatMap((message) => pressesOf(message).map(({ intent }) => intent.to));
    expect(kindsIn(found)).toEqual(kindsOf(offered));
  });

  it('have every kind of message, paragraph, choice and question', () => {
    const paragraphs = messages.flatMap(({ body }) => (body.is === 'written' ? body.paragraphs : []));
    expect(kindsIn(messages.map(({ body }) => body.is))).toEqual(kindsOf(BODIES));
    expect(kindsIn(paragraphs.map((each) => each.is))).toEqual(kindsOf(PARAGRAPHS));
    expect(kindsIn(messages.flatMap(({ choices }) => choices.map((each) => each.is)))).toEqual(kindsOf(CHOICES));
    expect(kindsIn(messages.flatMap(({ asks }) => (asks ? [asks.is] : [])))).toEqual(kindsOf(QUESTIONS));
  });

  it('have everything that is to be done later', () => {
    expect(kindsIn(tasks.map((task) => task.is))).toEqual(kindsOf(TASKS));
  });
});
