/** What a password needs (SPEC 8, T). */
export const PASSWORD_LEAST = 8;
/** Longer ones only cost time to hash. */
export const PASSWORD_MOST = 128;

/** What each need looks like, for pages too, which tick them as one types. */
export const PASSWORD_NEEDS = {
  length: new RegExp(`^[^]{${PASSWORD_LEAST},${PASSWORD_MOST}}$`, 'u'),
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  digit: /\p{Nd}/u,
  special: /[^\p{L}\p{N}\p{M}\s]/u,
} as const;
export type PasswordNeed = keyof typeof PASSWORD_NEEDS;

/** What the password still lacks, each by name; empty where it will do. */
export const lackingIn = (password: string): readonly PasswordNeed[] =>
  (Object.keys(PASSWORD_NEEDS) as PasswordNeed[]).filter((need) => !PASSWORD_NEEDS[need].test(password));

/** Hashes passwords slowly, as they have to be. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash to compare with, so that nobody can tell by time. */
  matches(password: string, hash: string | null | undefined): Promise<boolean>;
}
