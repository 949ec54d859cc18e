/** What Meta gives of a number, and what was chosen there, as the API takes it. */
export const CLOUD_CREDENTIALS = {
  phone_number_id: { pattern: '^[0-9]{1,32}$', is: 'Meta’s number of digits for the phone, not the phone itself' },
  access_token: { pattern: '^[\\x21-\\x7e]{1,1000}$', is: 'a permanent token of the app at Meta' },
  app_secret: { pattern: '^[\\x21-\\x7e]{1,200}$', is: 'the secret of the app at Meta, which signs webhooks' },
  verify_token: { pattern: '^[\\x21-\\x7e]{1,200}$', is: 'the word that was chosen at Meta to prove the webhook' },
} as const;
