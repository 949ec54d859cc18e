import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { S3Access } from '#adapters/media/create-s3-store.ts';
import type { EgressTarget } from './egress-targets.ts';
import type { Env } from './env.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** Where photos and recordings are kept. */
export type MediaSettings = { readonly is: 'folder'; readonly folder: string } | ({ readonly is: 's3' } & S3Access);

/** Names of Amazon's own: every tool for S3 reads them, and other services of the kind document them. */
const NEEDED = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'] as const;
/** Amazon S3, bucket naming rules. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** `file:/a/folder`, or `s3://bucket/prefix` with Amazon's names for the rest; a folder in DATA_DIR where nothing is said. */
export function mediaSettings(env: Env, dataDir: string, allowed: readonly EgressTarget[]): MediaSettings {
  const { MEDIA_URL: given } = env;
  if (given === undefined) return { is: 'folder', folder: resolve(dataDir, 'media') };
  if (!given.startsWith('s3:')) {
    urlOf('MEDIA_URL', given, ['file:']);
    return { is: 'folder', folder: fileURLToPath(given) };
  }
  const { host: bucket, pathname, search, username } = urlOf('MEDIA_URL', given, ['s3:']);
  if (!BUCKET.test(bucket) || search || username)
    throw new SettingsError('MEDIA_URL: give the bucket as s3://bucket, or s3://bucket/prefix');
  const missing = NEEDED.find((name) => !env[name]);
  if (missing) throw new SettingsError(`${missing}: is needed where MEDIA_URL is s3:`);
  const { AWS_REGION: region = '', AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = env;
  return {
    is: 's3',
    bucketUrl: bucketUrlOf(env, bucket, region, allowed),
    prefix: pathname.replace(/^\/+|\/+$/g, ''),
    region,
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: env.AWS_SESSION_TOKEN || undefined,
  };
}

/** Amazon's own by the bucket's name, other services by a path, which all of them know. */
function bucketUrlOf(env: Env, bucket: string, region: string, allowed: readonly EgressTarget[]): string {
  const name = env.AWS_ENDPOINT_URL_S3 ? 'AWS_ENDPOINT_URL_S3' : 'AWS_ENDPOINT_URL';
  const endpoint = env[name];
  // A certificate for all buckets covers no name with a dot.
  if (!endpoint && bucket.includes('.')) return `https://s3.${region}.amazonaws.com/${bucket}`;
  if (!endpoint) return `https://${bucket}.s3.${region}.amazonaws.com`;
  const { protocol, hostname, port, origin, pathname } = urlOf(name, endpoint, ['https:', 'http:']);
  const isAllowed = allowed.some((target) => target.host === hostname && target.port === Number(port || 80));
  if (protocol === 'http:' && !isAllowed)
    throw new SettingsError(`${name}: needs https, or its host and port in EGRESS_ALLOW`);
  return `${origin}${pathname.replace(/\/+$/, '')}/${bucket}`;
}
