import type { By } from '#core/by.ts';

export type Role = By['role'];

const OFFICE: readonly Role[] = ['Employee', 'Admin'];
const ADMINS: readonly Role[] = ['Admin'];

/**
 * Who may do what to the office's records: every door asks here, whatever it knows people by. Clients and the system have
 * none of these rights: a client reaches what is theirs alone, since every use case of the conversation finds it through
 * them, and the system does what was owed earlier by somebody who might.
 */
const RIGHTS = {
  readRecords: OFFICE,
  changeCompany: ADMINS,
  addUser: ADMINS,
  changeUser: ADMINS,
  /** Without role and status. */
  changeOwnSettings: OFFICE,
  addContact: OFFICE,
  changeContact: OFFICE,
  convertLead: OFFICE,
  addProperty: OFFICE,
  changeProperty: OFFICE,
  importProperties: ADMINS,
  addDeal: OFFICE,
  changeDeal: OFFICE,
  moveOffer: OFFICE,
  /** Confirming, offering another time, moving, rejecting, cancelling and completing viewings. */
  arrangeViewings: OFFICE,
  /** Letting a contact into the portal, shutting them out, and their password. */
  givePortalAccess: OFFICE,
  /** Writing to them, sending again, and taking their chats from the bot. */
  writeToClients: OFFICE,
  /** Saved answers of their own; the office's by `keepOfficeAnswers`. */
  keepOwnAnswers: OFFICE,
  keepOfficeAnswers: ADMINS,
  exportContact: OFFICE,
  /** And being told that they want it. */
  eraseContact: ADMINS,
  keepWebhooks: ADMINS,
  /** Making and revoking what opens the API. */
  keepKeys: ADMINS,
  keepChannelAccounts: ADMINS,
  keepEvents: ADMINS,
  watchQueues: ADMINS,
} satisfies Record<string, readonly Role[]>;

/** Something that not everybody may do. */
export type Deed = keyof typeof RIGHTS;

export const may = (by: { readonly role: Role }, deed: Deed): boolean => RIGHTS[deed].includes(by.role);
