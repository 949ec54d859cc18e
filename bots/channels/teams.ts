import { connectTeams, loadTeams } from '#adapters/teams/connect-teams.ts';
import type { TeamsConnection } from '#adapters/teams/connection.ts';
import { TEAMS_CREDENTIALS } from '#adapters/teams/credentials.ts';
import { type Answer, messagesRoute } from '#adapters/teams/messages-route.ts';
import { createSignedPictures } from '#adapters/teams/signed-pictures.ts';
import { createTokenSource } from '#adapters/teams/token-source.ts';
import type { Log } from '#bots/log.ts';
import type { EgressTarget } from '#bots/settings/egress-targets.ts';
import { loginUrlFor, MICROSOFT, type TeamsPlaces, type TeamsSettings } from '#bots/settings/teams-settings.ts';
import type { Clock } from '#core/clock.ts';
import type { ChannelPace } from '#core/delivery/pace.ts';
import type { Fields } from '#core/fields.ts';
import type { MediaStore } from '#core/media.ts';
import type { Calendar } from '#core/viewings/calendar.ts';
import type { ChannelDriver } from './channel-driver.ts';
import type { TeamsAccount, TeamsNeeds } from './open-teams.ts';

type Needs = Omit<TeamsNeeds, 'linksOf' | 'serviceHosts'> & {
  readonly media: MediaStore;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly log: Log;
  /** Signs the addresses of pictures. */
  readonly secretKey: string;
  /** Where those are reached. */
  readonly publicUrl: () => string;
  readonly egressAllow: readonly EgressTarget[];
  readonly pace: ChannelPace;
};
const load = () => import('./open-teams.ts');
type Guard = { readonly connection: TeamsConnection };

/** Bots in Teams: that of the settings and those of the offices. */
export function teamsDriver(
  settings: TeamsSettings,
  { media, calendar, clock, log, secretKey, publicUrl, egressAllow, pace, ...needs }: Needs,
): ChannelDriver<TeamsAccount, Guard, Fields, Answer | undefined> {
  const places = settings.is === 'on' ? settings : MICROSOFT;
  const { serviceHosts } = places;
  const pictures = createSignedPictures({ secretKey, publicUrl, now: () => clock.now() });
  const allowsHttp = (host: string) => egressAllow.some((each) => `${each.host}:${each.port}` === host);
  if (settings.is === 'on' && settings.appId === '')
    log.warn({}, 'Teams has no MicrosoftAppId: whoever reaches this port on this machine is believed');

  return {
    channel: 'teams',
    transport: 'connector',
    title: 'Teams',
    pace,
    settings:
      settings.is === 'off'
        ? undefined
        : { externalId: settings.appId || 'loopback', access: accessOf(settings, places) },
    own: {
      fields: TEAMS_CREDENTIALS,
      externalIdOf: ({ app_id: id = '' }) => id.toLowerCase(),
      isCalled: true,
      accessOf: ({ app_id: id = '', app_password: password = '', tenant_id: tenant = '' }) =>
        accessOf({ appId: id.toLowerCase(), password, loginUrl: loginUrlFor(settings, tenant) }, places),
    },
    guardOf: ({ connection }) => ({ connection }),
    load: () => Promise.all([load(), loadTeams()]),
    open: async (opening, access) => {
      const { openTeams } = await load();
      const linksOf: TeamsNeeds['linksOf'] = (company) => ({
        picture: (id, size) => pictures.urlOf(company, id, size),
        calendar: calendar.urlOf,
      });
      return openTeams(opening, access, { ...needs, linksOf, serviceHosts });
    },
    routes: (hookOf) => async (server) => {
      for (const path of ['/api/messages', '/webhooks/teams/:account'])
        await server.register(messagesRoute({ path, hookOf, serviceHosts, allowsHttp, log }));
      await server.register(pictures.route(media));
    },
  };
}

type Bot = { readonly appId: string; readonly password: string; readonly loginUrl: string };

function accessOf(bot: Bot, { openIdUrl, issuer }: TeamsPlaces): TeamsAccount {
  const { appId } = bot;
  const token = createTokenSource(bot);
  return {
    connection: connectTeams({ appId, openIdUrl, issuer, token }),
    token: appId === '' ? undefined : token,
  };
}
