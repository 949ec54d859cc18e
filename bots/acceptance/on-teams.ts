import { vi } from 'vitest';
import type { TeamsPerson } from '#adapters/teams/stand-in/person.ts';
import type { SeenMessage } from '#adapters/teams/stand-in/seen.ts';
import { createTeamsStandIn } from '#adapters/teams/stand-in/server.ts';
import { atTheEnd } from '#db/testing.ts';
import { anOffice, type Client, type Office } from './an-office.ts';

export const APP = { appId: '00000000-0000-4000-8000-0000000000aa', password: 'acceptance_password' };
const PATIENCE = { timeout: 10_000, interval: 5 };

/** Somebody's Teams, who does one thing after the other and reads what comes. */
export type TeamsPhone = {
  readonly person: TeamsPerson;
  writes(words: string): Promise<readonly SeenMessage[]>;
  /** Taps the newest action of that title; gives what came or changed. */
  taps(title: string, on?: string, filled?: Readonly<Record<string, string>>): Promise<readonly SeenMessage[]>;
  gets(isIt: (message: SeenMessage) => boolean): Promise<SeenMessage>;
  readonly all: () => readonly SeenMessage[];
};

/** An office on Telegram and on Teams; all is closed when the test or `describe` ends. */
export async function anOfficeOnTeams() {
  const standIn = await createTeamsStandIn(APP);
  atTheEnd(() => standIn.close());
  const office = await anOffice({
    more: {
      MicrosoftAppId: APP.appId,
      MicrosoftAppPassword: APP.password,
      MicrosoftAppTenantId: APP.appId,
      TEAMS_OPENID_URL: standIn.openIdUrl,
      TEAMS_LOGIN_URL: standIn.loginUrl,
      TEAMS_SERVICE_HOSTS: standIn.host,
      EGRESS_ALLOW: standIn.host,
    },
  });
  standIn.hook(`${office.url}/api/messages`);

  const phoneOf = (name: string, appId: string = APP.appId): TeamsPhone => {
    const person = standIn.person({ name, appId });
    const all = () => person.messages().filter(({ from }) => from === 'bot');
    const looks = (message: SeenMessage) => JSON.stringify([message.text, message.actions]);
    const does = async (deed: () => Promise<number>) => {
      const before = new Map(all().map((message) => [message.id, looks(message)]));
      const status = await deed();
      if (status !== 200) throw new Error(`it was answered ${status}`);
      const isNew = (message: SeenMessage) => before.get(message.id) !== looks(message);
      await vi.waitUntil(() => all().some(isNew), PATIENCE);
      await office.settled();
      return all().filter(isNew);
    };
    return {
      person,
      all,
      writes: (words) => does(() => person.writes(words)),
      taps: (title, on, filled) => {
        const message = all().findLast(
          (each) => (on === undefined || each.id === on) && each.actions.some((action) => action.title === title),
        );
        if (!message) throw new Error(`no "${title}" in: ${all().at(-1)?.text}`);
        return does(() => person.taps(message.id, title, filled));
      },
      gets: async (isIt) => {
        const message = await vi.waitUntil(() => all().findLast(isIt), PATIENCE);
        await office.settled();
        return message;
      },
    };
  };
  return { ...office, standIn, phoneOf };
}

/** By the office's code, the e-mail and the code from the mail, then to Home. */
export async function signsInInTeams(
  { made, mailbox }: Pick<Office, 'made' | 'mailbox'>,
  phone: TeamsPhone,
  { email }: Pick<Client, 'email'>,
): Promise<void> {
  await phone.writes(`START ${made.invite_code}`);
  const before = mailbox.to(email).length;
  await phone.writes(email);
  await phone.writes(await mailbox.codeFor(email, before));
  await phone.writes('/home');
}
