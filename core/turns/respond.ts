import { chosenLanguage, keepingChoice } from '#core/accounts/chosen-language.ts';
import { joinByProof } from '#core/accounts/join-by-proof.ts';
import { beginSignIn, firstSignIn, signIn } from '#core/accounts/sign-in.ts';
import { byClient } from '#core/by.ts';
import type { Chat } from '#core/chat/chat.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { ClientDesk, Desk, PassedOn, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { text } from '#core/chat/screen.ts';
import type { Step } from '#core/chat/step.ts';
import { phrase } from '#core/chat/text.ts';
import type { Command, Did, Turn } from '#core/chat/turn.ts';
import { resume, setPushes } from '#core/consent/stop.ts';
import { goHome } from '#core/home/go-home.ts';
import {
  blockedScreen,
  helpScreen,
  noteScreen,
  notFoundScreen,
  switchedOffScreen,
  useLinkScreen,
} from '#core/home/screens.ts';
import { knownLanguage } from '#core/language.ts';
import { isTalking } from '#core/messages/conversation.ts';
import { keepMessage, takeMessageWords } from '#core/messages/message-turns.ts';
import { isWanted } from '#core/messages/unsent.ts';
import { takeChosenReasons } from '#core/offers/reasons.ts';
import { changeLanguage, languagesScreen } from '#core/profile/choose-language.ts';
import { awaitNoCode, takeAwaitedCode } from '#core/profile/new-email.ts';
import { readCode } from '#core/typed/read-code.ts';
import { readNumber } from '#core/typed/read-number.ts';
import { saysStart, saysStop } from '#core/typed/says-stop.ts';
import { takeForm } from '#core/viewings/send-request.ts';
import { follow } from './presses.ts';
import { showMore } from './show-more.ts';
import { rulesOf } from './steps.ts';
import { takeEdit } from './take-edit.ts';
import { takeFile } from './take-file.ts';
import { type TypedPress, typedPress, typedPressOn } from './typed-press.ts';

/**
 * The one answer to a turn: who may come in, then what the person did; `meant`: what their words press. Undefined where
 * nothing is to be said.
 */
export async function respond(
  desk: Desk,
  turn: Turn,
  meant: TypedPress | undefined,
): Promise<Reply | PassedOn | undefined> {
  const { did } = turn;
  const { chat } = desk;
  if (did.is === 'left' || did.is === 'returned' || did.is === 'moved') return undefined;
  if (did.is === 'edited') return onEdit(desk, did.words);
  const came = did.is === 'came' && did.code !== undefined && (await desk.accounts.accepts(did.code, chat.account));
  if (!chat.invited && !came) return reply(useLinkScreen);
  const theirs =
    came && !chat.invited && !chat.client ? knownLanguage(await desk.accounts.languageOf(did.code)) : undefined;
  const invited = { ...(chat.invited ? {} : { invited: true }), ...(theirs ? { language: theirs } : {}) };
  if (isStop(did) && !logsOut(desk, did)) return setPushes(desk, 'stopped');
  if (!chat.company.isActive) return reply(switchedOffScreen(chat.company.name), invited);
  const { client } = chat;
  // Whom the office invited is spoken to in their language from the first message on (rule 6).
  const door = theirs ? { ...desk, chat: { ...chat, language: theirs } } : desk;
  if (!client || client.status === 'Draft') {
    const answer = await atTheDoor(door, did);
    return changing(keepingChoice(chosenLanguage(chat.step), chat.step, answer), invited);
  }
  if (client.status === 'Blocked') return reply(blockedScreen(chat.company.name));
  const known = { ...desk, client, by: byClient(client, chat.channel) };
  // Words are for the person who holds the chat; those that answer a message of ours press what is on it.
  if (chat.isTakenOver && did.is === 'wrote' && !(desk.on && meant?.was === 'one')) {
    return passOn(known, { words: did.words });
  }
  const isWithAgent = chat.isTakenOver || isTalking(chat, desk.clock.now());
  if (isWithAgent && did.is === 'sent') {
    if (did.what === 'reaction') return undefined;
    if (did.file?.is === 'stored' && !asksForFile(chat.step))
      return passOn(known, { words: did.caption ?? '', files: [did.file.file] });
  }
  if (meant?.was === 'several') return reply(meant.screen);
  if (meant?.was === 'noSuch' && !takesNumbers(chat.step)) return reply(meant.screen);
  if (chat.pushes === 'stopped' && meant?.was === 'none' && did.is === 'wrote' && saysStart(did.words))
    return resume(known);
  const done: Present = meant?.was === 'one' ? { is: 'pressed', intent: meant.intent } : did;
  const answer = await onDeed(known, done);
  if (!answer?.screen) return answer;
  const talk = endsTalk(done) && !chat.isTakenOver ? { talk: 'ends' as const } : {};
  return { ...changing(answer, await leaving(known, done, answer)), ...talk };
}

/** What a client says to a person of the office, who answers it: nothing of ours is said to it. */
async function passOn(desk: ClientDesk, said: Parameters<typeof keepMessage>[1]): Promise<PassedOn> {
  await keepMessage(desk, said);
  return { talk: 'goes' };
}

