import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Outgoing, Sender, Sent } from '#core/chat/channel.ts';
import type { Channel } from '#core/chat/channels.ts';
import type { Intent } from '#core/chat/intent.ts';
import { type Message, messagesOf, pressesOf } from '#core/chat/message.ts';
import type { Did } from '#core/chat/turn.ts';
import { notFoundScreen } from '#core/home/screens.ts';
import type { DeliveryId } from '#core/ids.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { moreScreen } from '#core/turns/more-screen.ts';
import { typedPressOn } from '#core/turns/typed-press.ts';
import { NOW, words } from './a-desk.ts';
import { englishLeftOn } from './english-left.ts';
import { type NamedScreen, NOT_OFFERED, OFFERED_ON, screensIn } from './screens.ts';

/** A channel as the contract sees it: the real renderer, sender and reader, with the platform's stand-in between them. */
export type ChannelUnderTest = {
  readonly sender: Sender;
  readonly account: Pick<Outgoing, 'company' | 'account'>;
  readonly channel: Channel;
  /** Buttons below a message, where those wanted most can be all that it offers: the others stand on what they open. */
  readonly room?: number;
  /** Words as they can be compared: without the signs that the channel reads as markup, and the spaces it cuts off. */
  readonly bare: (words: string) => string;
  /** Somebody new whose chat is open and empty. */
  someone(): Promise<Someone>;
  close(): Promise<void>;
};

export type Someone = {
  /** The chat, in the platform's terms. */
  readonly address: string;
  /** All that is in the chat, oldest first, without markup. */
  sees(): readonly SeenMessage[];
  /** Presses everything in the chat that it did not press yet, one after the other, and gives what arrived of it. */
  pressesAll(): Promise<readonly ArrivedPress[]>;
};

/** `on`: the platform's id of the message that was pressed, or answered by typing a number. */
export type ArrivedPress = { readonly label: string; readonly did: Did; readonly on?: string };

export type SeenMessage = {
  readonly words: string;
  readonly photos: number;
  readonly buttons: readonly string[];
  /** Addresses that can be opened from the message. */
  readonly links: readonly string[];
};

type Shown = NamedScreen & {
  readonly language: Language;
  readonly sent: readonly unknown[];
  readonly seen: readonly SeenMessage[];
  /** What More brought. */
  readonly further: readonly SeenMessage[];
  readonly pressed: readonly { readonly label: string; readonly intent: Intent | undefined }[];
};

/** Visible letters of a label of ours that no phone cuts off. */
const LABEL = 24;

/** Words differ by language, the wire does not; Polish has letters and forms that English lacks. */
export const WIRE_LANGUAGES = ['en', 'pl'] as const satisfies readonly Language[];

/** What a card without room for it offers below its details. */
const BELOW_DETAILS: ReadonlySet<string> = new Set<Intent['to']>(['goHome', 'addFavourite', 'removeFavourite']);

/** What every channel holds: each screen is shown whole and loses no choice, in ten languages. */
export function describeInProcess(name: string, inProcess: () => ChannelUnderTest): void {
  const under = inProcess();

  describe.each(LANGUAGES)(`${name} in process in %s`, (language) => {
    let screens: readonly Shown[];
    beforeAll(async () => {
      screens = await showAll(inProcess(), language, await screensIn(language, under.channel));
    });

    describeClaims(language, under, () => screens);
  });
}

/** The same over the platform's wire; and nothing comes of it that does not come without it. */
export function describeOverWire(
  name: string,
  wire: () => Promise<ChannelUnderTest>,
  inProcess: () => ChannelUnderTest,
): void {
  const under = inProcess();

  describe(`${name} over the wire`, () => {
    let channel: ChannelUnderTest;
    beforeAll(async () => {
      channel = await wire();
    });
    afterAll(() => channel.close());

    describe.each(WIRE_LANGUAGES)('in %s', (language) => {
      let screens: readonly Shown[];
      beforeAll(async () => {
        screens = await showAll(channel, language, await screensIn(language, under.channel));
      });

      describeClaims(language, under, () => screens);

      it('shows, and sends back, what it does in process', async () => {
        const expected = await showAll(inProcess(), language, await screensIn(language, under.channel));

        expect(screens.map(comparable)).toEqual(expected.map(comparable));
      });
    });
  });
}

