import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';

/** Opens the dialog that gives a client to a colleague. */
export const giveLink = (visit: Visit, contact: { readonly id: string }, part?: string): Html =>
  opensDialog(visit, {
    to: `/crm/contacts/${contact.id}/give`,
    ...(part === undefined ? {} : { part }),
    label: html`${icon('user-plus', 's')}${visit.say('talk.giveTo')}`,
  });
