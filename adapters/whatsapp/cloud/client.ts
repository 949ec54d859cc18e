import { FormData, Pool } from 'undici';
import { fieldsIn, isFields } from '#core/fields.ts';
import type { Bytes } from '#core/media.ts';
import { USER_AGENT } from '#core/user-agent.ts';

/** How a call failed. `words` are Meta's, without anybody's text. */
export type CloudFailure =
  | { readonly is: 'said'; readonly status: number; readonly code: number; readonly words: string }
  /** The request never left. */
  | { readonly is: 'unsent'; readonly words: string }
  /** Cut or timed out after it may have been written. */
  | { readonly is: 'cut'; readonly words: string };
export type Called<Result> = { readonly done: Result } | { readonly failed: CloudFailure };

/** One number's way to the Graph API. Nothing here throws for what Meta or the wire does. */
export type CloudClient = {
  /** Sends one message; answers its wamid. */
  send(message: Readonly<Record<string, unknown>>): Promise<Called<string>>;
  /** Uploads a file; answers its id. */
  upload(bytes: Bytes): Promise<Called<string>>;
  /** Shows that a message was read and that an answer is being written, for 25 s at most (typing indicators). */
  markRead(message: string): Promise<Called<true>>;
  /** Submits a message template of the business account. */
  submitTemplate(account: string, template: Readonly<Record<string, unknown>>): Promise<Called<string>>;
  /** The number as people dial it (phone number, display_phone_number). */
  displayNumber(): Promise<Called<string>>;
  /** What Meta knows of the token and of the business accounts that it may manage. */
  aboutToken(): Promise<Called<AboutToken>>;
  /** All templates of a business account, as `name language`. */
  approvedTemplates(account: string): Promise<Called<readonly string[]>>;
  close(): Promise<void>;
};

/** `endsAt`: null where it never ends. */
export type AboutToken = { readonly endsAt: Date | null; readonly accounts: readonly string[] };

export type CloudAccess = {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** With the version, without a slash at the end. */
  readonly apiRoot: string;
};

const CONNECTIONS = 64;
const CONNECT_MS = 5_000;
/** For a whole call, its answer read. */
const PATIENCE_MS = 20_000;

export function createCloudClient(
  { phoneNumberId, accessToken, apiRoot }: CloudAccess,
  patienceMs = PATIENCE_MS,
): CloudClient {
  const { origin, pathname } = new URL(apiRoot);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    connect: { timeout: CONNECT_MS },
  });
  const base = pathname.replace(/\/$/, '');

  const call = async (path: string, body?: string | FormData): Promise<Called<unknown>> => {
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const headers = { authorization: `Bearer ${accessToken}`, 'user-agent': USER_AGENT, ...json };
    const asked = body === undefined ? { method: 'GET' as const } : { method: 'POST' as const, body };
    try {
      const answer = await pool.request({
        ...asked,
        path: `${base}/${path}`,
        headers,
        signal: AbortSignal.timeout(patienceMs),
      });
      const said = parsed(await answer.body.text());
      if (answer.statusCode < 300) return { done: said };
      return { failed: failureIn(answer.statusCode, said) };
    } catch (error) {
      return { failed: wireFailure(error) };
    }
  };
  const message = (fields: object) =>
    call(`${phoneNumberId}/messages`, JSON.stringify({ messaging_product: 'whatsapp', ...fields }));

  return {
    send: async (fields) =>
      found(await message({ recipient_type: 'individual', ...fields }), (said) => {
        const { messages } = isFields(said) ? said : {};
        return Array.isArray(messages) && isFields(messages[0]) ? messages[0].id : undefined;
      }),
    upload: async ({ data, mime }) => {
      const form = new FormData();
      form.append('messaging_product', 'whatsapp');
      form.append('type', mime);
      form.append('file', new Blob([new Uint8Array(data)], { type: mime }), 'file');
      return found(await call(`${phoneNumberId}/media`, form), idIn);
    },
    markRead: async (id) => {
      const called = await message({ status: 'read', message_id: id, typing_indicator: { type: 'text' } });
      return 'failed' in called ? called : { done: true };
    },
    submitTemplate: async (account, template) =>
      found(await call(`${account}/message_templates`, JSON.stringify(template)), idIn),
    displayNumber: async () =>
      found(await call(`${phoneNumberId}?fields=display_phone_number`), (said) =>
        isFields(said) ? said.display_phone_number : undefined,
      ),
    aboutToken: async () => {
      const called = await call(`debug_token?input_token=${encodeURIComponent(accessToken)}`);
      return 'failed' in called ? called : { done: aboutTokenIn(called.done) };
    },
    approvedTemplates: async (account) => {
      const called = await call(`${account}/message_templates?fields=name,language,status&limit=${MOST_TEMPLATES}`);
      return 'failed' in called ? called : { done: approvedIn(called.done) };
    },
    close: () => pool.destroy(),
  };
}

