import type { Api } from 'grammy';
import { request } from 'undici';
import { DOWNLOAD_MS, type FetchFile, FILE_BYTES } from '#core/media.ts';
import { readBytes } from '#core/read-bytes.ts';
import { USER_AGENT } from '#core/user-agent.ts';

type Access = {
  readonly api: Api;
  readonly token: string;
  readonly apiRoot?: string | undefined;
  /** How long a whole download may take, in milliseconds. */
  readonly downloadMs?: number;
};
const TELEGRAM = 'https://api.telegram.org';
const PATIENCE_MS = 10_000;

/** Gets files that people sent to a bot: their address first, then their bytes (Bot API, getFile; 20 MB at most). */
export function createTelegramFiles({ api, token, apiRoot = TELEGRAM, downloadMs = DOWNLOAD_MS }: Access): FetchFile {
  return async (ref) => {
    try {
      const { file_path: path, file_size: size } = await api.getFile(ref);
      if (size !== undefined && size > FILE_BYTES) return { was: 'tooLarge' };
      if (path === undefined) return { was: 'failed', why: 'Telegram gave no address' };
      const about = {
        headers: { 'user-agent': USER_AGENT },
        headersTimeout: PATIENCE_MS,
        bodyTimeout: PATIENCE_MS,
        signal: AbortSignal.timeout(downloadMs),
      };
      const answer = await request(`${apiRoot}/file/bot${token}/${path}`, about);
      if (answer.statusCode !== 200) {
        await answer.body.dump();
        return { was: 'failed', why: `Telegram answered ${answer.statusCode}` };
      }
      return await readBytes(answer.body);
    } catch (error) {
      if (error instanceof Error && /file is too big/i.test(error.message)) return { was: 'tooLarge' };
      // The address holds the token, and so may the message.
      return { was: 'failed', why: error instanceof Error ? error.name : 'unknown' };
    }
  };
}
