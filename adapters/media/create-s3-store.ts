import { AwsClient } from 'aws4fetch';
import { isId } from '#core/ids.ts';
import type { MediaStore, Size } from '#core/media.ts';
import { SIZES } from '#core/media.ts';
import { USER_AGENT } from '#core/user-agent.ts';

/** Where a bucket is, and who may use it. */
export type S3Access = {
  /** The bucket's address without a slash at the end: `https://s3.example.com/bucket`, `https://bucket.s3.eu-west-1.amazonaws.com`. */
  readonly bucketUrl: string;
  /** What every name in the bucket begins with, without slashes at its ends; empty for none. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
};

const PATIENCE_MS = 20_000;
/** Further tries of the library's where the service is busy or broken (429 and 5xx), each after a longer wait. */
const RETRIES = 3;

/**
 * Files in a bucket of any service that speaks S3, `<prefix>/<company>/<media>/<size>`. Puts are whole or not at all,
 * and each is read again at once (Amazon S3, strong consistency; others of the kind promise the same). Throws where the
 * service refuses or is not there.
 */
export function createS3Store({ bucketUrl, prefix, ...access }: S3Access): MediaStore {
  const { region, accessKeyId, secretAccessKey, sessionToken } = access;
  const key = { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
  const client = new AwsClient({ ...key, region, service: 's3', retries: RETRIES });
  const urlOf = (company: string, media: string, size: Size) => {
    if (!isId(company) || !isId(media)) throw new Error('a stored file is named by ids only');
    if (!SIZES.includes(size)) throw new Error(`no such size: ${size}`);
    return [bucketUrl, prefix, company, media, size].filter(Boolean).join('/');
  };
  const call = async (
    url: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Readonly<Record<string, string>> },
  ): Promise<Response> => {
    const headers = { ...init.headers, 'user-agent': USER_AGENT };
    const answer = await client.fetch(url, { ...init, headers, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok || answer.status === 404) return answer;
    // What it says may quote names, and its words are nobody's to read.
    await answer.body?.cancel();
    throw new Error(`the media store answered ${init.method ?? 'GET'} with ${answer.status}`);
  };

  return {
    async put(company, media, size, { data, mime }) {
      const body = new Uint8Array(data);
      const answer = await call(urlOf(company, media, size), {
        method: 'PUT',
        body,
        headers: { 'content-type': mime },
      });
      await answer.body?.cancel();
      if (answer.status === 404) throw new Error('the media store has no such bucket');
    },

    async get(company, media, size) {
      const answer = await call(urlOf(company, media, size), {});
      if (answer.status === 404) {
        await answer.body?.cancel();
        return undefined;
      }
      const mime = answer.headers.get('content-type') ?? 'application/octet-stream';
      return { data: new Uint8Array(await answer.arrayBuffer()), mime };
    },

    async remove(company, media) {
      for (const size of SIZES) {
        const answer = await call(urlOf(company, media, size), { method: 'DELETE' });
        await answer.body?.cancel();
      }
    },
  };
}
