import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Call, Upload } from './call.ts';
import { errorBody } from './errors.ts';
import { execute } from './execute.ts';
import { UPLOAD_BYTES } from './limits.ts';
import { type Fields, isFields } from './params.ts';
import type { World } from './world.ts';

type Route = { Params: { token: string; method: string }; Querystring: Record<string, string> };
type FileRoute = { Params: { token: string; '*': string } };

const NO_UPLOADS: ReadonlyMap<string, Upload> = new Map();

/** The Bot API's own addresses: /bot<token>/<method> and /file/bot<token>/<path>. */
export async function botApiRoutes(server: FastifyInstance, { world }: { world: World }) {
  await server.register(multipart, { limits: { fileSize: UPLOAD_BYTES + 1, fields: 200, parts: 400 } });
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, Object.fromEntries(new URLSearchParams(String(body))));
  });

  server.route<Route>({
    method: ['GET', 'POST'],
    url: '/bot:token/:method',
    handler: (request, reply) => answer(world, request, reply),
  });

  server.get<FileRoute>('/file/bot:token/*', (request, reply) => {
    const file = world.bots.get(request.params.token)?.files.at(request.params['*']);
    if (!file) return reply.code(404).send(errorBody(404, 'Not Found'));
    if (world.faults.strike('file', undefined)) return drip(reply);
    return reply.type('application/octet-stream').send(Buffer.from(file.bytes));
  });
}

/** Begins the file, and gives a byte of it now and then, without end. */
function drip(reply: FastifyReply) {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/octet-stream' });
  const dripping = setInterval(() => reply.raw.write('x'), DRIP_MS);
  reply.raw.once('close', () => clearInterval(dripping));
}
const DRIP_MS = 50;

async function answer(world: World, request: FastifyRequest<Route>, reply: FastifyReply) {
  const bot = world.bots.get(request.params.token);
  if (!bot) return reply.code(401).send(errorBody(401, 'Unauthorized'));
  const hungUp = new AbortController();
  reply.raw.once('close', () => hungUp.abort());
  const input = request.isMultipart() ? await formOf(request) : { params: bodyOf(request), uploads: NO_UPLOADS };

  const call: Call = { world, bot, ...input, gone: hungUp.signal };
  const outcome = await execute(call, request.params.method);
  if (outcome.is === 'answer') {
    return reply.code(outcome.status).type('application/json').send(JSON.stringify(outcome.body));
  }
  reply.hijack();
  if (outcome.is === 'cut') request.raw.socket.destroy();
  return reply;
}

function bodyOf({ body, query }: FastifyRequest<Route>): Fields {
  if (!isFields(body)) return query;
  return Object.keys(query).length === 0 ? body : { ...query, ...body };
}

async function formOf(request: FastifyRequest<Route>): Promise<{ params: Fields; uploads: Map<string, Upload> }> {
  const params: Record<string, unknown> = { ...request.query };
  const uploads = new Map<string, Upload>();
  for await (const part of request.parts()) {
    if (part.type === 'field') params[part.fieldname] = part.value;
    else uploads.set(part.fieldname, { name: part.filename, mime: part.mimetype, bytes: await part.toBuffer() });
  }
  return { params, uploads };
}
