/** What we log with; never given names, tokens or texts. */
export type Log = {
  readonly [Level in 'info' | 'warn']: (details: Readonly<Record<string, unknown>>, message: string) => void;
};
