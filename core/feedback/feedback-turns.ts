import { whyRefused } from '#core/chat/refused.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { receiptOf, reply } from '#core/chat/reply.ts';
import { STARS, type Stars } from '#core/chat/stars.ts';
import { phrase } from '#core/chat/text.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { goHome } from '#core/home/go-home.ts';
import { noteScreen, notFoundScreen } from '#core/home/screens.ts';
import type { ViewingId } from '#core/ids.ts';
import { isDocument, PHOTOS_A_VIEWING, type StoredFile } from '#core/media.ts';
import { readStars } from '#core/typed/read-stars.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import type { Given } from './feedback.ts';
import { type Gave, giveFeedback as give } from './give-feedback.ts';
import { saidIn } from './own-note.ts';
import { feedbackScreen, noteAskedScreen, ratedScreen, savedScreen, unsavedScreen } from './screens.ts';
import { starsOf } from './stars-of.ts';
import { askWhichProperty, nothingWaits, waitingFiles } from './which-property.ts';

/** What is written from now on belongs to this viewing. */
const listening = ({ id }: Viewing) => ({ step: { is: 'feedback' as const, viewing: id } });
/** What waits to be told its home is not given up for a document. */
const documentRefused = receiptOf('refused', reply(noteScreen(phrase('refused.type'))));
const locked = reply(noteScreen(phrase('feedback.locked')));

async function completed({ viewings, client }: ClientDesk, id: ViewingId): Promise<Viewing | Reply> {
  const viewing = await viewings.find(client.contact, id);
  if (!viewing) return reply(notFoundScreen);
  return viewing.status === 'completed' ? viewing : locked;
}

export async function giveFeedback(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await completed(desk, id);
  if ('screen' in viewing) return viewing;
  return reply(feedbackScreen(viewing, await starsOf(desk, viewing)), listening(viewing));
}

export async function rate(desk: ClientDesk, id: ViewingId, stars: Stars): Promise<Reply> {
  const viewing = await completed(desk, id);
  if ('screen' in viewing) return viewing;
  const now = await starsOf(desk, viewing);
  const before = now === stars ? undefined : now;
  await give(desk, desk.by, viewing, { kind: 'rating', stars, ...(before === undefined ? {} : { before }) });
  return reply(ratedScreen(viewing, stars, before), listening(viewing));
}

export async function askNote(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await completed(desk, id);
  return 'screen' in viewing ? viewing : reply(noteAskedScreen(viewing), listening(viewing));
}

export async function finishFeedback(desk: ClientDesk): Promise<Reply> {
  return { ...(await goHome(desk, phrase('feedback.thanks'))), change: { step: null } };
}

/** Words in the dialogue of a viewing are a note on it, but for those that are nothing but stars. */
export async function takeNote(desk: ClientDesk, id: ViewingId, words: string): Promise<Reply> {
  const said = readStars(words, desk.chat.language);
  const stars = STARS.find((each) => each === said);
  if (stars) return rate(desk, id, stars);
  const viewing = await completed(desk, id);
  if ('screen' in viewing) return viewing;
  const message = saidIn(desk);
  const gave = await give(desk, desk.by, viewing, {
    kind: 'note',
    text: words,
    ...(message ? { saidIn: message } : {}),
  });
  return answered(viewing, gave, 'note');
}

/**
 * A photo or recording: for the viewing whose dialogue is open, else for the one completed last; where two were close
 * together the client says which; where there is none, or it is a film or document, it is offered as a message to the agent
 * (rule 22).
 */
export async function takeViewingFile(
  desk: ClientDesk,
  sent: SentFile,
  caption?: string,
): Promise<Reply | undefined | 'noViewing'> {
  const { step } = desk.chat;
  const open = step?.is === 'feedback' ? await desk.viewings.find(desk.client.contact, step.viewing) : undefined;
  const fitting = open ? [open] : await desk.viewings.lastCompleted(desk.client.contact);
  const [viewing, another] = fitting;
  if (!viewing) return 'noViewing';
  if (viewing.status !== 'completed') return locked;
  if (sent.is !== 'stored') return receiptOf('refused', reply(unsavedScreen(viewing, whyRefused(sent))));
  if (isDocument(sent.file)) return waitingFiles(desk) ? documentRefused : 'noViewing';
  const { file, album } = sent;
  const also = { ...(album === undefined ? {} : { album }), ...(caption ? { caption } : {}) };
  if (another) return askWhichProperty(desk, fitting, { file, ...also });
  const message = saidIn(desk);
  const gave = await giveFile(desk, viewing, file, { ...also, ...(message ? { saidIn: message } : {}) });
  return answered(viewing, gave, kindOf(file));
}

/** What waited goes to the property that the client said. */
export async function giveWaiting(desk: ClientDesk, id: ViewingId): Promise<Reply> {
  const viewing = await completed(desk, id);
  if ('screen' in viewing) return viewing;
  const { files, album, caption } = waitingFiles(desk) ?? { files: [] };
  const [first] = files;
  if (!first) return nothingWaits;
  const together = files.length > 1 ? { album: album ?? first.id } : {};
  const words = caption ? { caption } : {};
  let answer = nothingWaits;
  for (const file of files) {
    // The words belong to all of them, and stand once.
    const gave = await giveFile(desk, viewing, file, { ...together, ...(file === first ? words : {}) });
    answer = answered(viewing, gave, kindOf(file));
  }
  return { ...answer, change: { ...answer.change, ...listening(viewing) } };
}

function giveFile(
  desk: ClientDesk,
  viewing: Viewing,
  file: StoredFile,
  { album, caption, ...said }: { readonly album?: string; readonly caption?: string; readonly saidIn?: string },
): Promise<Gave> {
  const text = { ...(caption ? { text: caption } : {}), ...said };
  const given: Given =
    kindOf(file) === 'photo'
      ? { kind: 'photos', file, ...text, ...(album === undefined ? {} : { album }) }
      : { kind: 'voice_note', file, ...text };
  return give(desk, desk.by, viewing, given);
}

const kindOf = ({ mime }: StoredFile): 'photo' | 'voice' => (mime.startsWith('image/') ? 'photo' : 'voice');

function answered(viewing: Viewing, gave: Gave, what: 'note' | 'photo' | 'voice'): Reply {
  switch (gave.was) {
    case 'locked':
      return locked;
    case 'tooLong':
      return reply(unsavedScreen(viewing, phrase('feedback.noteTooLong')), listening(viewing));
    case 'tooMany':
      return receiptOf(
        'refused',
        reply(unsavedScreen(viewing, phrase('feedback.tooMany', { most: String(PHOTOS_A_VIEWING) }))),
      );
    case 'joined':
      return receiptOf('saved', reply(savedScreen(viewing, { photos: gave.photos }), listening(viewing)));
    case 'given': {
      const saved = savedScreen(viewing, `${what}Saved`, what === 'note' ? gave.item : undefined);
      return what === 'photo' ? receiptOf('saved', reply(saved, listening(viewing))) : reply(saved, listening(viewing));
    }
  }
}
