import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '#core/sessions/one-time-codes.ts';

/** What every app understands without being told (RFC 6238; Google Authenticator ignores other values). */
const HABIT = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** Steps before and after that are taken too: clocks differ. */
const WINDOW = 1;
const ISSUER = 'Tesoro Chat';

const totpOf = (secret: string, label = '', issuer = ISSUER) =>
  new TOTP({ ...HABIT, issuer, label, secret: Secret.fromBase32(secret) });

export const oneTimeCodes: OneTimeCodes = {
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  address: (secret, { company, email }) =>
    totpOf(secret, email, `${ISSUER} ${company}`.replaceAll(':', ' ')).toString(),
  stepOf(secret, code, now) {
    if (!/^\d{6}$/.test(code)) return undefined;
    const timestamp = now.getTime();
    const away = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
    return away === null ? undefined : Math.floor(timestamp / 1000 / HABIT.period) + away;
  },
};
