import type { Fetched } from '#core/media.ts';

/**
 * What the house and the process with the browser say to each other. That process has no database and no secret of ours;
 * what it is given is on this page.
 */

/** One message in WhatsApp Web's terms. */
export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'image'; readonly data: Uint8Array; readonly mime: string; readonly caption: string }
  | {
      readonly is: 'document';
      readonly data: Uint8Array;
      readonly mime: string;
      readonly name: string;
      readonly caption: string;
    }
  | {
      readonly is: 'place';
      readonly latitude: number;
      readonly longitude: number;
      readonly name: string;
      readonly address: string;
    };

export type Order =
  | ({ readonly is: 'open' } & Browser)
  /** `typingMs`: for how long the person sees that an answer is being written, before it comes. */
  | {
      readonly is: 'send';
      readonly call: number;
      readonly to: string;
      readonly part: Part;
      readonly typingMs: number;
    }
  /** Fetch and open the file of a message. */
  | { readonly is: 'fetch'; readonly call: number; readonly message: string; readonly chat: string }
  /** The chat's messages took effect; its double tick turns blue, and they are not looked for again. */
  | { readonly is: 'seen'; readonly chat: string }
  | { readonly is: 'close' };

/** The browser to open, and the folder that keeps the linked session: a credential. */
export type Browser = {
  readonly chromium: string;
  readonly profile: string;
  /** Where a stand-in on loopback takes the place of web.whatsapp.com, as `host:port`. */
  readonly standIn?: string;
};

export type Report =
  /** A code for the office's phone to scan; each is good for some 20 s. */
  | { readonly is: 'qr'; readonly code: string }
  /** The code was scanned, or a kept session is being taken up. */
  | { readonly is: 'authenticated' }
  /** `phone`: the office's own number, digits only. Comes again after each reconnect. */
  | { readonly is: 'ready'; readonly phone: string }
  /** The line is gone for now; the page tries again by itself. */
  | { readonly is: 'offline' }
  | { readonly is: 'message'; readonly message: WebMessage }
  | { readonly is: 'receipt'; readonly id: string; readonly was: 'delivered' | 'read' | 'failed' }
  | { readonly is: 'sent'; readonly call: number; readonly outcome: WebSent }
  | { readonly is: 'fetched'; readonly call: number; readonly fetched: Fetched }
  /** The last word of the process: why it ends. */
  | { readonly is: 'ended'; readonly why: Ended; readonly words: string };

/** `loggedOut`: the phone unlinked us. `blocked`: WhatsApp shut the account out. `dropped`: anything that may pass. */
export type Ended = 'loggedOut' | 'blocked' | 'dropped';

/** Something a person did, with ids in the last, stable form: what stands behind the chat in a message's id. */
export type WebMessage = {
  readonly id: string;
  /** Where the answer goes: `…@lid` where WhatsApp tells that id, else `…@c.us`. */
  readonly chat: string;
  /** The person's number where the page knows it, digits only. */
  readonly phone?: string;
  /** WhatsApp's own kind: chat, image, ptt, document …; `reaction` and `edit` are ours. */
  readonly type: string;
  /** What was written, where people write: text and captions. */
  readonly body?: string;
  /** The message that this one answers. */
  readonly quoted?: string;
  /** The message whose words those are now, where it is an `edit`. */
  readonly edits?: string;
};

/** What became of one message. `words` name no person and quote nobody. */
export type WebSent =
  | { readonly was: 'sent'; readonly id: string }
  /** It did not leave. */
  | { readonly was: 'unsent'; readonly words: string }
  /** It may have left. */
  | { readonly was: 'unclear'; readonly words: string }
  /** WhatsApp knows nobody by this id. */
  | { readonly was: 'unknown' };
