import type { Settings } from './settings/settings.ts';

/** Where this deployment is reached from outside; known for sure once it listens. */
export type Address = {
  /** Without a slash at the end. */
  publicUrl(): string;
  /** The page of an account that a token opens. */
  pageUrl(token: string): string;
  /** The short address that leads on to a chat whose own is too long to be read. */
  goUrl(invite: string): string;
  /** A page of the console that a mail opens. */
  deskPageUrl(page: string, token?: string): string;
  /** Told where the server listens; the settings know better. */
  listensAt(url: string): void;
};

export function createAddress(settings: Pick<Settings, 'publicUrl' | 'host' | 'port'>): Address {
  let url = settings.publicUrl ?? `http://${settings.host}:${settings.port}`;
  return {
    publicUrl: () => url,
    deskPageUrl: (page, token) => `${url}/crm/${page}${token === undefined ? '' : `/${token}`}`,
    goUrl: (invite) => `${url}/go/${invite}`,
    pageUrl: (token) => `${url}/account/${token}`,
    listensAt: (at) => {
      url = settings.publicUrl ?? at;
    },
  };
}
