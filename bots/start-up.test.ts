import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

describe('what is loaded at the start', () => {
  it('is no SDK of a channel that nobody configured, no mailer, and nothing of drizzle as an ES module', () => {
    const loaded = loadedBy("await import('#bots/product.ts');");

    const packages = new Set(loaded.map((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]));
    expect(packages).toContain('fastify');
    for (const absent of ['botbuilder', 'whatsapp-web.js', 'grammy', 'nodemailer'])
      expect(packages).not.toContain(absent);
    expect(loaded.filter((url) => url.includes('/drizzle-orm/') && url.endsWith('.js'))).toEqual([]);
  });
});

/** The addresses of all modules that a program loads, in a process of its own. */
function loadedBy(program: string): readonly string[] {
  const watched = `import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
    ${program}
    process.stdout.write(JSON.stringify(loaded));`;
  const out = execFileSync(process.execPath, ['--input-type=module-typescript', '-e', watched], { encoding: 'utf8' });
  return JSON.parse(out);
}
