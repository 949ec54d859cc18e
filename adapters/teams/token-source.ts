import { request } from 'undici';
import { isFields, textIn } from '#core/fields.ts';
import { USER_AGENT } from '#core/user-agent.ts';
import { CALL_MS } from './limits.ts';

type Needs = {
  readonly appId: string;
  readonly password: string;
  /** The token endpoint. */
  readonly loginUrl: string;
};
/** Bots speak to the connector with this right (Bot Framework, authentication). */
const SCOPE = 'https://api.botframework.com/.default';
const EARLY_SECONDS = 300;

/**
 * The bot's token for the connector, asked for once for all who need it and again before it ends. `refused`: one that the
 * connector did not take; where that is still the one known, another is asked for. Rejects where none is given.
 */
export type TokenSource = (refused?: string) => Promise<string>;

export function createTokenSource({ appId, password, loginUrl }: Needs): TokenSource {
  let known: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async (): Promise<string> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: SCOPE,
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': USER_AGENT };
    const signal = AbortSignal.timeout(CALL_MS);
    const about = { method: 'POST', headers, body, signal } as const;
    const answer = await request(loginUrl, about);
    const said: unknown = await answer.body.json().catch(() => undefined);
    const token = isFields(said) ? textIn(said, 'access_token') : undefined;
    if (answer.statusCode !== 200 || !token) throw new NoToken(answer.statusCode);
    const seconds = isFields(said) && typeof said.expires_in === 'number' ? said.expires_in : 0;
    known = { token, until: performance.now() + Math.max(0, seconds - EARLY_SECONDS) * 1000 };
    return token;
  };

  return (refused) => {
    if (refused !== undefined && known?.token === refused) known = undefined;
    if (known && performance.now() < known.until) return Promise.resolve(known.token);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

/** Microsoft gives no token: a secret is wrong, or the login is away. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
  /** Whether it knows the bot and its secret, and says no. */
  readonly isRefused: boolean;

  constructor(status: number) {
    super(`the login answered ${status}`);
    this.isRefused = status >= 400 && status < 500 && status !== 429;
  }
}
