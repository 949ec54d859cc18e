import type { FastifyReply } from 'fastify';
import { type Problem, problemOf } from './errors.ts';

/** Answers with a problem. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 401) reply.header('www-authenticate', 'ApiKey realm="Tesoro Chat"');
  return sendProblemBody(reply, problem.status, problem.body());
}

/** The same of a problem as it was kept. */
export const sendProblemBody = (reply: FastifyReply, status: number, body: unknown): FastifyReply =>
  reply
    .code(status)
    .type('application/problem+json')
    .serializer((problem: unknown) => JSON.stringify(problem))
    .send(body);

/** Whether an address is the API's, also one that leads nowhere. */
export const isOfApi = (url: string): boolean => url.startsWith('/api/v1/');

/** Answers what the server refused before it came to any route. */
export const refuseUnrouted = (reply: FastifyReply, error: unknown): FastifyReply =>
  sendProblem(reply, problemOf(error));
