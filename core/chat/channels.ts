/** What of a channel is decided outside of its adapter. */
export type ChannelFacts = {
  /** What people call it. */
  readonly name: string;
  /** The same where there is little room. */
  readonly short: string;
  /** The ways to speak with its platform; the first is meant where none is named. */
  readonly transports: readonly [string, ...string[]];
  /** Whether a message that was sent can be changed. Elsewhere an old one stays as it was, and answers with what is so now. */
  readonly edits: boolean;
  /** How days are chosen: by ticking a grid tap by tap, in a form that is sent at once, or out of a list. */
  readonly days: 'grid' | 'form' | 'list';
  /** Whether words that were sent can become a message with a picture. */
  readonly addsPictures: boolean;
  /** Whether a voice note can be recorded in it; elsewhere one comes as a file. */
  readonly recordsVoice: boolean;
  /** Whether it tells which photos were sent as one; elsewhere they come one by one. */
  readonly namesAlbums: boolean;
  /** Hours after the person's last message in which free words are taken, by transport; one that always takes them has none. */
  readonly windowHours: Readonly<Record<string, number>>;
  /** The ways that show no buttons of ours, but numbers to be typed. */
  readonly numbered: readonly string[];
  /** Whether each message costs money or standing there, so that an answer takes as few as it can. */
  readonly sparesMessages: boolean;
  /** Whether calendar files are messages there; elsewhere they are links. */
  readonly takesFiles: boolean;
  /** Whether several things are ticked in one form, which one press sends. */
  readonly hasForms: boolean;
};

/** The channels. A further one begins here; the compiler then names what else has to know it. */
export const CHANNELS = {
  telegram: {
    ...{ name: 'Telegram', short: 'Telegram', transports: ['bot_api'], edits: true, windowHours: {} },
    ...{ days: 'grid', namesAlbums: true, sparesMessages: false, hasForms: false, takesFiles: true },
    ...{ numbered: [], addsPictures: false, recordsVoice: true },
  },
  whatsapp: {
    /** Meta's customer service window. */
    ...{ name: 'WhatsApp', short: 'WhatsApp', transports: ['cloud', 'web'], edits: false, windowHours: { cloud: 24 } },
    ...{ days: 'list', namesAlbums: false, sparesMessages: true, hasForms: false, takesFiles: true },
    ...{ numbered: ['web'], addsPictures: false, recordsVoice: true },
  },
  teams: {
    ...{ name: 'Microsoft Teams', short: 'Teams', transports: ['connector'], edits: true, windowHours: {} },
    ...{ days: 'form', namesAlbums: true, sparesMessages: false, hasForms: true, takesFiles: false },
    ...{ numbered: [], addsPictures: true, recordsVoice: false },
  },
} as const satisfies Readonly<Record<string, ChannelFacts>>;

/** How long after the person's last message a transport takes free words; undefined where it always does. */
const windowHoursOf = (channel: Channel, transport: Transport): number | undefined =>
  new Map<string, number>(Object.entries(CHANNELS[channel].windowHours)).get(transport);

const HOUR_MS = 60 * 60_000;

/** Until when a chat takes free words; undefined where it always does. `lastInbound`: when the person did something there last. */
export function windowEnd({ channel, transport, lastInbound }: Windowed): Date | undefined {
  const hours = windowHoursOf(channel, transport);
  return hours === undefined ? undefined : new Date(lastInbound.getTime() + hours * HOUR_MS);
}
type Windowed = { readonly channel: Channel; readonly transport: Transport; readonly lastInbound: Date };

export type Channel = keyof typeof CHANNELS;
export type Transport = (typeof CHANNELS)[Channel]['transports'][number];

export const isChannel = (name: string): name is Channel => Object.hasOwn(CHANNELS, name);
export const CHANNEL_IDS: readonly Channel[] = Object.keys(CHANNELS).filter(isChannel);
export const TRANSPORTS: readonly Transport[] = Object.values(CHANNELS).flatMap(({ transports }) => transports);

/** Whether typed numbers are its buttons. */
export const isNumbered = (channel: Channel, transport: Transport): boolean => {
  const numbered: readonly string[] = CHANNELS[channel].numbered;
  return numbered.includes(transport);
};
