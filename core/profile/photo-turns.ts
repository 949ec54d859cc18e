import { whyRefused } from '#core/chat/refused.ts';
import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { phrase, type Text } from '#core/chat/text.ts';
import type { SentFile } from '#core/chat/turn.ts';
import type { MediaId } from '#core/ids.ts';
import { photoScreen } from './screens.ts';

const listening = { step: { is: 'photo' as const } };

/** The client's own photo; one that is sent now takes its place. */
export async function showPhoto({ accounts, client }: ClientDesk): Promise<Reply> {
  return reply(photoScreen((await accounts.profileOf(client.contact)).photo), listening);
}

/** What is no photo, or can't be kept, is refused with the reason, and the present one stays. */
export async function takePhoto(desk: ClientDesk, sent: SentFile): Promise<Reply> {
  const { photo } = await desk.accounts.profileOf(desk.client.contact);
  const again = (why: Text) => reply(photoScreen(photo, why), listening);
  if (sent.is !== 'stored') return again(whyRefused(sent));
  if (!sent.file.mime.startsWith('image/')) return again(phrase('refused.type'));
  await desk.files.keep({ kind: 'contact', id: desk.client.contact }, sent.file);
  await change(desk, photo, sent.file.id);
  return reply(photoScreen(sent.file.id, phrase('profile.saved')), listening);
}

/** The file itself is dropped by upkeep, once nothing speaks of it. */
export async function removePhoto(desk: ClientDesk): Promise<Reply> {
  const { photo } = await desk.accounts.profileOf(desk.client.contact);
  if (photo) await change(desk, photo, null);
  return reply(photoScreen(null), listening);
}

async function change(desk: ClientDesk, before: MediaId | null, photo: MediaId | null): Promise<void> {
  const { accounts, client, by, timeline } = desk;
  await accounts.changeProfile(client.contact, { photo });
  await timeline.add(
    by,
    { type: 'profile_changed', title: photo ? 'Changed the photo' : 'Removed the photo' },
    { event: 'contact.updated', record: client.contact, previous: { photo: before } },
  );
}
