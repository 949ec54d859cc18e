/** Whether a statement failed with this SQLSTATE, on either database, through drizzle or not. */
export function failedWith(error: unknown, code: string): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if ('code' in error && error.code === code) return true;
  return 'cause' in error && failedWith(error.cause, code);
}
