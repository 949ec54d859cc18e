import { redact } from '#core/chat/redact.ts';
import type { Identity, Turn } from '#core/chat/turn.ts';
import type { Receipt } from '#core/delivery/deliveries.ts';
import { type Fields, fieldsIn, isFields, textIn } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { didIn, saidBy } from './did-in.ts';
import { receiptIn } from './receipt-in.ts';

/** Whose number it is. */
export type CloudReader = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  readonly phoneNumberId: string;
  /** Whether a word is an invite of the company, which may stand anywhere in a message (SPEC 12). */
  readonly isInvite: (word: string) => boolean;
};

/** What one webhook body tells. Messages come in the order in which they stand there. */
type WebhookRead = {
  /** With the bytes that may be stored and read again: one message, without what looks like a password. */
  readonly turns: { readonly turn: Turn; readonly body: Uint8Array }[];
  readonly receipts: Receipt[];
  /** Numbers that are not ours. */
  readonly foreign: string[];
  /** How many things in it say nothing to us. */
  ignored: number;
};

/** Reads a webhook of the Cloud API into our words. Never throws, whatever it is given. */
export function readWebhook(body: unknown, reader: CloudReader): Readonly<WebhookRead> {
  const read: WebhookRead = { turns: [], receipts: [], foreign: [], ignored: 0 };
  for (const value of valuesIn(body)) {
    const number = textIn(fieldsIn(value, 'metadata'), 'phone_number_id');
    if (number !== reader.phoneNumberId) {
      read.foreign.push(number ?? '');
      continue;
    }
    for (const message of listIn(value, 'messages')) {
      const turn = turnOf(message, value, reader);
      if (turn) read.turns.push({ turn, body: storable(message, value, reader, 'messages') });
      else read.ignored += 1;
    }
    for (const preference of listIn(value, 'user_preferences')) {
      const turn = stopIn(preference, reader);
      if (turn) read.turns.push({ turn, body: storable(preference, value, reader, 'user_preferences') });
      else read.ignored += 1;
    }
    for (const status of listIn(value, 'statuses')) {
      const receipt = receiptIn(status);
      if (receipt) read.receipts.push(receipt);
      else read.ignored += 1;
    }
  }
  return read;
}

/** The turn in bytes that were stored; undefined where they say nothing to us. Throws where they are no JSON. */
export function readStored(body: Uint8Array, reader: CloudReader): Turn | undefined {
  return readWebhook(JSON.parse(Buffer.from(body).toString('utf8')), reader).turns[0]?.turn;
}

/** Who stops marketing messages in WhatsApp itself wants no offers; to begin again they write START. */
function stopIn(preference: Fields, { company, account }: CloudReader): Turn | undefined {
  const id = textIn(preference, 'user_id') ?? textIn(preference, 'wa_id');
  if (preference.value !== 'stop' || !id) return undefined;
  const identity: Identity = { kind: textIn(preference, 'user_id') ? 'bsuid' : 'phone', id };
  const event = `stop/${id}/${String(preference.timestamp)}`;
  const did = { is: 'ordered', command: 'stop' } as const;
  return { company, account, channel: 'whatsapp', event, address: id, person: { identity }, did };
}

const valuesIn = (body: unknown): readonly Fields[] =>
  listIn(isFields(body) ? body : {}, 'entry')
    .flatMap((entry) => listIn(entry, 'changes'))
    .map((change) => fieldsIn(change, 'value'));

function listIn(fields: Fields, name: string): readonly Fields[] {
  const list = fields[name];
  return Array.isArray(list) ? list.filter(isFields) : [];
}

/** `holds`: which of the webhook's lists the thing is in. */
function storable(
  one: Fields,
  { metadata, contacts }: Fields,
  { isInvite }: CloudReader,
  holds: 'messages' | 'user_preferences',
): Uint8Array {
  const value = { metadata, contacts, [holds]: [one] };
  return Buffer.from(redact({ entry: [{ changes: [{ value }] }] }, isInvite));
}

function turnOf(message: Fields, value: Fields, { company, account, isInvite }: CloudReader): Turn | undefined {
  const event = textIn(message, 'id');
  const identity = whoIn(message, value);
  const did = didIn(message, isInvite);
  // What is said in a group is nobody's private data to answer there.
  if (!event || !identity || !did || isOfGroup(message)) return undefined;
  const on = textIn(fieldsIn(message, 'context'), 'id');
  const answers = (did.is === 'pressed' || did.is === 'wrote') && on ? { on } : {};
  const said = saidBy(message);
  const by = (did.is === 'wrote' || did.is === 'edited' || did.is === 'sent') && said ? { said } : {};
  const person = { identity, ...phoneIn(message, value) };
  return { company, account, channel: 'whatsapp', event, address: identity.id, person, ...answers, ...by, did };
}

/** Meta names the group on the message, and may one day name it beside what it answers (Cloud API, groups). */
const isOfGroup = (message: Fields): boolean =>
  [message, fieldsIn(message, 'context')].some(
    ({ group_id: group, recipient_type: type }) => group !== undefined || type === 'group',
  );

/** The id of the platform; a number only where it sends no other (SPEC 10, Identity). Who moves is known by the old one. */
function whoIn(message: Fields, value: Fields): Identity | undefined {
  const contact = contactIn(message, value);
  const previous = textIn(fieldsIn(message, 'system'), 'previous_user_id');
  const bsuid = previous ?? textIn(message, 'from_user_id') ?? (contact && textIn(contact, 'user_id'));
  if (bsuid) return { kind: 'bsuid', id: bsuid };
  const { phone } = phoneIn(message, value);
  return phone === undefined ? undefined : { kind: 'phone', id: phone };
}

/** Who wrote, as the webhook lists them beside the message. */
function contactIn(message: Fields, value: Fields): Fields | undefined {
  const contacts = listIn(value, 'contacts');
  const own = contacts.find((each) => each.wa_id === message.from);
  return own ?? (contacts.length === 1 ? contacts[0] : undefined);
}

/** Nothing where the person goes by a name and Meta keeps the number to itself (Cloud API, business-scoped user ids). */
function phoneIn(message: Fields, value: Fields): { readonly phone?: string } {
  const contact = contactIn(message, value);
  const phone = textIn(message, 'from') || (contact && textIn(contact, 'wa_id'));
  return phone ? { phone } : {};
}
