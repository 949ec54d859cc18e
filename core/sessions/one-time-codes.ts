/** The codes of a second factor: six digits that an app on the user's phone counts from a secret, a new one each 30 s (RFC 6238). */
export interface OneTimeCodes {
  newSecret(): string;
  /** What the app reads, as a QR code or typed: `otpauth://totp/…`. */
  address(secret: string, whose: { readonly company: string; readonly email: string }): string;
  /** The count that the code stands for, one step around now; undefined where it is none of them. */
  stepOf(secret: string, code: string, now: Date): number | undefined;
}
