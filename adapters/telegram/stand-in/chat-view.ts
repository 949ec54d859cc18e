import { commandsFor } from './commands.ts';
import type { ReplyButton } from './keyboard.ts';
import { type Seen, seenOf } from './seen.ts';
import { type WaitOptions, waitFor } from './wait-for.ts';
import type { Answer, BotState, Command, PersonState, World } from './world.ts';

/** A chat as one person sees it now. */
export type ChatView = {
  messages(): readonly Seen[];
  /** The last message of the bot; throws where there is none. */
  last(): Seen;
  find(messageId: number): Seen | undefined;
  /** What presses were answered with. */
  readonly answers: readonly Answer[];
  /** 'typing' and the like, until the next message. */
  readonly action: string | undefined;
  /** The keyboard in place of the person's own. */
  readonly keyboard: readonly (readonly ReplyButton[])[];
  readonly commands: readonly Command[];
  readonly blocked: boolean;
  /** Resolves with what `look` finds, looking again at every change. */
  waitFor<T>(look: (chat: ChatView) => T | undefined | null | false, options?: WaitOptions): Promise<T>;
  /** Resolves with the first message of the bot, after message `after`, that is as asked. */
  waitForMessage(isIt?: (message: Seen) => boolean, options?: WaitOptions & { readonly after?: number }): Promise<Seen>;
};

export function createChatView(world: World, bot: BotState, person: PersonState): ChatView {
  const state = () => bot.chats.get(person.id);
  const view: ChatView = {
    messages: () => seenOf(state()?.messages.values() ?? []),
    last: () => {
      const last = view.messages().findLast((message) => message.from === 'bot');
      if (!last) throw new Error(`@${bot.username} has sent ${person.firstName} nothing`);
      return last;
    },
    find: (messageId) => view.messages().find((message) => message.ids.includes(messageId)),
    get answers() {
      return state()?.answers ?? [];
    },
    get action() {
      return state()?.action;
    },
    get keyboard() {
      return state()?.replyKeyboard ?? [];
    },
    get commands() {
      return commandsFor(bot, person);
    },
    get blocked() {
      return state()?.blocked ?? false;
    },
    waitFor: (look, options) => waitFor(world.changes, () => look(view), options),
    waitForMessage: (isIt = () => true, { after = 0, ...options } = {}) => {
      const isAsked = (message: Seen) => message.from === 'bot' && message.id > after && isIt(message);
      return waitFor(world.changes, () => view.messages().find(isAsked), { what: 'the awaited message', ...options });
    },
  };
  return view;
}
