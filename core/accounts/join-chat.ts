import { type ByClient, byClient } from '#core/by.ts';
import type { Channel } from '#core/chat/channels.ts';
import type { Chat } from '#core/chat/chat.ts';
import type { Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Clock } from '#core/clock.ts';
import { noteFirstContact } from '#core/consent/first-contact.ts';
import type { PortalUserId } from '#core/ids.ts';
import { knownLanguage, languageFor, ownNameOf } from '#core/language.ts';
import type { Kept } from '#core/store.ts';
import type { Words } from '#core/words.ts';
import type { KnownContact } from './accounts.ts';
import { chosenLanguage } from './chosen-language.ts';
import { welcomeScreen } from './welcome-screen.ts';

type Needs = Pick<Kept, 'accounts' | 'offers' | 'timeline'> & { readonly clock: Clock; readonly words: Words };

/**
 * Signs a chat in: the invite brought it here, a code or the temporary password proved who it is. One line on the
 * timeline, the first contact noted, and a welcome that leads on.
 */
export async function joinChat(
  needs: Needs,
  chat: Pick<Chat, 'id' | 'channel' | 'company' | 'step'>,
  known: KnownContact,
  portalUser: PortalUserId,
): Promise<Reply> {
  const { accounts, offers, timeline, clock } = needs;
  await accounts.useInvites(known.id, chat.channel);
  await timeline.add(byContact(known, chat.channel), {
    type: 'chat_linked',
    title: `Signed in on ${chat.channel}`,
  });
  const contact = await withChosenLanguage(needs, chat, known);
  // From here on the contact's own (rule 6), whatever the door spoke.
  const language = languageFor(contact.language);
  await noteFirstContact(needs, chat, contact.id, language);
  const counts = await offers.count(contact.id, clock.now());
  const screen = welcomeScreen(contact.firstName, chat.company.name, counts);
  return reply(screen, { client: portalUser, step: null, language });
}

/** Who had no language of their own gets the one that they chose at the door; it is stored and logged (rule 6). */
async function withChosenLanguage(
  { accounts, timeline }: Needs,
  { channel, step }: Pick<Chat, 'channel' | 'step'>,
  known: KnownContact,
): Promise<KnownContact> {
  const language = chosenLanguage(step);
  if (!language || knownLanguage(known.language)) return known;
  await accounts.setLanguage(known.id, language);
  await timeline.add(
    byContact(known, channel),
    { type: 'language_changed', title: `Language changed to ${ownNameOf(language)}` },
    { event: 'contact.updated', record: known.id, previous: { language: known.language } },
  );
  return { ...known, language };
}

const fullName = ({ firstName, lastName }: KnownContact): string => `${firstName} ${lastName}`.trim();

/** A contact, as who acts in a chat or on a page of ours before the chat is signed in. */
export const byContact = (contact: KnownContact, channel: Channel): ByClient =>
  byClient({ contact: contact.id, name: fullName(contact) }, channel);
