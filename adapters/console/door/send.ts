import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Html } from '#adapters/console/html.ts';

/** Whether the page's script asks, which puts the answer into the page. */
export const withScript = ({ headers }: FastifyRequest): boolean => headers['hx-request'] === 'true';

export const send = (reply: FastifyReply, status: number, page: Html): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(String(page));
