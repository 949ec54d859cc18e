import { describe, expect, it, onTestFinished } from 'vitest';
import { createCloudClient } from '#adapters/whatsapp/cloud/client.ts';
import { createGraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';
import { templateDefinitions } from '#adapters/whatsapp/cloud/templates.ts';
import type { CheckStep } from '#core/crm/channel-accounts.ts';
import { checkCloud } from './check-cloud.ts';

const ALL = templateDefinitions();
const secrets = { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' };
const clock = { now: () => new Date('2026-06-01T12:00:00Z') };

/** What is said of the templates where the token manages these accounts, each with so many of ours approved. */
async function templatesWhere(accounts: Readonly<Record<string, number>>): Promise<CheckStep | undefined> {
  const numbers = Object.keys(accounts).map((wabaId, at) => ({
    ...{ ...secrets, wabaId, phoneNumberId: `10${at}`, displayPhoneNumber: `3160000000${at}` },
  }));
  const standIn = await createGraphStandIn({ numbers, rateLimits: false });
  const client = createCloudClient({ phoneNumberId: '100', accessToken: 'token', apiRoot: standIn.root });
  onTestFinished(async () => {
    await client.close();
    await standIn.close();
  });
  for (const [account, many] of Object.entries(accounts))
    for (const template of ALL.slice(0, many)) await client.submitTemplate(account, template);
  for (const { language } of ALL) standIn.approve(String(language));
  return (await checkCloud(client, clock)).find(({ step }) => step === 'templates');
}

describe('the test of a number at the Cloud API', () => {
  it('counts what its business account holds, and is good where that is all', async () => {
    const all = `${ALL.length} / ${ALL.length}`;

    expect(await templatesWhere({ ours: ALL.length })).toEqual({ step: 'templates', isGood: true, words: all });
    expect(await templatesWhere({ ours: 3 })).toMatchObject({ isGood: false, words: `3 / ${ALL.length}` });
  });

  it('is good where any account of the token holds all, as none says whose the number is', async () => {
    const good = { step: 'templates', isGood: true, words: `${ALL.length} / ${ALL.length}` };

    expect(await templatesWhere({ others: 0, ours: ALL.length })).toEqual(good);
    expect(await templatesWhere({ ours: ALL.length, others: 2 })).toEqual(good);
  });

  it('says nothing of templates where none of several accounts holds all', async () => {
    expect(await templatesWhere({ others: 0, ours: 4 })).toBeUndefined();
  });
});
