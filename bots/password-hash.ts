import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** OWASP's recommendation: 19 MiB, two passes. Some 25 ms. */
const COST = { memory: 19456, passes: 2, parallelism: 1 } as const;
const BYTES = 32;

/** The argon2id hash of a password, with its salt and cost, in the usual notation. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const hash = await argon2id(password, nonce, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(nonce)}$${base64(hash)}`;
}

/** Whether the password is the hashed one. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [, m, t, p, nonce, kept] = hash.match(/^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/) ?? [];
  if (!nonce || !kept) return false;
  const cost = { memory: Number(m), passes: Number(t), parallelism: Number(p) };
  const derived = await argon2id(password, Buffer.from(nonce, 'base64'), cost);
  const wanted = Buffer.from(kept, 'base64');
  return derived.length === wanted.length && timingSafeEqual(derived, wanted);
}

const argon2id = (
  password: string,
  nonce: Buffer,
  cost: { readonly memory: number; readonly passes: number; readonly parallelism: number },
) => derive('argon2id', { message: Buffer.from(password.normalize('NFKC')), nonce, tagLength: BYTES, ...cost });

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
