import { describe, expect, it } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';

describe('a password hash', () => {
  it('knows its own password and no other', async () => {
    const hash = await hashPassword('Correct-horse1');

    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('Correct-horse1', hash)).toBe(true);
    expect(await isPassword('Correct-horse2', hash)).toBe(false);
    expect(await isPassword('Correct-horse1', 'garbage')).toBe(false);
  });

  it('differs each time for the same password', async () => {
    expect(await hashPassword('Correct-horse1')).not.toBe(await hashPassword('Correct-horse1'));
  });
});
