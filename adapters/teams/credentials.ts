const ID = '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';

/** What Azure shows of a bot of a single tenant, as the API takes it. */
export const TEAMS_CREDENTIALS = {
  app_id: { pattern: ID, is: 'the id of digits and letters that Azure shows for the bot' },
  app_password: { pattern: '^[\\x21-\\x7e]{1,500}$', is: 'a client secret of the bot' },
  tenant_id: { pattern: ID, is: 'the id of the directory that the bot is in' },
} as const;
