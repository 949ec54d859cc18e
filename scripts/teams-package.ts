import { writeFile } from 'node:fs/promises';
import { createWords } from '#adapters/phrases/create-words.ts';
import { createPackage } from '#adapters/teams/package/create-package.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { SettingsError } from '#bots/settings/settings-error.ts';

const USAGE = `npm run teams:package -- "Name of the office" [file.zip]

Writes the app's package for Teams, with MicrosoftAppId and PUBLIC_URL (https) from the server's settings.`;

async function main([office, file = 'tesoro-teams.zip']: readonly string[]): Promise<void> {
  if (!office || office.startsWith('-')) throw new SettingsError(USAGE);
  const { teams, publicUrl } = readSettings(process.env);
  if (teams.is === 'off' || teams.appId === '') throw new SettingsError(`MicrosoftAppId: is needed here\n\n${USAGE}`);
  if (!publicUrl?.startsWith('https:')) throw new SettingsError(`PUBLIC_URL: is needed here, with https\n\n${USAGE}`);
  await writeFile(file, await createPackage({ appId: teams.appId, office, publicUrl }, createWords()));
  console.log(`${file}: upload it in the Teams admin centre, Manage apps`);
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
