import { TEAMS_CREDENTIALS } from '#adapters/teams/credentials.ts';
import type { Env } from './env.ts';
import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/** How the bot of the settings is known to Microsoft, and where Microsoft is. */
export type TeamsSettings =
  | { readonly is: 'off' }
  | (TeamsPlaces & {
      readonly is: 'on';
      /** Empty: anybody who reaches the port is believed; for loopback only. */
      readonly appId: string;
      readonly password: string;
      /** The token endpoint. */
      readonly loginUrl: string;
    });

/** Where Microsoft is, for every bot. */
export type TeamsPlaces = {
  readonly openIdUrl: string;
  readonly issuer: string;
  /** Exact `host[:port]` of the connector. */
  readonly serviceHosts: readonly string[];
};

const IDENTITY = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'] as const;
const PLACES = ['TEAMS_OPENID_URL', 'TEAMS_LOGIN_URL', 'TEAMS_ISSUER', 'TEAMS_SERVICE_HOSTS'] as const;
const NAMES: readonly string[] = [...IDENTITY, ...PLACES];

/** Microsoft's own (Bot Framework, authentication); the connector of Teams is one host a region under the first. */
export const MICROSOFT: TeamsPlaces = {
  openIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  issuer: 'https://api.botframework.com',
  serviceHosts: ['smba.trafficmanager.net'],
};
const LOGIN = 'https://login.microsoftonline.com/';
const ID = new RegExp(TEAMS_CREDENTIALS.app_id.pattern);
const HOST = /^[a-z0-9.-]+(:\d{1,5})?$/i;

/** `isLoopback`: whether the server can be reached from this machine alone. */
export function teamsSettings(given: Env, isLoopback: boolean): TeamsSettings {
  const named = Object.keys(given).filter((name) => /^(TEAMS_|MicrosoftApp)/.test(name));
  const unknown = named.find((name) => !NAMES.includes(name));
  if (unknown) throw new SettingsError(`${unknown}: there is no such setting; known are ${NAMES.join(', ')}`);
  // An empty id is a choice here, where everywhere else empty means not set.
  const isChosen = given.MicrosoftAppId !== undefined || named.some((name) => given[name]);
  if (!isChosen) return { is: 'off' };
  const set = (name: (typeof IDENTITY | typeof PLACES)[number]): string | undefined => given[name] || undefined;
  const appId = set('MicrosoftAppId') ?? '';
  const serviceHosts = hostsOf(set('TEAMS_SERVICE_HOSTS') ?? MICROSOFT.serviceHosts.join(','));
  const places: TeamsPlaces = {
    openIdUrl: urlOf('TEAMS_OPENID_URL', set('TEAMS_OPENID_URL') ?? MICROSOFT.openIdUrl, ['http:', 'https:']).href,
    issuer: set('TEAMS_ISSUER') ?? MICROSOFT.issuer,
    serviceHosts,
  };
  const login = set('TEAMS_LOGIN_URL');
  if (appId === '') {
    if (!isLoopback)
      throw new SettingsError(
        'MicrosoftAppId: is needed where others can reach the server; without one nobody is checked',
      );
    return { is: 'on', appId, password: '', loginUrl: login === undefined ? '' : loginIn(login), ...places };
  }
  if (!ID.test(appId))
    throw new SettingsError('MicrosoftAppId: is the id of digits and letters that Azure shows for the bot');
  const password = set('MicrosoftAppPassword');
  if (password === undefined) throw new SettingsError('MicrosoftAppPassword: is needed where MicrosoftAppId is set');
  const type = set('MicrosoftAppType') ?? 'SingleTenant';
  if (type !== 'SingleTenant')
    throw new SettingsError(
      'MicrosoftAppType: is SingleTenant; Microsoft makes no other bots with a password any more',
    );
  const tenant = set('MicrosoftAppTenantId');
  if (tenant === undefined || !ID.test(tenant))
    throw new SettingsError('MicrosoftAppTenantId: is needed, and is the id of the directory that the bot is in');
  return { is: 'on', appId, password, loginUrl: loginIn(login ?? loginOf(tenant)), ...places };
}

const loginOf = (tenant: string) => `${LOGIN}${tenant}/oauth2/v2.0/token`;
const loginIn = (value: string) => urlOf('TEAMS_LOGIN_URL', value, ['http:', 'https:']).href;

/** Where an office's own bot of a tenant gets its tokens: where the settings say, unless that is Microsoft's own of another tenant. */
export const loginUrlFor = (settings: TeamsSettings, tenant: string): string =>
  settings.is === 'on' && settings.loginUrl !== '' && !settings.loginUrl.startsWith(LOGIN)
    ? settings.loginUrl
    : loginOf(tenant);

function hostsOf(value: string): readonly string[] {
  const hosts = value.split(',').map((each) => each.trim());
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong !== undefined)
    throw new SettingsError('TEAMS_SERVICE_HOSTS: give exact hosts, as host or host:port, with commas between');
  return hosts.map((host) => host.toLowerCase());
}
