import type { FastifyRequest } from 'fastify';
import type { Asked } from '#adapters/console/door.ts';
import { CARRIED, formOf } from '#adapters/console/form.ts';

const HOME = '/crm/today';

/** An address of ours that a page may lead to, as browsers read it; anything else is Today. */
export function ownPath(path: string | undefined): string {
  if (path === undefined || !/^\/crm\/[^\\\s]*$/.test(path)) return HOME;
  // Dot segments lead elsewhere; which host is asked does not matter.
  const { pathname, search } = new URL(path, 'http://desk');
  return pathname.startsWith('/crm/') && !pathname.startsWith('/crm/sign-in') ? pathname + search : HOME;
}

/** What a request asks for, by its path and its query. */
export function askedIn(request: FastifyRequest): Asked {
  const texts = (given: unknown) =>
    Object.fromEntries(
      Object.entries(given ?? {}).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    );
  const asked = new URLSearchParams(request.url.split('?')[1] ?? '');
  return { params: texts(request.params), query: texts(request.query), all: (name) => asked.getAll(name) };
}

/** The page's own address, without the part that was asked for. */
export function pathOf({ url }: FastifyRequest): string {
  const [bare = '', query = ''] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.delete('part');
  return asked.size > 0 ? `${bare}?${asked}` : bare;
}

/** What the pattern's holes stand for in the path; undefined where it is another page's, or none that can be read. */
export function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, step] of wanted.entries()) {
    const value = given[at] ?? '';
    if (!step.startsWith(':')) {
      if (step !== value) return undefined;
      continue;
    }
    const said = decoded(value);
    if (said === undefined) return undefined;
    params[step.slice(1)] = said;
  }
  return params;
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/**
 * The page from which a request came: itself where it asks for a page, else the one that its form says it stands on, or
 * that the browser names. There a reader can go on, and nowhere on the address of the form.
 */
export function pageBehind(request: FastifyRequest): string {
  if (request.method === 'GET') return pathOf(request);
  const { referer, host } = request.headers;
  const from = referer !== undefined && URL.canParse(referer) ? new URL(referer) : undefined;
  const named = from?.host === host ? `${from?.pathname}${from?.search}` : undefined;
  return ownPath(formOf(request.body).text(CARRIED.at) || named);
}
