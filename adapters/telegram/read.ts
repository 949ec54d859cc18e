import { saidIn } from '#core/chat/said-in.ts';
import { isSecret, secret, secretIn } from '#core/chat/secret-in.ts';
import type { Did, Turn } from '#core/chat/turn.ts';
import { type Fields, fieldsIn, idIn, isFields, textIn } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { decodeIntent } from '#core/turns/intent-code.ts';
import { sentIn } from './sent-in.ts';

/** Whose bot got the update. */
export type Reader = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  /** Whether a word is an invite of the company, which may stand anywhere in a message (SPEC 12). */
  readonly isInvite?: (word: string) => boolean;
};

/** An update that says nothing to us. */
export type Ignored = { readonly is: 'ignored'; readonly why: string };

/** What somebody did, or why not. */
type Read =
  | { readonly did: Did; readonly chat: Fields; readonly from: Fields; readonly on?: string; readonly said?: string }
  | Ignored;

/** Reads an update of the Bot API into our words. Never throws, whatever it is given. */
export function read(update: unknown, { company, account, isInvite = () => false }: Reader): Turn | Ignored {
  const event = isFields(update) ? idIn(update, 'update_id') : undefined;
  if (!isFields(update) || event === undefined) return ignored('it has no update_id');
  const found = readKind(update, isInvite);
  if ('is' in found) return found;

  const address = idIn(found.chat, 'id');
  const id = idIn(found.from, 'id');
  if (found.chat.type !== 'private') return ignored('it is not from a private chat');
  if (address === undefined || id === undefined || found.from.is_bot === true) return ignored('nobody sent it');
  const language = textIn(found.from, 'language_code');
  return {
    company,
    account,
    channel: 'telegram',
    event,
    address,
    person: { identity: { kind: 'tg_user', id }, ...(language ? { language } : {}) },
    ...(found.on === undefined ? {} : { on: found.on }),
    ...(found.said === undefined ? {} : { said: found.said }),
    did: found.did,
  };
}

const ignored = (why: string): Ignored => ({ is: 'ignored', why });

function readKind(update: Fields, isInvite: (word: string) => boolean): Read {
  if (isFields(update.message)) return readMessage(update.message, isInvite);
  if (isFields(update.edited_message)) return readEdit(update.edited_message, isInvite);
  if (isFields(update.callback_query)) return readPress(update.callback_query);
  if (isFields(update.my_chat_member)) return readMember(update.my_chat_member);
  const kind = Object.keys(update).find((field) => field !== 'update_id');
  return ignored(kind === undefined ? 'it is empty' : 'it is of a kind that we do not read');
}

function readMessage(message: Fields, isInvite: (word: string) => boolean): Read {
  const did =
    secretOf(message, isInvite) ?? saidIn(textIn(message, 'text') ?? '', isInvite) ?? sentIn(message, isInvite);
  if (!did) return ignored('the message has nothing in it that we read');
  const answered = did.is === 'wrote' ? idIn(fieldsIn(message, 'reply_to_message'), 'message_id') : undefined;
  return { did, ...whereAndWho(message), ...saidOf(message), ...(answered === undefined ? {} : { on: answered }) };
}

/** A place that moves, or a picture that is another now, is no edit of words. */
function readEdit(message: Fields, isInvite: (word: string) => boolean): Read {
  const masked = secretOf(message, isInvite);
  if (masked) return { did: secret(masked.message), ...whereAndWho(message) };
  const sent = sentIn(message, isInvite);
  const words =
    textIn(message, 'text') ?? textIn(message, 'caption') ?? (sent?.is === 'sent' && sent.file ? '' : undefined);
  if (words === undefined) return ignored('it is an edit of something without words');
  return { did: { is: 'edited', words }, ...whereAndWho(message), ...saidOf(message) };
}

/** The message may be gone or too old to be shown, but its id and chat are there (Bot API, InaccessibleMessage). */
function readPress(query: Fields): Read {
  const message = fieldsIn(query, 'message');
  const data = textIn(query, 'data');
  const on = idIn(message, 'message_id');
  if (data === undefined || on === undefined) return ignored('the press is not of a button of ours');
  return {
    did: { is: 'pressed', intent: decodeIntent(data) },
    chat: fieldsIn(message, 'chat'),
    from: fieldsIn(query, 'from'),
    on,
  };
}

function readMember(change: Fields): Read {
  const status = fieldsIn(change, 'new_chat_member').status;
  const is = status === 'kicked' ? 'left' : status === 'member' ? 'returned' : undefined;
  return is ? { did: { is }, ...whereAndWho(change) } : ignored('the membership did not change');
}

const saidOf = (message: Fields): { said?: string } => {
  const said = idIn(message, 'message_id');
  return said === undefined ? {} : { said };
};

const whereAndWho = (message: Fields) => ({ chat: fieldsIn(message, 'chat'), from: fieldsIn(message, 'from') });

function secretOf(message: Fields, isInvite: (word: string) => boolean) {
  const id = idIn(message, 'message_id');
  if (id === undefined) return undefined;
  return isSecret(textIn(message, 'caption') ?? '', isInvite)
    ? secret(id)
    : secretIn(id, textIn(message, 'text') ?? '', isInvite);
}
