import type { Desk } from '#core/chat/reply.ts';
import type { PageKind } from './portal-users.ts';

/** A page that a chat opened is good for so long. */
export const PAGE_MINUTES = 30;

/** Opens a page for this chat; answers its address. */
export async function openPage(
  { accountPages, chat, clock, newToken, pageUrl }: Desk,
  kind: PageKind,
): Promise<string> {
  const token = newToken();
  const expiresAt = new Date(clock.now().getTime() + PAGE_MINUTES * 60_000);
  await accountPages.add(token, { kind, chat: chat.id, language: chat.language, expiresAt });
  return pageUrl(token);
}
