import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { receiptOf, reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import { noteScreen, notFoundScreen } from '#core/home/screens.ts';
import { PHOTOS_A_VIEWING, type StoredFile } from '#core/media.ts';
import type { Viewing } from '#core/viewings/viewing.ts';
import { NOTE_LENGTH } from './give-feedback.ts';
import { whichPropertyScreen } from './screens.ts';

/** Files that wait to be told which property they are of. `album`: what the platform calls the newest ones. */
export type WaitingFiles = {
  readonly files: readonly StoredFile[];
  readonly album?: string;
  readonly caption?: string;
};

type Sent = Pick<WaitingFiles, 'album' | 'caption'> & { readonly file: WaitingFiles['files'][number] };

/** Two properties were visited close together, so the client says which one a file belongs to; it waits until then. */
export async function askWhichProperty(
  desk: ClientDesk,
  viewings: readonly Viewing[],
  { file, album, caption }: Sent,
): Promise<Reply> {
  const { chat } = desk;
  const waiting = chat.step?.is === 'whichProperty' ? chat.step : undefined;
  if (waiting && waiting.files.length >= PHOTOS_A_VIEWING)
    return receiptOf('refused', reply(noteScreen(phrase('feedback.tooMany', { most: String(PHOTOS_A_VIEWING) }))));
  await desk.files.keep({ kind: 'chat', id: chat.id }, file);
  const step = {
    is: 'whichProperty' as const,
    files: [...(waiting?.files ?? []), file],
    ...(album === undefined ? {} : { album }),
    ...(caption || waiting?.caption ? { caption: [waiting?.caption, caption].filter(Boolean).join('\n') } : {}),
  };
  return receiptOf('offered', reply(whichPropertyScreen(viewings), { step }));
}

/** Words in between belong to what waits; the question stands. */
export async function takeWordsForProperty(desk: ClientDesk, step: WaitingFiles, words: string): Promise<Reply> {
  const caption = [step.caption, words].filter(Boolean).join('\n');
  if (caption.length > NOTE_LENGTH) return reply(noteScreen(phrase('feedback.noteTooLong')));
  const viewings = await desk.viewings.lastCompleted(desk.client.contact);
  return reply(whichPropertyScreen(viewings), { step: { ...step, is: 'whichProperty', caption } });
}

/** What waits for its property; undefined where nothing does any more. */
export const waitingFiles = ({ chat: { step } }: ClientDesk): WaitingFiles | undefined =>
  step?.is === 'whichProperty' ? step : undefined;

/** The answer where what waited is gone. */
export const nothingWaits = reply(notFoundScreen);
