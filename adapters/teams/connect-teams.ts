import type { BotAccess } from './bot-connection.ts';
import type { TeamsConnection } from './connection.ts';

/** Microsoft's library is large. */
export const loadTeams = () => import('./bot-connection.ts');

/** A bot's way to Teams. Microsoft's library is loaded when it is first needed. */
export function connectTeams(access: BotAccess): TeamsConnection {
  let made: Promise<TeamsConnection> | undefined;
  const connection = () => {
    made ??= loadTeams().then(({ createBotConnection }) => createBotConnection(access));
    return made;
  };
  return {
    handle: async (...call) => (await connection()).handle(...call),
    send: async (...call) => (await connection()).send(...call),
    change: async (...call) => (await connection()).change(...call),
  };
}
