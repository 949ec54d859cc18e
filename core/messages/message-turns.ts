import type { ClientDesk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import type { Screen } from '#core/chat/screen.ts';
import { phrase } from '#core/chat/text.ts';
import { goHome } from '#core/home/go-home.ts';
import { noteScreen } from '#core/home/screens.ts';
import type { OfferId } from '#core/ids.ts';
import { propertyName } from '#core/offers/property-words.ts';
import { agentScreen, sentScreen, unsentScreen } from './screens.ts';
import { below, edited, isWanted, propertyOf, restingOf, type Unsent } from './unsent.ts';

/** Characters of one message to the agent: what every channel carries in one message (Telegram, text of a message). */
export const MESSAGE_LENGTH = 4096;

/** The agent's card; what is written next is a message, about the property that is open. */
export async function contactAgent(desk: ClientDesk, id?: OfferId): Promise<Reply> {
  const offer = id && (await desk.offers.find(desk.client.contact, id));
  const agent = await desk.messages.agentOf(desk.client.contact, offer?.id);
  const step: Unsent = {
    is: 'message',
    words: '',
    asked: true,
    ...(offer ? { offer: offer.id } : {}),
    ...restingOf(desk),
  };
  return reply(agentScreen(agent, desk.chat.company, offer && propertyName(offer.property)), { step });
}

/** Words that were asked for are sent at once; others that press nothing are offered as a message, and more of them go below what is there (rule 23). */
export async function takeMessageWords(desk: ClientDesk, unsent: Unsent | undefined, words: string): Promise<Reply> {
  const step: Unsent = {
    ...unsent,
    ...restingOf(desk),
    is: 'message',
    asked: true,
    ...below(desk, unsent, words),
  };
  if (unsent && isWanted(unsent) && words.length <= MESSAGE_LENGTH) return send(desk, step);
  return offering(desk, unsent, step);
}

/** What was written is otherwise now, and is not sent yet. */
export async function takeEditedWords(desk: ClientDesk, unsent: Unsent, words: string): Promise<Reply | undefined> {
  const step = edited(desk, unsent, words);
  return step && offering(desk, unsent, step);
}

async function offering(desk: ClientDesk, before: Unsent | undefined, step: Unsent): Promise<Reply> {
  if (step.words.length > MESSAGE_LENGTH)
    return reply(noteScreen(phrase('message.tooLong', { most: MESSAGE_LENGTH })), before ? { step: before } : {});
  return reply(await draftScreen(desk, step), { step });
}

/** A message as it waits to be sent. */
export const draftScreen = async (desk: ClientDesk, unsent: Unsent): Promise<Screen> =>
  unsentScreen(unsent.words, unsent.files ?? [], await propertyOf(desk, unsent));

/** Sends what waits for this tap. */
export async function sendMessage(desk: ClientDesk): Promise<Reply> {
  const { chat } = desk;
  const unsent = chat.step?.is === 'message' ? chat.step : undefined;
  if (!unsent || (!unsent.words && !unsent.files?.length)) return contactAgent(desk, unsent?.offer);
  return send(desk, unsent);
}

/** Sends it; what the client writes from then on goes the same way. */
export async function send(desk: ClientDesk, unsent: Unsent): Promise<Reply> {
  await keepMessage(desk, unsent);
  const agent = await desk.messages.agentOf(desk.client.contact, unsent.offer);
  const { company } = desk.chat;
  return { ...reply(sentScreen(agent?.name ?? company.name), { step: unsent.rests ?? null }), talk: 'goes' };
}

export async function dropMessage(desk: ClientDesk): Promise<Reply> {
  const { step } = desk.chat;
  const rests = step?.is === 'message' ? step.rests : undefined;
  return { ...(await goHome(desk, phrase('message.dropped'))), change: { step: rests ?? null } };
}

type Sent = Pick<Unsent, 'words' | 'offer' | 'files'>;

/** One line for the agent, and the message itself in the thread. */
export async function keepMessage(desk: ClientDesk, { words, offer: id, files = [] }: Sent): Promise<void> {
  const { messages, timeline, by, chat, offers } = desk;
  const offer = id && (await offers.find(by.contact, id));
  const about = offer ? { property: offer.property.id } : {};
  const media = files.map((file) => file.id);
  const message = await messages.addFromClient({
    contact: by.contact,
    chat: chat.id,
    channel: by.channel,
    text: words,
    media,
    ...about,
  });
  await Promise.all(files.map((file) => desk.files.keep({ kind: 'message', id: message }, file)));
  await timeline.add(
    by,
    {
      type: 'message_from_client',
      ...(offer ? { deal: offer.deal.id } : {}),
      ...about,
      title: offer ? `Wrote about ${offer.property.name} (${offer.property.reference})` : titleOf(words, files),
      text: words,
      media,
    },
    { event: 'message.received', record: message },
  );
}

const titleOf = (words: string, files: Sent['files'] = []): string =>
  words || files.length === 0 ? 'Wrote a message' : 'Sent files';
