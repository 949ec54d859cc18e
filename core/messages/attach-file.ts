import { whyRefused } from '#core/chat/refused.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase } from '#core/chat/text.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { noteScreen } from '#core/home/screens.ts';
import { FILES_A_MESSAGE } from '#core/media.ts';
import { type Draft, homeOf, restingOf } from './draft.ts';
import { draftScreen } from './screens.ts';

/** A photo or recording of no viewing goes with a message to the agent, once that is sent (rule 22). */
export async function attachFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply | undefined> {
  const { chat } = desk;
  const draft = chat.step?.is === 'message' ? chat.step : undefined;
  const kept = draft ? { step: draft } : {};
  if (sent.is !== 'stored') return reply(noteScreen(whyRefused(sent)), kept);
  const files = [...(draft?.files ?? []), sent.file];
  if (files.length > FILES_A_MESSAGE)
    return reply(noteScreen(phrase('message.tooManyFiles', { most: String(FILES_A_MESSAGE) })), kept);
  await desk.files.keep({ kind: 'chat', id: chat.id }, sent.file);
  const words = [draft?.words, caption].filter(Boolean).join('\n');
  const { album } = sent;
  const step: Draft = { ...draft, ...restingOf(desk), is: 'message', words, files, ...(album ? { album } : {}) };
  if (album === undefined || draft?.album !== album)
    return reply(draftScreen(words, files, await homeOf(desk, step)), { step });
  // An album was answered with its first photo.
  await desk.chats.change(chat.id, { step });
  return undefined;
}
