/** What we log with; pino is one. Never given names, e-mails, tokens, codes or texts. */
export type Log = {
  [Level in 'debug' | 'info' | 'warn' | 'error']: (details: Readonly<Record<string, unknown>>, message: string) => void;
};
