/** "Current transaction is aborted": an earlier statement failed, and its error says more. */
export const ABORTED = '25P02';
/** Two transactions waited for each other, or could not both be first: the one that failed may be run again. */
export const RACED = ['40P01', '40001'] as const;

/** Whether a statement failed with this SQLSTATE, on either database, through drizzle or not. */
export function failedWith(error: unknown, code: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === code) return true;
  return 'cause' in error && failedWith(error.cause, code);
}
