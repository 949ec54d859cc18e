import type { Intent } from '#core/chat/intent.ts';
import type { Choice } from '#core/chat/screen.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import type { Say } from './blocks.ts';
import type { Action, ActionData } from './card.ts';

/** `isWanted`: of all that is good on its card it is the one that stands out, since two of them would say nothing. */
export function actionOf(choice: Choice, say: Say, isWanted: boolean): Action {
  const title = say(choice.label);
  if (choice.is === 'link') return openUrl(title, choice.url);
  if (choice.tone === 'bad') return press(title, choice.intent, { style: 'destructive' });
  return press(title, choice.intent, isWanted ? { style: 'positive' } : {});
}

export const openUrl = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });

type How = { readonly style?: 'positive' | 'destructive'; readonly tooltip?: string };

/** A client that knows no Execute sends the same by Submit. */
export function press(title: string, intent: Intent, how: How = {}): Action {
  const form = intent.to === 'sendRequest' ? { form: 'days' as const } : {};
  const data: ActionData = { ref: encodeIntent(intent), ...form, msteams: { feedback: { hide: true } } };
  const own = { title, data, ...how };
  return { ...own, type: 'Action.Execute', verb: 'press', fallback: { ...own, type: 'Action.Submit' } };
}
