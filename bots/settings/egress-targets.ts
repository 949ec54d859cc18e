import { SettingsError } from './settings-error.ts';

/** A host and port that outgoing calls may reach besides public addresses over https. */
export type EgressTarget = { readonly host: string; readonly port: number };

/** Reads `host:port,host:port`; exact hosts, no patterns. */
export function egressTargets(value: string): readonly EgressTarget[] {
  const entries = value.split(',').map((each) => each.trim());
  return entries.filter(Boolean).map((entry) => {
    const [, host, port] = entry.match(/^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+):(\d{1,5})$/) ?? [];
    if (host && port && Number(port) > 0 && Number(port) <= 65535)
      return { host: host.toLowerCase(), port: Number(port) };
    throw new SettingsError(`EGRESS_ALLOW: "${entry}" is no host:port`);
  });
}
