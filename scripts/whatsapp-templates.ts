import { createCloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { templateDefinitions } from '#adapters/whatsapp/cloud/templates.ts';
import { readSettings } from '#bots/settings/settings.ts';
import { SettingsError } from '#bots/settings/settings-error.ts';

const USAGE = `npm run whatsapp:templates                   prints the message templates in ten languages, as Meta takes them
npm run whatsapp:templates -- --submit WABA  submits them to the WhatsApp business account, with the server's settings`;

/** Prints what WhatsApp wants to approve before we may write outside its 24 hours, or submits it. */
async function main(args: readonly string[]): Promise<void> {
  const [flag, account] = args;
  const definitions = templateDefinitions();
  if (flag === undefined) {
    console.log(JSON.stringify(definitions, null, 2));
    return;
  }
  if (flag !== '--submit' || !/^\d+$/.test(account ?? '')) throw new SettingsError(USAGE);
  const { whatsapp } = readSettings(process.env);
  if (whatsapp.is !== 'cloud') throw new SettingsError('WHATSAPP_TRANSPORT: is cloud where templates are submitted');
  const client = createCloudClient(whatsapp);
  for (const definition of definitions) {
    const called = await client.submitTemplate(account ?? '', definition);
    const became = 'done' in called ? 'submitted' : `refused: ${called.failed.words}`;
    console.log(`${String(definition.name)} ${String(definition.language)}: ${became}`);
    if ('failed' in called) process.exitCode = 1;
  }
  await client.close();
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
