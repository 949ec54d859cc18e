import { type Fields, fieldsIn, isFields } from '#core/fields.ts';
import type { Answer, Chat } from './chat.ts';
import type { SeenMessage } from './seen.ts';
import { shownOn } from './seen.ts';

/** Somebody with Teams and the bot's app. Each deed resolves with the status of the bot's answer. */
export type TeamsPerson = {
  readonly name: string;
  /** Where the bot's answers go. */
  readonly conversation: string;
  installs(): Promise<number>;
  uninstalls(): Promise<number>;
  writes(text: string, more?: Fields): Promise<number>;
  /** Puts other words in the place of those written last. */
  edits(text: string): Promise<number>;
  /** Presses the action of that title or reference. The card that the bot answers with takes the place of the pressed one. */
  taps(message: string, action: string, filled?: Readonly<Record<string, string>>): Promise<number>;
  /** The same by a client that knows no Execute. */
  submits(message: string, action: string): Promise<number>;
  reacts(message: string): Promise<number>;
  /** Pastes pictures into one message. */
  sendsPhotos(all: readonly Buffer[], text?: string): Promise<number>;
  /** Attaches a file by its name. */
  sendsFile(bytes: Buffer, name: string): Promise<number>;
  /** Attaches several to one message, all by that name. */
  sendsFiles(all: readonly Buffer[], name: string): Promise<number>;
  sends(activity: Fields): Promise<number>;
  readonly messages: () => readonly SeenMessage[];
  /** How often the bot was seen typing. */
  readonly typed: () => number;
};

type Needs = {
  readonly name: string;
  readonly conversation: string;
  /** What every activity of this person says. */
  readonly about: Fields;
  readonly chat: Chat;
  readonly newId: () => string;
  readonly post: (activity: object) => Promise<Answer>;
  readonly keepFile: (bytes: Buffer) => string;
  readonly changed: () => void;
};

export function createTeamsPerson({
  name,
  conversation,
  about,
  chat,
  newId,
  post,
  keepFile,
  changed,
}: Needs): TeamsPerson {
  let written = '';
  const sends = async (activity: Fields) => (await post({ ...about, id: newId(), ...activity })).status;
  const find = (message: string, wanted: string) => {
    const on = chat.messages.find(({ id }) => id === message);
    const action = on?.actions.find(({ title, ref }) => title === wanted || ref === wanted);
    if (!on || !action) throw new Error(`"${wanted}" is not offered on: ${on?.text}`);
    // What was filled in, or stood in the form already, comes back with any press (Adaptive Cards, Action.Execute).
    return { on, data: { ...action.data, ...on.filled } };
  };
  const attached = (bytes: Buffer, name: string) => {
    const content = { downloadUrl: keepFile(bytes), fileType: name.split('.').at(-1), uniqueId: newId() };
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    return { contentType, contentUrl: keepFile(bytes), name, content };
  };
  const says = (text: string) => {
    chat.messages.push({
      id: newId(),
      from: 'person',
      text,
      pictures: [],
      actions: [],
      links: [],
      inputs: [],
      filled: {},
      edits: 0,
    });
    changed();
  };

  return {
    name,
    conversation,
    sends,
    messages: () => chat.messages,
    typed: () => chat.typed,
    installs: () => {
      chat.isInstalled = true;
      return sends({ type: 'installationUpdate', action: 'add' });
    },
    uninstalls: () => {
      chat.isInstalled = false;
      return sends({ type: 'installationUpdate', action: 'remove' });
    },
    writes: (text, more = {}) => {
      says(text);
      written = newId();
      return sends({ type: 'message', id: written, text, textFormat: 'plain', ...more });
    },
    edits: (text) =>
      sends({ type: 'messageUpdate', id: written, text, textFormat: 'plain', timestamp: new Date().toISOString() }),
    taps: async (message, wanted, filled = {}) => {
      const { on, data: own } = find(message, wanted);
      const data = { ...own, ...filled };
      const unknown = Object.keys(filled).find((id) => !on.inputs.includes(id));
      if (unknown) throw new Error(`there is nothing to fill in as ${unknown}`);
      const action = { type: 'Action.Execute', verb: 'press', data };
      const invoke = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action, trigger: 'manual' },
        replyToId: message,
      };
      const answer = await post({ ...about, id: `f:${newId()}`, ...invoke });
      const body = isFields(answer.body) ? answer.body : {};
      if (body.type === 'application/vnd.microsoft.card.adaptive') {
        const card = fieldsIn(body, 'value');
        const at = chat.messages.findIndex(({ id }) => id === on.id);
        const before = chat.messages[at];
        if (before) chat.messages[at] = { ...before, ...shownOn(card), card };
        changed();
      } else if (answer.status === 200) throw new Error('something went wrong: the answer to the tap is no card');
      return answer.status;
    },
    submits: (message, wanted) => sends({ type: 'message', value: find(message, wanted).data, replyToId: message }),
    sendsPhotos: (all, text = '') => {
      written = newId();
      return sends({
        type: 'message',
        id: written,
        text,
        attachments: [
          { contentType: 'text/html', content: `<p>${text}</p>` },
          ...all.map((bytes) => ({ contentType: 'image/*', contentUrl: keepFile(bytes) })),
        ],
      });
    },
    sendsFile: (bytes, name) => sends({ type: 'message', text: '', attachments: [attached(bytes, name)] }),
    sendsFiles: (all, name) =>
      sends({ type: 'message', text: '', attachments: all.map((bytes) => attached(bytes, name)) }),
    reacts: (message) => sends({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: message }),
  };
}
