import { whyRefused } from '#core/chat/refused.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { receiptOf, reply } from '#core/chat/reply.ts';
import type { SentFile } from '#core/chat/turn.ts';
import { noteScreen } from '#core/home/screens.ts';
import { FILES_A_MESSAGE } from '#core/media.ts';
import { draftScreen, send } from './message-turns.ts';
import { fullScreen } from './screens.ts';
import { below, isWanted, restingOf, type Unsent } from './unsent.ts';

/** A file of no viewing goes with a message to the agent, once that is sent (rule 22); at once where the client asked to write to them. */
export async function attachFile(desk: ClientDesk, sent: SentFile, caption?: string): Promise<Reply> {
  const { chat } = desk;
  const unsent = chat.step?.is === 'message' ? chat.step : undefined;
  const kept = unsent ? { step: unsent } : {};
  if (sent.is !== 'stored') return receiptOf('refused', reply(noteScreen(whyRefused(sent)), kept));
  const files = [...(unsent?.files ?? []), sent.file];
  if (files.length > FILES_A_MESSAGE) return receiptOf('offered', reply(fullScreen, kept));
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
  if (unsent && isWanted(unsent)) return send(desk, step);
  return receiptOf('offered', reply(await draftScreen(desk, step), { step }));
}
