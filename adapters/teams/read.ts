import { redact } from '#core/chat/redact.ts';
import { saidIn } from '#core/chat/said-in.ts';
import { isSecret, secret, secretIn } from '#core/chat/secret-in.ts';
import { sentWith } from '#core/chat/sent-with.ts';
import { PARTS_OF_DAY, type PartOfDay } from '#core/chat/text.ts';
import type { Did, FormDay, SentFile, Turn } from '#core/chat/turn.ts';
import { isDay } from '#core/clock.ts';
import { type Fields, fieldsIn, isFields, textIn } from '#core/fields.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { decodeIntent } from '#core/turns/intent-code.ts';
import { FIELDS } from './form.ts';
import { pictureIn, quotedIn, wordsIn } from './words-in.ts';

/** Whose bot it is. */
export type TeamsReader = {
  readonly company: CompanyId;
  readonly account: ChannelAccountId;
  /** Whether a word is an invite of the company, which may stand anywhere in a message (SPEC 12). */
  readonly isInvite: (word: string) => boolean;
};

/** An activity as our words say it; undefined where it says nothing to us. Never throws, whatever it is given. */
export function turnOf(activity: Fields, { company, account, isInvite }: TeamsReader): Turn | undefined {
  const conversation = fieldsIn(activity, 'conversation');
  const from = fieldsIn(activity, 'from');
  const [address, id] = [textIn(conversation, 'id'), textIn(activity, 'id')];
  const person = textIn(from, 'aadObjectId') ?? textIn(from, 'id');
  // What is said in a group or a meeting is nobody's private data to answer there.
  if (!address || !id || !person || !isPersonal(activity)) return undefined;
  const did = didIn(activity, isInvite);
  if (!did) return undefined;
  const language = textIn(activity, 'locale');
  const on = quotedIn(activity) ?? textIn(activity, 'replyToId');
  return {
    company,
    account,
    channel: 'teams',
    // An edit has the id of the message that it changes.
    event: did.is === 'edited' ? `${address}/${id}/${textIn(activity, 'timestamp') ?? did.words}` : `${address}/${id}`,
    address,
    person: { identity: { kind: 'aad', id: person }, ...(language ? { language } : {}) },
    ...(on && ON_MESSAGE.includes(did.is) ? { on } : {}),
    ...(SAID.includes(did.is) ? { said: id } : {}),
    did,
  };
}

/**
 * An activity with several files as one a file, each with an id of its own and the words on the first; `album` tells that
 * they were sent as one.
 */
export function partsOf(activity: Fields): readonly Fields[] {
  const files = filesIn(activity);
  const id = textIn(activity, 'id');
  if (activity.type !== 'message' || !id || files.length < 2) return [activity];
  return files.map((file, index) => ({
    ...activity,
    id: index === 0 ? id : `${id}/${index}`,
    album: id,
    attachments: [file],
    text: index === 0 ? wordsIn(activity) : '',
  }));
}

/** What is done on a message of ours, or answers it. */
const ON_MESSAGE: readonly Did['is'][] = ['pressed', 'wrote', 'choseDates', 'choseReasons'];

/** What can be edited later, and an edit of it. */
const SAID: readonly Did['is'][] = ['wrote', 'sent', 'edited'];

/**
 * The bytes that may be kept of it, without what looks like a password: of what is attached only files, since Teams
 * attaches a message's own words once more as HTML.
 */
export const storable = (activity: Fields, { isInvite }: TeamsReader): Uint8Array =>
  Buffer.from(redact('attachments' in activity ? plainly(activity) : activity, isInvite));

/** The same with its words and what they answer where they are read without the copy. */
function plainly(activity: Fields): Fields {
  const on = quotedIn(activity);
  const words = activity.type === 'message' || activity.type === 'messageUpdate' ? { text: wordsIn(activity) } : {};
  return { ...activity, ...words, ...(on ? { replyToId: on } : {}), attachments: filesIn(activity) };
}

/** The turn in bytes that were stored. Throws where they are no JSON. */
export function readStored(body: Uint8Array, reader: TeamsReader): Turn | undefined {
  const stored: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
  return isFields(stored) ? turnOf(stored, reader) : undefined;
}

/** A personal chat names itself so; the emulators leave the type out and say that it is no group. */
function isPersonal(activity: Fields): boolean {
  const { conversationType, isGroup, id } = fieldsIn(activity, 'conversation');
  if (conversationType !== undefined) return conversationType === 'personal' && isGroup !== true;
  const { team, channel, meeting } = fieldsIn(activity, 'channelData');
  const isShared = [team, channel, meeting].some(isFields) || (typeof id === 'string' && id.startsWith('19:'));
  return isGroup !== true && !isShared;
}

function didIn(activity: Fields, isInvite: TeamsReader['isInvite']): Did | undefined {
  switch (activity.type) {
    case 'message':
      return messageIn(activity, isInvite);
    case 'invoke':
      return activity.name === 'adaptiveCard/action'
        ? pressed(fieldsIn(fieldsIn(activity.value, 'action'), 'data'))
        : undefined;
    case 'installationUpdate':
      return installedIn(textIn(activity, 'action') ?? '');
    case 'messageReaction':
      return Array.isArray(activity.reactionsAdded) && activity.reactionsAdded.length > 0
        ? { is: 'sent', what: 'reaction' }
        : undefined;
    case 'messageUpdate':
      return editIn(activity, isInvite);
    // A deletion changes nothing: what it led to is on record, and can be undone there.
    // Who is in a personal chat never changes; an install greets.
    default:
      return undefined;
  }
}

