import { whyRefused } from '#core/chat/refused.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { noteScreen } from '#core/home/screens.ts';
import { FILES_A_MESSAGE } from '#core/media.ts';
import { unsentScreen } from './screens.ts';
import { below, propertyOf, restingOf, type Unsent } from './unsent.ts';

/** A photo or recording of no viewing goes with a message to the agent, once that is sent (rule 22). */
export async function attachFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { chat } = desk;
  const unsent = chat.step?.is === 'message' ? chat.step : undefined;
  const kept = unsent ? { step: unsent } : {};
  if (sent.is !== 'stored') return reply(noteScreen(whyRefused(sent)), kept);
  const files = [...(unsent?.files ?? []), sent.file];
  if (files.length > FILES_A_MESSAGE)
    return reply(noteScreen(phrase('message.tooManyFiles', { most: String(FILES_A_MESSAGE) })), kept);
  await desk.files.keep({ kind: 'chat', id: chat.id }, sent.file);
  const { words, said } = below(desk, unsent, caption);
  const { album } = sent;
  const step: Unsent = {
    ...unsent,
    ...restingOf(desk),
    is: 'message',
    words,
    said,
    files,
    ...(album ? { album } : {}),
  };
  if (album === undefined || unsent?.album !== album)
    return reply(unsentScreen(words, files, await propertyOf(desk, step)), { step });
  // An album was answered with its first photo.
  await desk.chats.change(chat.id, { step });
  return undefined;
}
