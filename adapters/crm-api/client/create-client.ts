import createFetchClient, { type Client } from 'openapi-fetch';
import type { Paths } from './schema.ts';

/** The CRM's API, each route by its path: `data` where it was done, `error` with the problem where it was not. */
export type ApiClient = Client<Paths>;

/** A client for one office. `url`: the server's, without `/api`; the key acts as one of the office's users. */
export const createClient = ({ url, apiKey }: { readonly url: string; readonly apiKey: string }): ApiClient =>
  createFetchClient<Paths>({ baseUrl: url, headers: { 'X-Api-Key': apiKey } });
