import { vi } from 'vitest';
import { createWhatsAppWebStandIn } from '#adapters/whatsapp/web/stand-in/server.ts';
import type { SeenMessage, WebPerson } from '#adapters/whatsapp/web/stand-in/web-person.ts';
import { atTheEnd } from '#db/testing.ts';
import { anOffice, type Client, type Office } from './an-office.ts';

const PATIENCE = { timeout: 30_000, interval: 10 };

/** Somebody whose WhatsApp shows words and numbers, and who answers with them. */
export type NumbersPhone = {
  readonly person: WebPerson;
  writes(words: string): Promise<readonly SeenMessage[]>;
  /** Types the number that stands before a label, newest first; answers that very message where it is an older one. */
  picks(label: string, on?: string): Promise<readonly SeenMessage[]>;
  gets(isIt: (message: SeenMessage) => boolean): Promise<SeenMessage>;
  readonly all: () => readonly SeenMessage[];
};

/** An office on Telegram and on its own linked phone; all is closed when the test or `describe` ends. */
export async function anOfficeOnWhatsAppWeb() {
  const standIn = await createWhatsAppWebStandIn();
  atTheEnd(() => standIn.close());
  const office = await anOffice({ more: { WHATSAPP_TRANSPORT: 'web', WHATSAPP_API_ROOT: standIn.root } });

  const phoneOf = (name: string, more: Parameters<typeof standIn.person>[0] = {}): NumbersPhone => {
    const person = standIn.person({ name, ...more });
    const all = () => person.messages().filter(({ from }) => from === 'office');
    /** Where the newest answer begins. */
    let answered = 0;
    const does = async (deed: () => unknown) => {
      const before = all().length;
      answered = before;
      deed();
      await vi.waitUntil(() => all().length > before, PATIENCE);
      await office.settled();
      return all().slice(before);
    };
    return {
      person,
      all,
      writes: (words) => does(() => person.writes(words)),
      picks: (label, on) => {
        const message = all().findLast((each) => (on === undefined || each.id === on) && numberOf(each, label));
        const number = message && numberOf(message, label);
        if (!number) throw new Error(`no "${label}" in: ${all().at(-1)?.text}`);
        const isNewest = all().indexOf(message) >= answered;
        return does(() => person.writes(number, on ?? (isNewest ? undefined : message.id)));
      },
      gets: async (isIt) => {
        const message = await vi.waitUntil(() => all().findLast(isIt), PATIENCE);
        await office.settled();
        return message;
      },
    };
  };

  return {
    ...office,
    standIn,
    phoneOf,
    /** The office's phone scans the code. */
    linked: async () => {
      await standIn.link();
      await vi.waitUntil(standIn.isLinked, PATIENCE);
    },
  };
}

/** By the office's code, the e-mail and the code from the mail. */
export async function signsInByNumbers(
  { made, mailbox }: Pick<Office, 'made' | 'mailbox'>,
  phone: NumbersPhone,
  { email }: Pick<Client, 'email'>,
): Promise<void> {
  await phone.writes(`START ${made.invite_code}`);
  await phone.writes(email);
  await phone.writes(await mailbox.codeFor(email, 0));
  await phone.writes('/home');
}

const numberOf = ({ text }: SeenMessage, label: string): string | undefined =>
  text
    .split('\n')
    .map((line) => /^\*(\d+)\* (.*)$/.exec(line))
    .find((found) => found?.[2] === label)?.[1];
