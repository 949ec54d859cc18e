/** A setting is wrong or missing. Its message is the one line that the operator reads; it never holds a secret's value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