/** Who comes home, or begins anew, speaks with the bot again. */
function endsTalk(did: Present): boolean {
  if (did.is === 'pressed') return did.intent?.to === 'goHome' || did.intent?.to === 'dropMessage';
  return did.is === 'came' || (did.is === 'ordered' && ['start', 'home', 'cancel'].includes(did.command));
}

/** Whether words that press nothing go straight to the agent: in a conversation, where no dialogue waits for them. What waits for a tap to be sent waits on. */
export function isForAgent({ chat, clock }: Desk, words: string): boolean {
  const step = listeningStep(chat, words);
  const isFree = !step || step.is === 'series' || (step.is === 'message' && !isWanted(step));
  return isFree && isLetIn(chat) && isTalking(chat, clock.now());
}

/** Whether what the chat says is heard by anybody: a client who is blocked, or an office that is off, is answered by one screen. */
export const isLetIn = ({ client, company }: Chat): boolean => client?.status === 'Active' && company.isActive;

function asksForFile(step: Step | undefined): boolean {
  const files = step && rulesOf(step).files;
  return files !== undefined && files !== 'elsewhere' && files.isAsked;
}

function takesNumbers(step: Step | undefined): boolean {
  const numbers = step && rulesOf(step).numbers;
  return (typeof numbers === 'function' && step ? numbers(step) : numbers) === 'answer';
}

/** Words that answer a message of ours mean what is on that one; others, what is on show. */
export async function meantBy({ chat, chats, on, words }: Desk, typed: string): Promise<TypedPress> {
  const message = on === undefined ? undefined : await chats.messageOn(chat.id, on);
  const intent = message && typedPressOn(message, typed, chat, words);
  return intent ? { was: 'one', intent } : typedPress(typed, chat, words);
}

/** Words that took the place of others: STOP and START count as ever, and who is not let in is not answered once more. */
async function onEdit(desk: Desk, words: string): Promise<Reply | undefined> {
  const { chat } = desk;
  if (!chat.invited) return undefined;
  if (saysStop(words)) return setPushes(desk, 'stopped');
  const { client } = chat;
  if (!chat.company.isActive || client?.status !== 'Active') return undefined;
  const known = { ...desk, client, by: byClient(client, chat.channel) };
  return chat.pushes === 'stopped' && saysStart(words) ? resume(known) : takeEdit(known, words);
}

/** What somebody did who is still there. */
type Present = Exclude<Did, { is: 'left' | 'returned' | 'moved' | 'edited' }>;

export const isStop = (did: Did): boolean =>
  (did.is === 'ordered' && did.command === 'stop') || (did.is === 'wrote' && saysStop(did.words));

/** Where the label to log out is on show, its words are that press; in Dutch and German they are one with opting out. */
function logsOut({ chat, words }: Desk, did: Did): boolean {
  if (did.is !== 'wrote' || chat.client?.status !== 'Active' || !chat.company.isActive) return false;
  const meant = typedPress(did.words, chat, words);
  return meant.was === 'one' && (meant.intent.to === 'askLogOut' || meant.intent.to === 'logOut');
}

const changing = (answer: Reply, change: Reply['change']): Reply => ({
  ...answer,
  change: { ...change, ...answer.change },
});

/** A chat that is invited, but not signed in yet. */
async function atTheDoor(desk: Desk, did: Did): Promise<Reply> {
  if (did.is === 'came') return cameToDoor(desk, did.code);
  if (did.is === 'wroteSecret') return reply(noteScreen(phrase('help.secret'), []));
  if (did.is === 'ordered')
    return did.command === 'language' ? reply(languagesScreen(desk.chat)) : orderedAtTheDoor(desk, did);
  const pressed = did.is === 'wrote' ? typedIntent(desk, did.words) : did.is === 'pressed' ? did.intent : undefined;
  if (pressed?.to === 'listLanguages') return reply(languagesScreen(desk.chat));
  if (pressed?.to === 'showMore') return showMore(desk, pressed.from);
  if (pressed?.to === 'chooseLanguage') {
    const { note, change } = await changeLanguage(desk, pressed.language);
    const again = await signIn(desk, { is: 'pressed', intent: undefined });
    const screen = { ...again.screen, blocks: [text(note), ...again.screen.blocks] };
    const answer = { screen, change: { ...again.change, ...change } };
    return keepingChoice(pressed.language, desk.chat.step, answer);
  }
  return signIn(desk, pressed ? { is: 'pressed', intent: pressed } : did);
}

/** With a proof of our page the chat is in; with an invite the way in begins. */
async function cameToDoor(desk: Desk, code: string | undefined): Promise<Reply> {
  const joined = code && (await joinByProof(desk, code));
  if (joined) return joined;
  return code && (await desk.portalUsers.awaitsPassword(code)) ? firstSignIn(desk) : beginSignIn(desk);
}

