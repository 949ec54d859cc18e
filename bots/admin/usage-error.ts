/** A command was given wrongly. Its message is the one line that the operator reads. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
