import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { Door } from './door.ts';

/** The API under /api/v1, as its routes are mounted on it. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Mounts the routes of one kind of record. */
export type Routes<All = CrmKept> = (api: Api, door: Door<All>) => void;
