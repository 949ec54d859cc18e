import { createSign, generateKeyPairSync } from 'node:crypto';

/** Microsoft's keys and tokens, made for this run alone. */
export type Tokens = {
  /** The public key as the keys' address shows it. */
  readonly jwk: object;
  /** A token as the connector sends it with an activity; claims can be made wrong. */
  sign(claims: Readonly<Record<string, unknown>>): string;
};

const KEY_ID = 'stand-in';
const SECONDS_GOOD = 600;

export function createTokens({ issuer, audience }: { readonly issuer: string; readonly audience: string }): Tokens {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    jwk: { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] },
    sign: (claims) => {
      const now = Math.floor(Date.now() / 1000);
      const all = { iss: issuer, aud: audience, nbf: now - 10, exp: now + SECONDS_GOOD, ...claims };
      const signed = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID })}.${part(all)}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey).toString('base64url')}`;
    },
  };
}
