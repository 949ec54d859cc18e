/** The environment, as far as we read it. */
export type Env = Readonly<Record<string, string | undefined>>;
