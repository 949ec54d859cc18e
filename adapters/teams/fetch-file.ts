import { request } from 'undici';
import { DOWNLOAD_MS, type FetchFile } from '#core/media.ts';
import { readBytes } from '#core/read-bytes.ts';
import { USER_AGENT } from '#core/user-agent.ts';
import { CALL_MS } from './limits.ts';

type Needs = {
  /** Exact hosts, `host[:port]`, of the connector; those alone get the bot's token. */
  readonly serviceHosts: readonly string[];
  /** A token for the connector; undefined where the bot has no id. */
  readonly token: (refused?: string) => Promise<string | undefined>;
  /** How long a whole download may take, all tries together, in milliseconds. */
  readonly downloadMs?: number;
};

/** Where Microsoft keeps files that people send to bots (Teams, bots and files). */
const FILE_HOSTS = /\.(sharepoint\.com|1drv\.com|onedrive\.com|asm\.skype\.com|svc\.ms)$/;
/** Six in ten fetches of a pasted picture are refused at first (botbuilder-js#4887). */
const TRIES = 3;

/**
 * Gets what people sent: from the hosts that keep it for bots alone, without following them anywhere else. A GIF of the
 * picker is at whoever made it, a picture of a chat at Graph, which takes no token of a bot's.
 */
export function createTeamsFiles({ serviceHosts, token, downloadMs = DOWNLOAD_MS }: Needs): FetchFile {
  return async (ref) => {
    if (!URL.canParse(ref)) return { was: 'elsewhere' };
    const url = new URL(ref);
    const isConnector = serviceHosts.includes(url.host);
    const isOurs = isConnector || (url.protocol === 'https:' && url.port === '' && FILE_HOSTS.test(url.hostname));
    if (!isOurs) return { was: 'elsewhere' };
    const signal = AbortSignal.timeout(downloadMs);
    try {
      let given = isConnector ? await token() : undefined;
      let status = 0;
      for (let tried = 0; tried < TRIES; tried += 1) {
        const bearer = given === undefined ? {} : { authorization: `Bearer ${given}` };
        const headers = { 'user-agent': USER_AGENT, ...bearer };
        const answer = await request(url, { headers, headersTimeout: CALL_MS, bodyTimeout: CALL_MS, signal });
        if (answer.statusCode === 200) return await readBytes(answer.body);
        await answer.body.dump();
        status = answer.statusCode;
        if (status === 401 && given !== undefined && tried === 0) given = await token(given);
        else if (status !== 403) break;
      }
      return { was: 'failed', why: `Microsoft answered ${status}` };
    } catch (error) {
      return { was: 'failed', why: error instanceof Error ? error.name : 'unknown' };
    }
  };
}