function describeClaims(
  language: Language,
  { bare, channel, room = Number.POSITIVE_INFINITY }: Pick<ChannelUnderTest, 'bare' | 'channel' | 'room'>,
  shown: () => readonly Shown[],
): void {
  const offered = (message: Message): Message => {
    const wanted = message.choices.filter((choice) => choice.is === 'press' && choice.atHand);
    return wanted.length >= room ? { ...message, choices: wanted } : message;
  };
  const wrong = (isWrong: (screen: Shown) => unknown) =>
    shown().flatMap((screen) => {
      const found = isWrong(screen);
      return Array.isArray(found) && found.length > 0 ? [`${screen.name}: ${JSON.stringify(found)}`] : [];
    });

  it('shows every screen', () => {
    expect(wrong(({ sent }) => sent)).toEqual([]);
    expect(
      shown()
        .filter(({ seen }) => seen.length === 0)
        .map((each) => each.name),
    ).toEqual([]);
  });

  it('loses no choice: each can be pressed, and what arrives is the same', () => {
    const lost = ({ messages, pressed }: Shown) => {
      const arrived = new Set(pressed.map(({ intent }) => codeOf(intent)));
      return messages
        .flatMap((message) => pressesOf(offered(message)))
        .map(({ intent }) => codeOf(intent))
        .filter((code) => !arrived.has(code));
    };

    expect(wrong(lost)).toEqual([]);
  });

  it('has no button that leads nowhere', () => {
    expect(wrong(({ pressed }) => pressed.filter(({ intent }) => !intent))).toEqual([]);
  });

  it('has a button for everything that can be done, days included', () => {
    const offers = ({ name, pressed }: Shown, to: string, on: string) =>
      (name === on || (isShort && BELOW_DETAILS.has(to) && name.startsWith('details'))) &&
      pressed.some(({ intent }) => intent?.to === to);
    const isShort = room < Number.POSITIVE_INFINITY;
    const missing = Object.entries(OFFERED_ON).filter(
      ([to, on]) => !NOT_OFFERED[channel].some((each) => each === to) && !shown().some((each) => offers(each, to, on)),
    );

    expect(missing).toEqual([]);
  });

  it('shows every label, and every link, whole', () => {
    const cut = ({ messages, seen, further }: Shown) => {
      const all = [...seen, ...further].flatMap((each) => [each.words, ...each.buttons, ...each.links]).join('\n');
      return messages
        .flatMap((message) =>
          offered(message).choices.flatMap((choice) => [
            words.say(choice.label, language),
            ...(choice.is === 'link' ? [choice.url] : []),
          ]),
        )
        .filter((each) => !bare(all).includes(bare(each)));
    };

    expect(wrong(cut)).toEqual([]);
  });

  it('shows all that is written, on cards and in lists too', () => {
    const cut = ({ messages, seen }: Shown) => {
      const all = seen.map((each) => each.words).join('\n');
      return messages
        .flatMap((message) => writtenOn(message, language))
        .filter((each) => !bare(all).includes(bare(each)));
    };

    expect(wrong(cut)).toEqual([]);
  });

  it('keeps what it says on buttons within a phone', () => {
    const long = ({ messages }: Shown) =>
      messages
        .flatMap(({ choices }) => choices)
        .filter(({ label }) => 'say' in label && label.say.startsWith('label.'))
        .map(({ label }) => words.say(label, language))
        .filter((label) => lettersOf(label) > LABEL);

    expect(wrong(long)).toEqual([]);
  });

  it('keeps days, ticks and what stands above them in a list within a phone', () => {
    const long = ({ messages }: Shown) =>
      messages
        .flatMap(({ choices }) => choices)
        .flatMap((choice) => (choice.is === 'press' && choice.section ? [choice.label, choice.section] : []))
        .map((each) => words.say(each, language))
        .filter((each) => lettersOf(each) > LABEL);

    expect(wrong(long)).toEqual([]);
  });

  it('answers with at most three messages', () => {
    expect(wrong(({ seen }) => (seen.filter(isOfItsOwn).length > 3 ? seen : []))).toEqual([]);
  });

  it('leaves no English where the reader speaks another language', () => {
    expect(
      wrong(({ seen }) => englishLeftOn(seen.flatMap((each) => [each.words, ...each.buttons]).join('\n'), language)),
    ).toEqual([]);
  });
}

