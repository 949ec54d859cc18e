/** What a password needs (SPEC 8, T). */
export const PASSWORD_LEAST = 8;
/** Longer ones only cost time to hash. */
export const PASSWORD_MOST = 128;

const NEEDS = {
  length: (password: string) => password.length >= PASSWORD_LEAST && password.length <= PASSWORD_MOST,
  upper: (password: string) => /\p{Lu}/u.test(password),
  lower: (password: string) => /\p{Ll}/u.test(password),
  digit: (password: string) => /\p{Nd}/u.test(password),
  special: (password: string) => /[^\p{L}\p{N}\p{M}\s]/u.test(password),
} as const;
export type PasswordNeed = keyof typeof NEEDS;

/** What the password still lacks, each by name; empty where it will do. */
export const lackingIn = (password: string): readonly PasswordNeed[] =>
  (Object.keys(NEEDS) as PasswordNeed[]).filter((need) => !NEEDS[need](password));

/** Hashes passwords slowly, as they have to be. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long where there is no hash to compare with, so that nobody can tell by time. */
  matches(password: string, hash: string | null | undefined): Promise<boolean>;
}
