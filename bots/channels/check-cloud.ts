import type { CloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { templateDefinitions } from '#adapters/whatsapp/cloud/templates.ts';
import type { Clock } from '#core/clock.ts';
import type { CheckStep } from '#core/crm/channel-accounts.ts';

/** A token that ends sooner is to be replaced now. */
const SOON_MS = 7 * 24 * 3600_000;

/** Whether a number at the Cloud API works. What its token may not ask about is left out: it may work all the same. */
export async function checkCloud(client: CloudClient, clock: Clock): Promise<readonly CheckStep[]> {
  const number = await client.displayNumber();
  if ('failed' in number) return [{ step: 'signedIn', isGood: false, words: number.failed.words }];
  const signedIn: CheckStep = { step: 'signedIn', isGood: true, words: number.done };
  const token = await client.aboutToken();
  if ('failed' in token) return [signedIn];
  const { endsAt, accounts } = token.done;
  const lasts: CheckStep = {
    step: 'token',
    isGood: endsAt === null || endsAt.getTime() - clock.now().getTime() > SOON_MS,
    ...(endsAt === null ? {} : { words: endsAt.toISOString().slice(0, 10) }),
  };
  const asked = await Promise.all(accounts.map((account) => client.approvedTemplates(account)));
  return [signedIn, lasts, ...templatesIn(asked.map((each) => ('done' in each ? each.done : undefined)))];
}

/** `approved`: by business account of the token; undefined where it may not ask about one. Whose the number is, none says. */
function templatesIn(approved: readonly (readonly string[] | undefined)[]): readonly CheckStep[] {
  const ours = templateDefinitions().map(({ name, language }) => `${name} ${language}`);
  const counts = approved.map((theirs) => theirs && ours.filter((each) => theirs.includes(each)).length);
  const most = counts.includes(ours.length) ? ours.length : counts[0];
  // Of several, the one that lacks some may be another number's.
  if (most === undefined || (most < ours.length && counts.length > 1)) return [];
  return [{ step: 'templates', isGood: most === ours.length, words: `${most} / ${ours.length}` }];
}
