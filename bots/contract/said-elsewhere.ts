import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What no screen says, by how its key begins: where it is said instead. Mails, the menu and the profile of a bot, our
 * pages, drawings, files, and what one channel alone needs around a screen.
 */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  'account.': ['core/accounts/access-mail.ts'],
  'bot.': ['adapters/telegram/menu.ts', 'adapters/teams/package/manifest.ts'],
  'calendar.agent': ['core/viewings/calendar-event.ts'],
  'calendar.file': ['adapters/calendar/calendar-name.ts'],
  'command.': ['adapters/telegram/menu.ts'],
  'console.': [
    'core/crm/give-up-webhook.ts',
    'core/sessions/begin-session.ts',
    'core/sessions/invite-user.ts',
    'core/sessions/reset-sign-in.ts',
    'core/sessions/user-password.ts',
  ],
  'drawn.': ['adapters/pictures/with-drawings.ts', 'adapters/teams/body.ts'],
  'form.': ['adapters/teams/form.ts'],
  'label.choose': ['adapters/teams/form.ts', 'adapters/whatsapp/cloud/render.ts'],
  'mail.': ['core/accounts/access-mail.ts'],
  'menu.': ['adapters/whatsapp/web/render.ts'],
  'message.mail': ['core/crm/mail-lost.ts'],
  'office.': ['bots/channels/tell-office.ts', 'core/crm/remind.ts'],
  'page.': ['adapters/account-pages/refusal-page.ts', 'adapters/account-pages/screens.ts'],
  'profile.emailMail': ['core/profile/new-email.ts'],
  'signIn.mail': ['core/accounts/email-code.ts'],
};
const ROOT = join(import.meta.dirname, '../..');

/** Whether code that is no screen's says this phrase of the catalogue. */
export function isSaidElsewhere(key: string): boolean {
  return Object.entries(SAID_BY).some(
    ([begin, files]) => key.startsWith(begin) && files.some((file) => says(file, key)),
  );
}

/** By its whole key, or by a key whose end is chosen there, which the compiler checks. */
function says(file: string, key: string): boolean {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return source.includes(`'${key}'`) || source.includes(`\`${key.slice(0, key.lastIndexOf('.') + 1)}\${`);
}
