import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Kept = { readonly data: Buffer; readonly mime: string };

export type S3StandIn = {
  /** With the bucket. */
  readonly url: string;
  readonly host: string;
  readonly files: ReadonlyMap<string, Kept>;
  /** Answers the next calls so instead. */
  fails(...statuses: readonly number[]): void;
  close(): Promise<void>;
};

type Options = { readonly bucket: string; readonly region: string; readonly keyId: string; readonly secret: string };

/** A bucket on loopback that takes what Amazon's signature version 4 allows, and refuses everything else. */
export async function anS3({ bucket, region, keyId, secret }: Options): Promise<S3StandIn> {
  const files = new Map<string, Kept>();
  const faults: number[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path = ''] = (request.url ?? '').split('?');
    const fault = faults.shift();
    if (fault !== undefined) return void response.writeHead(fault).end();
    if (!request.headers['user-agent']) return void response.writeHead(403).end('<Error/>');
    if (!isSigned(request, { region, keyId, secret })) return void response.writeHead(403).end('<Error/>');
    if (!path.startsWith(`/${bucket}/`)) return void response.writeHead(404).end('<Error/>');
    const name = path.slice(bucket.length + 2);
    if (request.method === 'PUT') {
      files.set(name, { data: Buffer.concat(chunks), mime: request.headers['content-type'] ?? '' });
      return void response.writeHead(200).end();
    }
    if (request.method === 'DELETE') {
      files.delete(name);
      return void response.writeHead(204).end();
    }
    const file = files.get(name);
    if (!file) return void response.writeHead(404).end('<Error/>');
    response.writeHead(200, { 'content-type': file.mime }).end(file.data);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `http://${host}/${bucket}`,
    host,
    files,
    fails: (...statuses) => void faults.push(...statuses),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Amazon S3, authenticating requests: the signature in the Authorization header, worked out anew. */
function isSigned(request: IncomingMessage, { region, keyId, secret }: Omit<Options, 'bucket'>): boolean {
  const said = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    request.headers.authorization ?? '',
  );
  const moment = String(request.headers['x-amz-date'] ?? '');
  const day = moment.slice(0, 8);
  const scope = `${day}/${region}/s3/aws4_request`;
  if (!said || said[1] !== `${keyId}/${scope}`) return false;
  const names = (said[2] ?? '').split(';');
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const canonical = [
    request.method,
    path,
    query,
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', moment, scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const hmac = (key: string | Buffer, words: string) => createHmac('sha256', key).update(words).digest();
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex') === said[3];
}
