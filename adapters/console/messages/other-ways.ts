import type { Channel } from '#core/chat/channels.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';

/** Another channel on which the client is signed in and can be reached. */
export const otherChat = ({ chats }: Stand, than: Channel): Channel | undefined =>
  chats.find(({ channel, isReachable }) => isReachable && channel !== than)?.channel;

/** Opens the agent's own mail program with these words; undefined where the client has no address. */
export const mailTo = ({ email }: Pick<ContactRecord, 'email'>, words = ''): string | undefined =>
  email ? `mailto:${encodeURIComponent(email)}${words ? `?body=${encodeURIComponent(words)}` : ''}` : undefined;
