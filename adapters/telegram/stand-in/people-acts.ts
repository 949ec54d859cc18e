import { decimalParam, type Fields, integerParam, isFields, textParam } from './params.ts';
import type { Person } from './people.ts';

type Act = (person: Person, bot: string, body: Fields) => unknown;

/** What a page may let a person do, by the name in the address; bytes come as base64. */
const ACTS: Readonly<Record<string, Act>> = {
  opens: (person, bot, body) => person.opens(bot, textParam(body, 'payload')),
  writes: (person, _, body) => person.writes(textParam(body, 'text')),
  edits: (person, _, body) => person.edits(integerParam(body, 'messageId') ?? 0, textParam(body, 'text')),
  taps: (person, _, body) => person.taps(integerParam(body, 'messageId') ?? 0, textParam(body, 'button')),
  forges: (person, _, body) => person.forges(integerParam(body, 'messageId') ?? 0, textParam(body, 'data')),
  sendsPhoto: (person, _, body) => person.sendsPhoto(bytesOf(body), captionOf(body)),
  sendsAlbum: (person, _, body) => {
    const photos: unknown[] = Array.isArray(body.photos) ? body.photos : [];
    return person.sendsAlbum(photos.filter(isFields).map((photo) => ({ bytes: bytesOf(photo), ...captionOf(photo) })));
  },
  sendsVoice: (person, _, body) => person.sendsVoice(bytesOf(body), integerParam(body, 'duration')),
  sendsDocument: (person, _, body) => {
    const mime = textParam(body, 'mime') || 'application/octet-stream';
    return person.sendsDocument(bytesOf(body), { name: textParam(body, 'name') || 'file', mime, ...captionOf(body) });
  },
  sendsContact: (person, _, body) => {
    const userId = integerParam(body, 'userId');
    return person.sendsContact({ phone: textParam(body, 'phone'), ...(userId === undefined ? {} : { userId }) });
  },
  sendsLocation: (person, _, body) =>
    person.sendsLocation(decimalParam(body, 'latitude') ?? 0, decimalParam(body, 'longitude') ?? 0),
  sendsSticker: (person, _, body) => person.sendsSticker(textParam(body, 'emoji') || undefined),
  blocks: (person) => person.blocks(),
  unblocks: (person) => person.unblocks(),
};

/** The deed of this name; undefined where there is none. */
export function actOf(name: string): ((person: Person, bot: string, body: unknown) => unknown) | undefined {
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  return act && ((person, bot, body) => act(person, bot, isFields(body) ? body : {}));
}

function bytesOf(body: Fields): Uint8Array {
  return Buffer.from(textParam(body, 'base64'), 'base64');
}

function captionOf(body: Fields): { caption?: string } {
  const caption = textParam(body, 'caption');
  return caption === '' ? {} : { caption };
}
