import { randomBytes } from 'node:crypto';
import { contentOf } from './content.ts';
import { type Fields, isFields, only, wordsAt } from './fields.ts';
import { createFiles, type Files } from './files.ts';
import { GraphError, statusError } from './graph-error.ts';
import { OPAQUE, WINDOW_MS } from './limits.ts';
import type { Content, SeenMessage } from './seen.ts';
import { createTemplates, type Templates } from './templates.ts';
import { createWebhooks, type Webhooks } from './webhooks.ts';

export type NumberOptions = {
  readonly phoneNumberId: string;
  /** Digits. */
  readonly displayPhoneNumber: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** The WhatsApp business account. */
  readonly wabaId?: string;
  /** When its token ends; never where left out. */
  readonly tokenEndsAt?: Date;
  readonly name?: string;
};

/** Somebody as the platform knows them; either id may be missing, not both. */
export type PersonIds = {
  readonly name: string;
  readonly waId?: string | undefined;
  readonly userId?: string | undefined;
};

/** One chat of the number with a person. */
export type ChatState = {
  person: PersonIds;
  readonly messages: SeenMessage[];
  lastInbound: number;
  isBlocked: boolean;
};

/** One phone number of a business, with its chats, files, templates and webhook. */
export type BusinessNumber = {
  readonly options: NumberOptions;
  readonly files: Files;
  readonly templates: Templates;
  readonly webhooks: Webhooks;
  chatOf(person: PersonIds): ChatState;
  /** POST /messages; answers what Meta answers. */
  send(body: Fields): Fields;
  /** Puts what a person did into the chat and tells the webhook. */
  arrived(chat: ChatState, content: Content, wire: Fields): string;
  /** Tells the webhook what became of a message. */
  status(chat: ChatState, id: string, status: string, code?: number): void;
  readonly count: number;
};

/** The ids of a person in the fields of an event: either may be missing. */
export const fromOf = ({ waId, userId }: PersonIds): Fields => ({
  ...(waId === undefined ? {} : { from: waId }),
  ...(userId === undefined ? {} : { from_user_id: userId }),
});

/** The business account of a number that names none. */
export const ACCOUNT = '200000000000001';
const KNOWN = ['messaging_product', 'recipient_type', 'to', 'recipient', 'type', 'context', 'biz_opaque_callback_data'];

/** `webhooks`: who is told, where it is not the address that listens. */
export function createNumber(
  options: NumberOptions,
  now: () => number,
  changed: () => void,
  webhooks = createWebhooks({ ...options, account: options.wabaId ?? ACCOUNT }),
): BusinessNumber {
  const { phoneNumberId, displayPhoneNumber } = options;
  const files = createFiles(now);
  const templates = createTemplates();
  const chats: ChatState[] = [];
  const opaque = new Map<string, unknown>();
  let count = 0;

  const about = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
  };
  const add = (chat: ChatState, from: 'bot' | 'person', content: Content): string => {
    const id = `wamid.${randomBytes(18).toString('base64url')}`;
    chat.messages.push({ id, from, at: now(), ...content });
    changed();
    return id;
  };
  const status = (chat: ChatState, id: string, became: string, code?: number) => {
    const { waId, userId } = chat.person;
    const status = {
      id,
      status: became,
      timestamp: seconds(now()),
      ...(waId === undefined ? {} : { recipient_id: waId }),
      ...(userId === undefined ? {} : { recipient_user_id: userId }),
      ...(opaque.has(id) ? { biz_opaque_callback_data: opaque.get(id) } : {}),
      ...(code === undefined ? {} : { errors: [statusError(code)] }),
    };
    webhooks.tell({ ...about, statuses: [status] });
  };
  const recipient = (body: Fields): ChatState => {
    const to = body.to ?? body.recipient;
    if (to === undefined) throw new GraphError(400, 131008, 'The parameter to is required');
    const chat = chats.find(({ person }) => (body.to === undefined ? person.userId : person.waId) === to);
    if (!chat) throw new GraphError(400, 131026, 'Message undeliverable');
    return chat;
  };

  return {
    options,
    files,
    templates,
    webhooks,
    status,
    get count() {
      return count;
    },
    chatOf: (person) => {
      const found = chats.find((chat) => chat.person === person);
      if (found) return found;
      const chat = { person, messages: [], lastInbound: Number.NEGATIVE_INFINITY, isBlocked: false };
      chats.push(chat);
      return chat;
    },
    send: (body) => {
      if (body.messaging_product !== 'whatsapp') throw new GraphError(400, 100, '(#100) messaging_product is whatsapp');
      if (body.status === 'read') {
        only(body, ['messaging_product', 'status', 'message_id', 'typing_indicator'], 'body');
        const id = wordsAt(body, 'message_id', 200);
        if (!chats.some(({ messages }) => messages.some((each) => each.id === id && each.from === 'person')))
          throw new GraphError(400, 131009, 'Parameter value is not valid: message_id');
        return { success: true };
      }
      only(body, [...KNOWN, String(body.type)], 'body');
      const chat = recipient(body);
      const content = contentOf(body, files.of, templates);
      if (body.biz_opaque_callback_data !== undefined) wordsAt(body, 'biz_opaque_callback_data', OPAQUE);
      count += 1;
      const isLate = content.kind !== 'template' && now() - chat.lastInbound >= WINDOW_MS;
      const isLost = isLate || chat.isBlocked;
      const id = isLost ? `wamid.${randomBytes(18).toString('base64url')}` : add(chat, 'bot', content);
      if (body.biz_opaque_callback_data !== undefined) opaque.set(id, body.biz_opaque_callback_data);
      if (isLost) status(chat, id, 'failed', isLate ? 131047 : 131026);
      else for (const became of ['sent', 'delivered']) status(chat, id, became);
      const { waId, userId } = chat.person;
      return {
        messaging_product: 'whatsapp',
        contacts: [
          {
            input: body.to ?? body.recipient,
            ...(waId ? { wa_id: waId } : {}),
            ...(userId ? { user_id: userId } : {}),
          },
        ],
        messages: [{ id, ...(content.kind === 'template' ? { message_status: 'accepted' } : {}) }],
      };
    },
    arrived: (chat, content, wire) => {
      const id = add(chat, 'person', content);
      chat.lastInbound = now();
      const { name, waId, userId } = chat.person;
      const contact = { profile: { name }, ...(waId ? { wa_id: waId } : {}), ...(userId ? { user_id: userId } : {}) };
      const message = { ...fromOf(chat.person), id, timestamp: seconds(now()), ...wire };
      webhooks.tell({ ...about, ...(isFields(wire.system) ? {} : { contacts: [contact] }), messages: [message] });
      return id;
    },
  };
}

const seconds = (ms: number): string => String(Math.floor(ms / 1000));
