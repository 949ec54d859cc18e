import { request } from 'undici';
import { fieldsIn, isFields, textIn } from '#core/fields.ts';
import { DOWNLOAD_MS, type FetchFile, FILE_BYTES } from '#core/media.ts';
import { readBytes } from '#core/read-bytes.ts';
import { USER_AGENT } from '#core/user-agent.ts';

type Access = {
  readonly accessToken: string;
  readonly apiRoot: string;
  /** How long a whole download may take, with what is asked before it, in milliseconds. */
  readonly downloadMs?: number;
};
const PATIENCE_MS = 10_000;
/** Where Meta keeps media; the token goes nowhere else (Cloud API, media). */
const HOSTS = /(^|\.)(fbcdn\.net|fbsbx\.com|facebook\.com|whatsapp\.net)$/;

/** Gets media that people sent: an address that lasts five minutes first, then the bytes, both with the token. */
export function createCloudFiles({ accessToken, apiRoot, downloadMs = DOWNLOAD_MS }: Access): FetchFile {
  const get = (url: string, signal: AbortSignal) =>
    request(url, {
      signal,
      headers: { authorization: `Bearer ${accessToken}`, 'user-agent': USER_AGENT },
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
    });
  const isTheirs = (url: URL) =>
    url.origin === new URL(apiRoot).origin || (url.protocol === 'https:' && HOSTS.test(url.hostname));

  return async (ref) => {
    if (!/^\w{1,64}$/.test(ref)) return { was: 'failed', why: 'that is no id of Meta' };
    const whole = AbortSignal.timeout(downloadMs);
    try {
      const found = await get(`${apiRoot}/${ref}`, whole);
      const said: unknown = await found.body.json();
      if (found.statusCode !== 200 || !isFields(said)) {
        const { code } = fieldsIn(said, 'error');
        return { was: 'failed', why: `Meta answered ${found.statusCode} ${typeof code === 'number' ? code : ''}` };
      }
      if (typeof said.file_size === 'number' && said.file_size > FILE_BYTES) return { was: 'tooLarge' };
      const url = textIn(said, 'url') ?? '';
      if (!URL.canParse(url) || !isTheirs(new URL(url))) return { was: 'failed', why: 'the address is not Meta’s' };
      const answer = await get(url, whole);
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return { was: 'failed', why: `Meta answered ${answer.statusCode} for the file` };
      }
      return await readBytes(answer.body);
    } catch (error) {
      return { was: 'failed', why: error instanceof Error ? error.name : 'unknown' };
    }
  };
}
