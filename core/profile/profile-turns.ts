import { sendCode } from '#core/accounts/email-code.ts';
import { openPage } from '#core/accounts/open-page.ts';
import { askEmailScreen } from '#core/accounts/sign-in-screens.ts';
import type { ClientDesk, Desk, Reply } from '#core/chat/reply.ts';
import { reply } from '#core/chat/reply.ts';
import { secretLink, text } from '#core/chat/screen.ts';
import { joined, moment, phrase, type Text } from '#core/chat/text.ts';
import { closedBy } from '#core/offers/group-of.ts';
import { propertyName, stateLines } from '#core/offers/property-words.ts';
import type { ActivityType } from '#core/timeline.ts';
import { readEmail } from '#core/typed/read-email.ts';
import { readName } from '#core/typed/read-name.ts';
import type { Detail } from './profile.ts';
import {
  askDetailScreen,
  dataScreen,
  ownDetailsScreen,
  profileScreen,
  reallyEraseScreen,
  waysBack,
} from './screens.ts';

const did = ({ timeline, by }: ClientDesk, type: ActivityType, title: string) => timeline.add(by, { type, title });

export async function showProfile(desk: ClientDesk, note?: Text): Promise<Reply> {
  return reply(profileScreen(await desk.accounts.profileOf(desk.client.contact), desk.chat, note));
}

export async function showOwnDetails({ accounts, client }: ClientDesk, note?: Text): Promise<Reply> {
  return reply(ownDetailsScreen(await accounts.profileOf(client.contact), note));
}

export const editDetail = (_: ClientDesk, detail: Detail): Reply =>
  reply(askDetailScreen(detail), { step: { is: 'detail', detail } });

/** A new name or phone: written to the contact and logged; what it is not is asked for again. */
export async function takeDetail(desk: ClientDesk, detail: 'name' | 'phone', words: string): Promise<Reply> {
  const { accounts, client, by, timeline } = desk;
  const before = await accounts.profileOf(client.contact);
  const name = detail === 'name' ? readName(words) : undefined;
  const phone = detail === 'phone' ? readPhone(desk, words, before) : undefined;
  if (!name && !phone) return reply(askDetailScreen(detail, phrase(`profile.not.${detail}`)));
  const change = name ?? (phone ? { phone } : {});
  await accounts.changeProfile(client.contact, change);
  const previous = name ? { first_name: before.firstName, last_name: before.lastName } : { phone: before.phone };
  await timeline.add(
    by,
    { type: 'profile_changed', title: detail === 'name' ? 'Changed the name' : 'Changed the phone number' },
    { event: 'contact.updated', record: client.contact, previous },
  );
  return reply(ownDetailsScreen({ ...before, ...change }, phrase('profile.saved')), { step: null });
}

/** Whether words are what the profile asked for. */
export async function isDetail(words: string, { detail }: { readonly detail: Detail }, desk: Desk): Promise<boolean> {
  if (detail === 'email') return readEmail(words) !== undefined;
  if (detail === 'name') return readName(words) !== undefined;
  const { client } = desk.chat;
  return client !== undefined && readPhone(desk, words, await desk.accounts.profileOf(client.contact)) !== undefined;
}

/** A number without its country's code is of the country of the one before it, else of the office's. */
const readPhone = ({ phones, chat }: Desk, words: string, { phone }: { readonly phone: string | null }) =>
  phones.read(words, { phone, timeZone: chat.company.timeZone });

/** A code goes to the client's mail; it and the new password are typed on our page, never here. */
export async function changePassword(desk: ClientDesk): Promise<Reply> {
  const { email } = await desk.accounts.profileOf(desk.client.contact);
  const sent = await sendCode(desk, desk.chat, email, 'page');
  if (sent.was === 'paused') return showProfile(desk, phrase('signIn.paused', { count: sent.minutes }));
  const url = await openPage(desk, 'changePassword');
  return reply({
    blocks: [text(phrase('profile.passwordOnPage', { email }))],
    choices: [secretLink(phrase('label.changePassword'), url), ...waysBack],
    isMenu: true,
  });
}

/** Ends the pushes to this chat; it keeps its company and begins again at the e-mail step (rule 3). */
export async function logOut(desk: ClientDesk): Promise<Reply> {
  await did(desk, 'chat_signed_out', `Logged out of ${desk.by.channel}`);
  return reply(askEmailScreen(phrase('profile.loggedOut')), {
    client: null,
    step: { is: 'email' },
  });
}

/** What is kept about the client, in their language. */
export async function showData(desk: ClientDesk): Promise<Reply> {
  const { accounts, client } = desk;
  const lines = [...(await offerLines(desk)), ...(await viewingLines(desk))];
  await did(desk, 'data_exported', 'Read their own data');
  return reply(dataScreen(await accounts.profileOf(client.contact), lines));
}

async function offerLines({ offers, client, chat }: ClientDesk): Promise<readonly Text[]> {
  return (await offers.all(client.contact)).map((offer) => {
    const states = stateLines(offer, closedBy(offer), chat.company.timeZone).map(({ text }) => text);
    return joined(': ', [propertyName(offer.property), joined(' ', states)]);
  });
}

async function viewingLines({ viewings, client, chat }: ClientDesk): Promise<readonly Text[]> {
  return (await viewings.all(client.contact)).map(({ property, status, start }) =>
    joined(', ', [
      propertyName(property),
      phrase(`viewing.${status}`),
      ...(start ? [phrase('viewing.at', { at: moment(start, chat.company.timeZone) })] : []),
    ]),
  );
}

export const askErasure = (): Reply => reply(reallyEraseScreen);

/** Asked for; the office confirms it (rule 26). */
export async function requestErasure(desk: ClientDesk): Promise<Reply> {
  await did(desk, 'erasure_requested', 'Asks for all their data to be deleted');
  return showProfile(desk, phrase('data.requested', { company: desk.chat.company.name }));
}
