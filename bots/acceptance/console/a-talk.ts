import sharp from 'sharp';
import { vi } from 'vitest';
import type { Phone } from '#bots/acceptance/a-phone.ts';
import type { Client, Office } from '#bots/acceptance/an-office.ts';
import { anOfficeOnWhatsApp } from '#bots/acceptance/on-whatsapp.ts';
import type { Clock } from '#core/clock.ts';
import { aUser, signedIn, theAdmin } from './a-user.ts';
import type { Came, Visitor } from './a-visitor.ts';

/** An office whose Admin and an Employee are at their desks, and a client who is signed in on Telegram. */
export async function aTalk(more: { readonly clock?: Clock } = {}) {
  const office = await anOfficeOnWhatsApp(more);
  const lucia = await aUser(office, 'Lucia');
  const carla = await office.aClient('Carla');
  await office.offers(carla.deal, await office.aProperty('Casa Verde'));
  const hand = office.phone('Carla');
  await office.signsIn(hand, carla.email);
  return {
    ...office,
    carla,
    hand,
    lucia,
    admin: await signedIn(office, theAdmin(office), { stays: true }),
    desk: await signedIn(office, lucia, { stays: true }),
    /** Sends a form of the page. */
    sends: (visitor: Visitor, page: string, action: string, fields: Readonly<Record<string, string>> = {}) =>
      sendsFrom(visitor, page, action, fields),
  };
}

/** Opens the page, and sends the form with that action as it stands there. */
export async function sendsFrom(
  visitor: Visitor,
  page: string,
  action: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Came> {
  const { text } = await visitor.get(page);
  return visitor.sends(text, action, fields);
}

/** The client leaves a conversation with the agent for the bot. */
export const comesHome = (hand: Phone) => hand.does(() => hand.person.writes('/home'));

/** The client, who speaks with the bot, writes it to their agent. */
export async function writesToAgent(hand: Phone, words: string): Promise<void> {
  await comesHome(hand);
  await hand.writes(words);
  await hand.taps('Send to agent');
}

export const aPicture = async (shade: number): Promise<Uint8Array> => {
  const background = { r: 60 + shade * 50, g: 130, b: 160 };
  return new Uint8Array(
    await sharp({ create: { width: 900, height: 600, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  );
};

/** What became of the newest message of the office. */
export const stateOf = async ({ api }: Pick<Office, 'api'>, { contact }: Pick<Client, 'contact'>, state: string) =>
  vi.waitUntil(
    async () =>
      (await api('GET', `/contacts/${contact}/messages`)).body.items.find(
        ({ from }: { readonly from: string }) => from === 'user',
      )?.state === state,
    { timeout: 10_000, interval: 20 },
  );
