import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verbatim } from '#core/chat/text.ts';
import { LANGUAGES } from '#core/language.ts';
import type { Words } from '#core/words.ts';
import { aTelegram } from './a-telegram.ts';
import { connectTelegram } from './connect-telegram.ts';
import { setMenu } from './set-menu.ts';
import { setUpBot } from './set-up.ts';

let telegram: Awaited<ReturnType<typeof aTelegram>>;
beforeEach(async () => {
  telegram = await aTelegram();
});
afterEach(() => telegram.close());

/** Waits that are over at once, and what they were for. */
function aRetry() {
  const stopping = new AbortController();
  const seconds: number[] = [];
  const failures: string[] = [];
  return {
    stopping,
    seconds,
    failures,
    retry: {
      signal: stopping.signal,
      wait: async (each: number) => void seconds.push(each),
      failed: (why: string) => void failures.push(why),
    },
  };
}

const webhookInfo = () => telegram.connection.api.getWebhookInfo();
const called = () => telegram.standIn.journal.calls().map(({ method }) => method);

describe('setUpBot', () => {
  it('has updates sent to our address, with the secret and the kinds we read', async () => {
    const { retry } = aRetry();
    const url = 'https://chat.example.com/webhooks/telegram';

    const bot = await setUpBot(telegram.connection.api, { by: 'webhook', url, secret: 'secret-1' }, retry);

    expect(bot).toEqual({ id: '7312098841', username: telegram.bot.username });
    expect(await webhookInfo()).toMatchObject({
      url,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(telegram.bot.delivery.webhook?.secret).toBe('secret-1');
    expect(JSON.stringify(telegram.standIn.journal.calls('setWebhook'))).not.toContain('drop_pending');
  });

  it('takes the address back before polling, and keeps what waits', async () => {
    await telegram.connection.api.setWebhook('https://chat.example.com/webhooks/telegram');

    await setUpBot(telegram.connection.api, { by: 'polling' }, aRetry().retry);

    expect(await webhookInfo()).toMatchObject({ url: '', pending_update_count: 1 });
  });

  it('leaves the address to the operator where it does not know its own', async () => {
    await setUpBot(telegram.connection.api, { by: 'webhook', url: undefined, secret: 'secret-1' }, aRetry().retry);

    expect(called()).toEqual(['getMe']);
  });

  it('waits longer and longer until Telegram can be reached, saying why', async () => {
    const { retry, seconds, failures } = aRetry();
    telegram.standIn.faults.add({ method: 'getMe', times: 3, do: { resetBefore: true } });
    telegram.standIn.faults.add({ method: 'deleteWebhook', do: { status: 429, retryAfter: 9 } });

    const bot = await setUpBot(telegram.connection.api, { by: 'polling' }, retry);

    expect(bot).toBeDefined();
    expect(seconds).toEqual([1, 2, 4, 9]);
    expect(failures[0]).toMatch(/^Telegram could not be reached/);
  });

  it('says that the token is wrong, and stops when told to', async () => {
    const { retry, stopping, seconds, failures } = aRetry();
    const { api, close } = connectTelegram({ token: '1:wrong', apiRoot: telegram.standIn.root });
    const failed = (why: string) => {
      failures.push(why);
      if (failures.length === 2) stopping.abort();
    };

    expect(await setUpBot(api, { by: 'polling' }, { ...retry, failed })).toBeUndefined();

    expect(failures).toEqual(Array(2).fill('Telegram does not know the bot token'));
    expect(seconds[0]).toBe(300);
    await close();
  });
});

describe('setMenu', () => {
  const words: Words = { say: (text, language) => `${'verbatim' in text ? text.verbatim : ''} (${language})` };
  const menu = {
    commands: [
      { command: 'home' as const, does: verbatim('Overview') },
      { command: 'stop' as const, does: verbatim('Stop notifications') },
    ],
    about: verbatim('See and visit homes'),
    short: verbatim('Homes from your agent'),
  };
  const set = (language: 'en' | 'de' = 'en', say = words) =>
    setMenu({ api: telegram.connection.api, words: say, menu, fallback: language }, aRetry().retry);

  it('shows commands and descriptions to everybody in their language', async () => {
    await set('de');

    const { api } = telegram.connection;
    for (const language of LANGUAGES) {
      expect(await api.getMyCommands({ language_code: language })).toEqual([
        { command: 'home', description: `Overview (${language})` },
        { command: 'stop', description: `Stop notifications (${language})` },
      ]);
      const { description } = await api.getMyDescription({ language_code: language });
      expect(description).toBe(`See and visit homes (${language})`);
    }
    expect((await api.getMyCommands({ language_code: 'nb' }))[0]?.description).toBe('Overview (no)');
    expect((await api.getMyCommands())[0]?.description).toBe('Overview (de)');
    expect((await api.getMyShortDescription()).short_description).toBe('Homes from your agent (de)');
    expect(await api.getChatMenuButton({})).toEqual({ type: 'commands' });
    expect(telegram.chat.commands[0]?.description).toBe('Overview (nl)');
  });

  it('changes nothing at the next start', async () => {
    await set();
    telegram.standIn.journal.clear();

    await set();

    expect(called().filter((method) => method.startsWith('setMy'))).toEqual([]);
  });

  it('is not kept away by a phrase that is too long', async () => {
    await set('en', { say: () => 'all of it '.repeat(100) });

    const [first] = await telegram.connection.api.getMyCommands();
    expect(first?.description).toMatch(/^(all of it ?)+.*…$/);
    expect(first?.description.length).toBeLessThanOrEqual(256);
  });
});