const comparable = ({ name, sent, seen, further, pressed }: Shown) => ({
  ...{ name, sent, seen, further },
  pressed: pressed.map(({ label, intent }) => `${label}: ${codeOf(intent)}`),
});

const showAll = (channel: ChannelUnderTest, language: Language, all: readonly NamedScreen[]) =>
  inTurn(all, (screen) => show(channel, screen, language));

async function show(channel: ChannelUnderTest, screen: NamedScreen, language: Language): Promise<Shown> {
  const person = await channel.someone();
  const shown = new Map<string, Message>();
  const failed: Sent[] = [];
  const pressed: { label: string; intent: Intent | undefined }[] = [];
  const send = async (message: Message) => {
    const sent = await channel.sender.send({ ...channel.account, ...owed, address: person.address, message, language });
    if (sent.was === 'sent') shown.set(sent.platformId, message);
    else failed.push(sent);
  };
  await inTurn(screen.messages, send);
  const seen = person.sees();
  for (let arrived = await person.pressesAll(); arrived.length > 0; arrived = await person.pressesAll()) {
    for (const { label, did, on = '' } of arrived) {
      const message = shown.get(on);
      const typed =
        did.is === 'wrote' && message
          ? typedPressOn(message, did.words, { language, isNumbered: true }, words)
          : undefined;
      const intent = did.is === 'pressed' ? did.intent : (sentBy(did) ?? typed);
      if (intent?.to !== 'showMore') pressed.push({ label, intent });
      else if (message) await inTurn(messagesOf(moreScreen(message, intent.from) ?? notFoundScreen), send);
    }
  }
  return { ...screen, language, sent: failed, seen, further: person.sees().slice(seen.length), pressed };
}

/** A further photo of an album belongs to the first. */
const isOfItsOwn = ({ words: said, photos }: SeenMessage, at: number, all: readonly SeenMessage[]): boolean =>
  !(said === '' && photos === 1 && all[at - 1]?.photos === 1);

/** What every delivery says besides its message. */
const owed = {
  delivery: 'd0d0d0d0-0000-7000-8000-000000000000' as DeliveryId,
  kind: 'screen',
  lastInbound: NOW,
  prompted: false,
} as const;

async function inTurn<From, To>(all: readonly From[], work: (each: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const each of all) done.push(await work(each));
  return done;
}

/** A form comes with the button that sends it. */
function sentBy(did: Did): Intent | undefined {
  if (did.is === 'choseReasons') return { to: 'finishReasons', offer: did.offer };
  return did.is === 'choseDates' && did.sends ? { to: 'sendRequest', offer: did.offer } : undefined;
}

const codeOf = (intent: Intent | undefined): string => (intent ? encodeIntent(intent) : 'nothing');

/** Every text of a message, as plain words. */
function writtenOn({ body }: Message, language: Language): readonly string[] {
  const say = (text: Parameters<typeof words.say>[0]) => words.say(text, language);
  switch (body.is) {
    case 'written':
      return body.paragraphs.flatMap((each) =>
        each.is === 'list'
          ? each.entries.flatMap(({ title, mark, line }) => [title, ...(mark ? [mark] : []), line].map(say))
          : [say(each.text)],
      );
    case 'card':
      return body.card.lines.map((each) => say(each.text));
    case 'album':
      return [say(body.caption)];
    case 'event':
      return (body.lines ?? [{ text: body.caption }]).flatMap(({ text, struck }) =>
        struck ? [say(text), say(struck)] : [say(text)],
      );
    case 'place':
      // An area is a circle without words where a channel draws one; what it means is said beside it.
      return body.place.radius === undefined ? [say(body.place.name), body.place.address] : [];
  }
}

const letters = new Intl.Segmenter();
const lettersOf = (label: string): number => [...letters.segment(label)].length;
