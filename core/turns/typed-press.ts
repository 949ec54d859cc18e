import type { Chat, Pressable, Shown } from '#core/chat/chat.ts';
import type { Intent } from '#core/chat/intent.ts';
import type { Message } from '#core/chat/message.ts';
import { pressablesOf } from '#core/chat/pressables-of.ts';
import type { Choice, Screen } from '#core/chat/screen.ts';
import { press, text } from '#core/chat/screen.ts';
import { joined, phrase } from '#core/chat/text.ts';
import { homeChoice, mainMenu } from '#core/home/screens.ts';
import type { Language } from '#core/language.ts';
import { readNumber } from '#core/typed/read-number.ts';
import { readAskedStars, readStars } from '#core/typed/read-stars.ts';
import { folded, withoutThanks } from '#core/typed/without-manners.ts';
import type { Words } from '#core/words.ts';

/** What typed words press on the newest screen (rule 23): one thing, some that the client must choose from, or nothing. */
export type TypedPress =
  | { readonly was: 'one'; readonly intent: Intent }
  | { readonly was: 'several'; readonly screen: Screen }
  /** A number that stands for nothing; the menu again. An open step may take it for something else. */
  | { readonly was: 'noSuch'; readonly screen: Screen }
  | { readonly was: 'none' };

/** The main menu can be typed from everywhere: Home is always one step away. */
const MENU: readonly Pressable[] = [...mainMenu, press(phrase('label.language'), { to: 'listLanguages' })].flatMap(
  (choice) => (choice.is === 'press' ? [{ number: 0, label: choice.label, intent: choice.intent }] : []),
);

export function typedPress(typed: string, { shown, language, isNumbered }: Chat, words: Words): TypedPress {
  const number = readNumber(typed);
  // "How many of you will come?" "3".
  if (number !== undefined && shown.spoke && !isNumbered) return { was: 'none' };
  const says = saying(typed, language, words);
  const isMeant = meaning(number, says, (shown.spoke ? readStars : readAskedStars)(typed, language));
  // "Are you interested?" "Interested": said to the agent, and not of the home whose card stands further up.
  const isToAgent = ({ intent }: Pressable) => shown.spoke && number === undefined && isAboutOneHome(intent);
  const answer = shown.answer.filter((each) => !isToAgent(each));
  const onScreen = distinct([...answer, ...shown.push].filter(isMeant));
  const [only, another] = onScreen.length > 0 || number !== undefined ? onScreen : distinct(MENU.filter(says));
  if (!only) return number === undefined ? { was: 'none' } : { was: 'noSuch', screen: noSuchScreen(number, shown) };
  // A push or a person came between: it is not clear that the client means the screen before it.
  const unclear = (shown.push.length > 0 || shown.spoke) && (number !== undefined || isAboutOneHome(only.intent));
  if (!another && !unclear) return { was: 'one', intent: only.intent };
  return {
    was: 'several',
    screen: { blocks: [text(phrase('which.ask'))], choices: [...onScreen.map(named), homeChoice] },
  };
}

const noSuchScreen = (number: number, { answer, push }: Shown): Screen => {
  const choices = distinct([...answer, ...push]).map(named);
  const isHomeThere = [...answer, ...push].some(({ intent }) => intent.to === 'goHome');
  return {
    blocks: [text(phrase('which.none', { number: String(number) }))],
    choices: isHomeThere ? choices : [...choices, homeChoice],
  };
};

/** What typed words press on the very message that they answer; a push that came meanwhile makes no difference. */
export function typedPressOn(
  message: Message,
  typed: string,
  { language, isNumbered }: Pick<Chat, 'language' | 'isNumbered'>,
  words: Words,
): Intent | undefined {
  const number = readNumber(typed);
  const isMeant = meaning(number, saying(typed, language, words), readAskedStars(typed, language));
  const pressables = pressablesOf([message]);
  const intent = pressables.find(isMeant)?.intent;
  // Below an agent's words, which have no other button than Home, a number is the answer to them.
  return number !== undefined && !isNumbered && intent?.to === 'goHome' && pressables.length === 1 ? undefined : intent;
}

/** Whether a number means it, else words or stars. */
const meaning = (number: number | undefined, says: (each: Pressable) => boolean, stars: number | undefined) =>
  number === undefined
    ? (each: Pressable) => says(each) || gives(each, stars)
    : (each: Pressable) => each.number === number;

/** Whether somebody who typed this means it, with a greeting or thanks around; English is understood by all. */
function saying(typed: string, language: Language, words: Words): (each: Pressable) => boolean {
  const whole = folded(typed);
  const wanted = new Set([whole, withoutThanks(whole)].filter(Boolean));
  return ({ label }) =>
    wanted.size > 0 && [language, 'en' as const].some((each) => wanted.has(folded(words.say(label, each))));
}

/** Whether it is the button of these stars. */
const gives = ({ intent }: Pressable, stars: number | undefined): boolean =>
  intent.to === 'rate' && intent.stars === stars;

/** The label with the property it stands on, so that two alike can be told apart. */
const named = ({ label, of, intent }: Pressable): Choice => press(of ? joined(': ', [of, label]) : label, intent);

const isAboutOneHome = (intent: Intent): boolean => 'offer' in intent || 'viewing' in intent;

function distinct(pressables: readonly Pressable[]): readonly Pressable[] {
  const seen = new Map(pressables.map((each) => [JSON.stringify(each.intent), each]));
  return [...seen.values()];
}