/** A code that is on its way is still taken, whatever the client tries meanwhile; only /cancel begins anew. */
function orderedAtTheDoor(desk: Desk, did: Extract<Did, { is: 'ordered' }>): Reply | Promise<Reply> {
  return did.command === 'cancel' ? beginSignIn(desk) : signIn(desk, did);
}

function typedIntent({ chat, words }: Desk, typed: string): Intent | undefined {
  // A code is longer than any number of a menu.
  const number = readNumber(typed);
  const isMenu = number === undefined ? !/\p{Nd}/u.test(typed) : number < 100;
  const meant = isMenu ? typedPress(typed, chat, words) : { was: 'none' as const };
  return meant.was === 'one' ? meant.intent : undefined;
}

/** A client who is let in: what each thing done leads to. */
async function onDeed(desk: ClientDesk, did: Present): Promise<Reply | PassedOn | undefined> {
  switch (did.is) {
    case 'came':
      return desk.chat.pushes === 'stopped' ? resume(desk) : goHome(desk);
    case 'pressed':
      return did.intent ? follow(desk, did.intent) : reply(notFoundScreen);
    case 'ordered':
      return onCommand(desk, did.command);
    case 'wrote':
      return onWords(desk, did.words);
    case 'choseDates':
      return takeForm(desk, did.offer, did);
    case 'choseReasons':
      return takeChosenReasons(desk, did.offer, did.reasons);
    case 'wroteSecret':
      return reply(noteScreen(phrase('help.secret')));
    case 'sent':
      return onSent(desk, did);
  }
}

async function onSent(desk: ClientDesk, { what, file, caption = '' }: Extract<Did, { is: 'sent' }>) {
  const resumed = desk.chat.pushes === 'stopped' && saysStart(caption) ? await setPushes(desk, 'on') : undefined;
  const answer = file
    ? await takeFile(desk, file, resumed ? undefined : caption || undefined)
    : reply(noteScreen(phrase(what === 'reaction' ? 'help.reaction' : 'help.notSaved')));
  if (!resumed || !answer) return resumed ?? answer;
  // Said by itself: of files that come together only the last would be answered.
  const screen = { ...answer.screen, blocks: [...resumed.screen.blocks, ...answer.screen.blocks] };
  return { screen, change: { ...answer.change, ...resumed.change } };
}

async function onCommand(desk: ClientDesk, command: Command): Promise<Reply> {
  switch (command) {
    case 'start':
    case 'home':
      return goHome(desk);
    case 'properties':
      return follow(desk, { to: 'showGroups' });
    case 'viewings':
      return follow(desk, { to: 'listViewings', tab: 'upcoming', page: 0 });
    case 'favourites':
      return follow(desk, { to: 'listFavourites', page: 0 });
    case 'profile':
      return follow(desk, { to: 'showProfile' });
    case 'agent':
      return follow(desk, { to: 'contactAgent' });
    case 'language':
      return follow(desk, { to: 'listLanguages' });
    case 'help':
      return reply(helpScreen(desk.chat.channel));
    case 'stop':
      return setPushes(desk, 'stopped');
    case 'cancel':
      await awaitNoCode(desk);
      return goHome(desk, phrase('help.cancelled'));
  }
}

/** The open dialogue, where words are for it: what somebody of the office wrote since is nearer; a message to them goes on. */
export function listeningStep({ step, shown }: Chat, words: string): Step | undefined {
  const isNearer = shown.spoke && step?.is !== 'message' && !(step?.is === 'newEmail' && readCode(words));
  return isNearer ? undefined : step;
}

/** Typed words that press nothing: what the open step asked for, else nothing that changes anything. */
async function onWords(desk: ClientDesk, words: string): Promise<Reply | PassedOn> {
  const step = listeningStep(desk.chat, words);
  const goesOn = isForAgent(desk, words);
  const take = step && !goesOn ? rulesOf(step).words : undefined;
  const taken = step && typeof take === 'function' ? await take(desk, step, words) : undefined;
  const answer = taken ?? (await takeAwaitedCode(desk, words));
  if (answer) return answer;
  return goesOn ? passOn(desk, { words }) : takeMessageWords(desk, undefined, words);
}

/** Steps stay open while the client answers them. Going elsewhere ends the reasons, and lets half-chosen dates rest. */
async function leaving(desk: ClientDesk, did: Present, answer: Reply): Promise<{ step?: Step | null }> {
  const { step } = desk.chat;
  if (!step) return {};
  const next = answer.change?.step;
  if (next !== undefined) {
    if (next && next.is !== step.is) await rulesOf(step).leaving?.(desk, step);
    return {};
  }
  const isMore = did.is === 'pressed' && did.intent?.to === 'showMore';
  const filled = did.is === 'choseDates' || did.is === 'choseReasons';
  const stays = filled || did.is === 'wrote' || did.is === 'sent' || did.is === 'wroteSecret' || isMore;
  if (stays) return {};
  const { left, leaving: leave } = rulesOf(step);
  await leave?.(desk, step);
  const how = did.is === 'ordered' && did.command === 'cancel' ? 'cancelled' : 'left';
  return { step: left === 'ends' ? null : left(step, how) };
}
