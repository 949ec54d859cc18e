import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ajvDraft04 from 'ajv-draft-04';
import { strFromU8, unzipSync } from 'fflate';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { aProcessEnv } from '#bots/testing/a-server.ts';

const SCHEMAS = new URL('../node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.24/', import.meta.url);
const schemaOf = async (name: string) =>
  JSON.parse(await readFile(new URL(`MicrosoftTeams.${name}`, SCHEMAS), 'utf8')) as object;
const ENV = {
  MicrosoftAppId: '00000000-0000-4000-8000-00000000000a',
  MicrosoftAppPassword: 'x',
  MicrosoftAppTenantId: '00000000-0000-4000-8000-00000000000b',
  PUBLIC_URL: 'https://chat.example.com',
};

const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  promisify(execFile)('npm', ['run', '--silent', 'teams:package', '--', ...args], {
    env: aProcessEnv(env),
  });

it('makes a package that Microsoft’s schemas take, with two icons and ten languages', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'package-')), 'app.zip');

  await run(ENV, 'Blue Door Homes', file);

  const files = unzipSync(await readFile(file));
  const jsonIn = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as object;
  const manifest = jsonIn('manifest.json');
  const ajv = new ajvDraft04.default({ strict: false, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(await schemaOf('schema.json'));
  expect([validate(manifest), validate.errors]).toEqual([true, null]);
  expect(manifest).toMatchObject({
    bots: [{ botId: ENV.MicrosoftAppId, scopes: ['personal'], supportsFiles: true }],
    validDomains: ['chat.example.com'],
  });
  const localisation = ajv.compile(await schemaOf('Localization.schema.json'));
  const languages = ['nl', 'de', 'fr', 'es', 'pt', 'it', 'pl', 'sv', 'nb'];
  expect(languages.filter((each) => !localisation(jsonIn(`${each}.json`)))).toEqual([]);
  const sizes = await Promise.all(
    ['color.png', 'outline.png'].map(async (name) => (await sharp(files[name]).metadata()).width),
  );
  expect(sizes).toEqual([192, 32]);
});

it('says what it lacks', async () => {
  await expect(run({}, 'Blue Door Homes')).rejects.toThrow(/MicrosoftAppId: is needed/);
  await expect(run({ ...ENV, PUBLIC_URL: 'http://a.example' }, 'Blue Door Homes')).rejects.toThrow(/PUBLIC_URL/);
});
