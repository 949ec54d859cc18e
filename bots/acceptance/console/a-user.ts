import { TOTP } from 'otpauth';
import type { Body, Office } from '#bots/acceptance/an-office.ts';
import { aVisitor, type Came, plain, type Visitor } from './a-visitor.ts';

/** Somebody of the office with a password. */
export type User = { readonly id: string; readonly email: string; readonly password: string };

/** The office's first Admin, with the password that the operator was shown. */
export const theAdmin = ({ made }: Pick<Office, 'made'>): User => made.admin;

/** Somebody whom an Admin has invited, who has set a password by the link of the mail. */
export async function aUser(office: Office, name: string, more: Body = {}): Promise<User> {
  const email = `${name.toLowerCase()}@office.test`;
  const { status, body } = await office.api('POST', '/users', { name, email, ...more });
  if (status !== 201) throw new Error(`the user was answered ${status}: ${JSON.stringify(body)}`);
  const password = `Welcome-${name}-1`;
  const visitor = aVisitor(office.url);
  const path = await linkTo(office, email, 'welcome');
  await visitor.sends((await visitor.get(path)).text, path, { next: password });
  return { id: body.id, email, password };
}

/** Where a mail leads: the nth, from 1, that opens such a page. */
export async function linkTo(office: Office, email: string, page: 'welcome' | 'reset', nth = 1): Promise<string> {
  const found = new RegExp(`/crm/${page}/[\\w-]{43}`).exec(await office.mailbox.mail(email, nth, `/crm/${page}/`));
  if (!found) throw new Error('the mail leads nowhere');
  return found[0];
}

/** Fills in e-mail and password, and sends them. */
export async function tries(
  visitor: Visitor,
  { email, password }: Pick<User, 'email' | 'password'>,
  more: Readonly<Record<string, string>> = {},
): Promise<Came> {
  const { text } = await visitor.get('/crm/sign-in');
  return visitor.sends(text, '/crm/sign-in', { email, password, ...more });
}

/** A browser in which they are signed in. */
export async function signedIn(
  { url }: Pick<Office, 'url'>,
  user: Pick<User, 'email' | 'password'>,
  { as, stays = false }: { readonly as?: string; readonly stays?: boolean } = {},
): Promise<Visitor> {
  const visitor = aVisitor(url, as);
  const { status, text } = await tries(visitor, user, stays ? { stays: 'yes' } : {});
  if (status !== 303) throw new Error(`the sign-in was answered ${status}: ${plain(text)}`);
  return visitor;
}

/** Whether the desk is open to them; a look at a part of a page, which counts as nothing they did. */
export async function isIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/crm/settings/me?part=devices')).status === 200;
}

/** The digits that an app shows then. */
export const codeOf = (secret: string, at: Date): string => new TOTP({ secret }).generate({ timestamp: at.getTime() });

/** Sets a second factor up; answers its secret and the recovery codes. */
export async function addsFactor(
  visitor: Visitor,
  at: Date,
): Promise<{ readonly secret: string; readonly recovery: readonly string[] }> {
  const page = '/crm/settings/me/factor';
  await visitor.sends((await visitor.get(page)).text, `${page}/begin`);
  const { text } = await visitor.get(page);
  const secret = (/<code>([A-Z2-7 ]+)<\/code>/.exec(text)?.[1] ?? '').replaceAll(' ', '');
  const shown = await visitor.sends(text, `${page}/add`, { code: codeOf(secret, at) });
  const recovery = [...shown.text.matchAll(/<li><code>([a-z0-9-]+)<\/code>/g)].map(([, code = '']) => code);
  return { secret, recovery };
}