/** A press, with what was filled in above it. */
function pressed(data: Fields): Did {
  const intent = decodeIntent(textIn(data, 'ref') ?? '');
  if (intent?.to === 'sendRequest' && textIn(data, 'form') === 'days') {
    const interested = textIn(data, FIELDS.interested);
    const marks = interested === undefined ? {} : { interested: interested === 'true' };
    return { is: 'choseDates', offer: intent.offer, days: daysIn(data), ...marks, sends: true };
  }
  if (intent?.to === 'chooseDates') {
    const days = daysBeforeIn(data);
    if (days.length > 0) return { is: 'choseDates', offer: intent.offer, days, sends: false };
  }
  if (intent?.to === 'finishReasons') {
    const reasons = FIELDS.reasons
      .flatMap((id) => tickedIn(data, id))
      .filter((reason) => /^[a-z_]{1,64}$/.test(reason));
    if (reasons.length > 0) return { is: 'choseReasons', offer: intent.offer, reasons };
  }
  return { is: 'pressed', intent };
}

/** Some phones send the day as a moment, `2026-12-03T00:00:00Z` (AdaptiveCards, 4118): the day that was picked stands before it. */
const dayIn = (picked: string): string => picked.trim().replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1');

/** What is ticked stands with commas between; a field that was left empty is not there (Teams, Input.ChoiceSet). */
const tickedIn = (data: Fields, id: string): readonly string[] => (textIn(data, id) ?? '').split(',').filter(Boolean);

/** The days of a form, each once, all with the part of the day that is chosen on it, where one is. */
function daysIn(data: Fields): readonly FormDay[] {
  const part = partIn(data, FIELDS.part);
  const days = [...FIELDS.days.flatMap((id) => tickedIn(data, id)), dayIn(textIn(data, FIELDS.otherDay) ?? '')];
  return [...new Set(days)].filter(isDay).map((date) => ({ date, ...(part ? { partOfDay: part } : {}) }));
}

/** Those of forms as they were sent before: days of two columns, or fields of one day and its part each. */
function daysBeforeIn(data: Fields): readonly FormDay[] {
  const ticked = daysIn(data).map(({ date, partOfDay = 'any' }) => ({ date, partOfDay }));
  const single = [0, 1, 2].map((at) => ({
    date: dayIn(textIn(data, `day${at}`) ?? ''),
    partOfDay: partIn(data, `part${at}`) ?? 'any',
  }));
  return [...ticked, ...single.filter(({ date }) => isDay(date))];
}

const partIn = (data: Fields, id: string): PartOfDay | undefined =>
  PARTS_OF_DAY.find((part) => part === textIn(data, id));

function installedIn(action: string): Did | undefined {
  if (action === 'add') return { is: 'came', code: undefined };
  return action === 'remove' ? { is: 'left' } : undefined;
}

function messageIn(activity: Fields, isInvite: TeamsReader['isInvite']): Did | undefined {
  if (isFields(activity.value)) return pressed(activity.value);
  const words = wordsIn(activity);
  const id = textIn(activity, 'id');
  const sent = sentIn(activity);
  const masked = id === undefined ? undefined : secretIn(id, words, isInvite);
  if (masked) return sent ? secret(masked.message) : masked;
  if (sent) return sentWith(sent, words, isInvite);
  return saidIn(words, isInvite);
}

function editIn(activity: Fields, isInvite: TeamsReader['isInvite']): Did | undefined {
  const words = wordsIn(activity);
  const id = textIn(activity, 'id');
  if (!id || (!words && filesIn(activity).length === 0)) return undefined;
  return isSecret(words, isInvite) ? secret(id) : { is: 'edited', words };
}

const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
/** What may be a file by its type alone; the kinds of application are Teams' own cards and links mostly. */
const FILE_TYPES = /^(image|audio|video)\/|^application\/(octet-stream|pdf|mp4|ogg)$/;

/**
 * What people attach; a copy of a message's own words as HTML, which Teams adds, is no file, but where it holds nothing but
 * a picture that is what they sent.
 */
function filesIn(activity: Fields): readonly Fields[] {
  const all: readonly unknown[] = Array.isArray(activity.attachments) ? activity.attachments : [];
  const files = all.filter(isFields).filter((attachment) => {
    const type = textIn(attachment, 'contentType') ?? '';
    return type === DOWNLOAD || FILE_TYPES.test(type);
  });
  const picture = files.length > 0 || wordsIn(activity) ? undefined : pictureIn(activity);
  return picture ? [{ contentType: 'image/*', contentUrl: picture }] : files;
}

/** The file of a message; of several, `partsOf` makes messages of their own. */
function sentIn(activity: Fields): Extract<Did, { is: 'sent' }> | undefined {
  const [attachment] = filesIn(activity);
  if (!attachment) return undefined;
  const type = textIn(attachment, 'contentType') ?? '';
  const content = fieldsIn(attachment, 'content');
  const ref = type === DOWNLOAD ? textIn(content, 'downloadUrl') : textIn(attachment, 'contentUrl');
  const album = textIn(activity, 'album');
  const file: { file?: SentFile } = ref ? { file: { is: 'there', ref, ...(album ? { album } : {}) } } : {};
  if (/^image\//.test(type)) return { is: 'sent', what: 'photo', ...file };
  const isVoice = /^audio\//.test(type) || /\.(ogg|opus|mp3|m4a)$/i.test(textIn(attachment, 'name') ?? '');
  return { is: 'sent', what: isVoice ? 'voice' : 'document', ...file };
}
