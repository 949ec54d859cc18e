import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Faults } from './faults.ts';
import { type Fields, isFields } from './fields.ts';
import { GraphError } from './graph-error.ts';
import { MEDIA_BYTES } from './limits.ts';
import { ACCOUNT, type BusinessNumber } from './number.ts';

type World = {
  readonly numbers: readonly BusinessNumber[];
  readonly faults: Faults;
  readonly limit: ((to: string) => void) | undefined;
};
type Named = { Params: { id: string } };

/** The Graph API of all numbers, below the version. */
export async function graphRoutes(server: FastifyInstance, { numbers, faults, limit }: World): Promise<void> {
  await server.register(multipart, { limits: { fileSize: MEDIA_BYTES.document } });

  const allowed = (request: FastifyRequest): readonly BusinessNumber[] => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const mine = numbers.filter(({ options }) => options.accessToken === token);
    if (mine.length === 0) throw new GraphError(401, 190, 'Error validating access token');
    return mine;
  };
  const numberOf = (request: FastifyRequest<Named>): BusinessNumber => {
    const found = allowed(request).find(({ options }) => options.phoneNumberId === request.params.id);
    if (!found) throw new GraphError(400, 100, `Object with ID '${request.params.id}' does not exist`);
    return found;
  };
  const fileOf = (request: FastifyRequest, id: string) => {
    const owner = allowed(request).find(({ files }) => files.find(id));
    const file = owner?.files.find(id);
    if (!owner || !file) throw new GraphError(404, 100, `Object with ID '${id}' does not exist`);
    return { owner, file };
  };

  /** True where the fault has dealt with the call. */
  const struck = (request: FastifyRequest, reply: FastifyReply): boolean => {
    const fault = faults.strike(new URL(request.url, 'http://x').pathname);
    if (!fault) return false;
    if ('status' in fault) throw new GraphError(fault.status, fault.code, 'As the test wanted');
    reply.hijack();
    if ('cutBefore' in fault) request.raw.socket.destroy();
    if ('cutAfter' in fault) {
      if (isFields(request.body)) numberOf(request as FastifyRequest<Named>).send(request.body);
      request.raw.socket.destroy();
    }
    return true;
  };

  server.post<Named>('/:id/messages', async (request, reply) => {
    const number = numberOf(request);
    if (struck(request, reply)) return reply;
    const body = bodyOf(request.body);
    if (body.status === undefined) limit?.(`${request.params.id}/${String(body.to ?? body.recipient)}`);
    return number.send(body);
  });

  server.post<Named>('/:id/media', async (request, reply) => {
    const { files } = numberOf(request);
    if (struck(request, reply)) return reply;
    const sent = await request.file();
    const data = await sent?.toBuffer();
    const product = sent?.fields.messaging_product;
    if (!sent || !data) throw new GraphError(400, 100, 'The parameter file is required');
    if (!product || !('value' in product) || product.value !== 'whatsapp')
      throw new GraphError(400, 100, 'The parameter messaging_product is required');
    return { id: files.keep(data, sent.mimetype) };
  });

  server.get('/debug_token', (request) => {
    const mine = allowed(request).map(({ options }) => options);
    const tokenEndsAt = mine[0]?.tokenEndsAt;
    const accounts = [...new Set(mine.map(({ wabaId = ACCOUNT }) => wabaId))];
    const scopes = [{ scope: 'whatsapp_business_management', target_ids: accounts }];
    const ends = tokenEndsAt === undefined ? 0 : Math.floor(tokenEndsAt.getTime() / 1000);
    return { data: { is_valid: true, type: 'SYSTEM_USER', expires_at: ends, granular_scopes: scopes } };
  });

  server.get<Named>('/:id', (request) => {
    const { id } = request.params;
    const number = allowed(request).find(({ options }) => options.phoneNumberId === id);
    if (number) {
      const { displayPhoneNumber, name = 'Office' } = number.options;
      return { id, display_phone_number: displayPhoneNumber, verified_name: name };
    }
    const { owner, file } = fileOf(request, id);
    const url = `http://${request.host}/media/${owner.files.ticket(id)}`;
    const { mime, sha256, data } = file;
    return { messaging_product: 'whatsapp', url, mime_type: mime, sha256, file_size: data.length, id };
  });
  server.delete<Named>('/:id', (request) => {
    const { id } = request.params;
    return { success: fileOf(request, id).owner.files.remove(id) };
  });

  server.get<Named>('/:id/message_templates', (request) => ({
    data: accountOf(allowed(request), request.params.id).templates.list(),
  }));
  server.post<Named>('/:id/message_templates', (request) =>
    accountOf(allowed(request), request.params.id).templates.submit(bodyOf(request.body)),
  );
}

/** The address of a file, outside the version; it too wants the token. */
export async function mediaRoutes(server: FastifyInstance, { numbers }: Pick<World, 'numbers'>): Promise<void> {
  server.get<{ Params: { ticket: string } }>('/media/:ticket', (request, reply) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const mine = numbers.filter(({ options }) => options.accessToken === token);
    if (mine.length === 0) return reply.code(401).send();
    const file = mine.map(({ files }) => files.redeem(request.params.ticket)).find(Boolean);
    return file ? reply.type(file.mime).send(file.data) : reply.code(404).send();
  });
}

function bodyOf(body: unknown): Fields {
  if (!isFields(body)) throw new GraphError(400, 100, 'The body is no JSON object');
  return body;
}

function accountOf(numbers: readonly BusinessNumber[], id: string): BusinessNumber {
  const found = numbers.find(({ options }) => (options.wabaId ?? ACCOUNT) === id);
  if (!found) throw new GraphError(400, 100, `Object with ID '${id}' does not exist`);
  return found;
}