/** More than ours in ten languages, beside those of others on the same business account. */
const MOST_TEMPLATES = 500;
/** The scope under which a token names the business accounts it may manage (Access tokens, debug_token). */
const MANAGES = 'whatsapp_business_management';

function aboutTokenIn(said: unknown): AboutToken {
  const { expires_at: ends, granular_scopes: scopes } = fieldsIn(said, 'data');
  const manages = Array.isArray(scopes) ? scopes.filter(isFields).filter(({ scope }) => scope === MANAGES) : [];
  const accounts = manages.flatMap(({ target_ids: ids }) => (Array.isArray(ids) ? ids.map(String) : []));
  return { endsAt: typeof ends === 'number' && ends > 0 ? new Date(ends * 1000) : null, accounts };
}

function approvedIn(said: unknown): readonly string[] {
  const all = isFields(said) && Array.isArray(said.data) ? said.data.filter(isFields) : [];
  return all.filter(({ status }) => status === 'APPROVED').map(({ name, language }) => `${name} ${language}`);
}

const idIn = (said: unknown): unknown => (isFields(said) ? said.id : undefined);

/** The id in an answer; an answer without one may stand for something that happened. */
function found(called: Called<unknown>, idOf: (said: unknown) => unknown): Called<string> {
  if ('failed' in called) return called;
  const id = idOf(called.done);
  return typeof id === 'string' ? { done: id } : { failed: { is: 'cut', words: 'the answer held no id' } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The number's id is wrong, or the token may not use it (Graph API, error subcodes). */
const WRONG_OBJECT = 33;
/** Cloud API, error codes: unknown, no permission, something went wrong at Meta. */
const UNKNOWN = 1;
const NO_PERMISSION = 3;
const ITS_OWN = 131000;

/** An answer that is no error of Graph's comes from a gateway before it. */
function failureIn(status: number, said: unknown): CloudFailure {
  const { code, error_subcode: subcode, error_data: data, message } = fieldsIn(said, 'error');
  const words = isFields(data) && typeof data.details === 'string' ? data.details : message;
  const about = typeof words === 'string' ? withoutNumbers(words).slice(0, 200) : `status ${status}`;
  if (typeof code !== 'number') return { is: 'said', status, code: status >= 500 ? ITS_OWN : UNKNOWN, words: about };
  return { is: 'said', status, code: subcode === WRONG_OBJECT ? NO_PERMISSION : code, words: about };
}

/** Meta's details may name the person's phone. */
const withoutNumbers = (words: string) => words.replace(/\+?\d{7,}/g, '…');

/** Before anything is written (libuv, undici, which refuses a header of ours before it connects). */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENET\w+|EHOST\w+|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|.*SIGNED_CERT.*|UNABLE_TO_\w+|ERR_TLS_\w+|UND_ERR_INVALID_ARG|UND_ERR_NOT_SUPPORTED|ERR_INVALID_\w+)$/;

function wireFailure(error: unknown): CloudFailure {
  const code = codeOf(error);
  return { is: UNSENT.test(code) ? 'unsent' : 'cut', words: code || 'no proper answer in time' };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
