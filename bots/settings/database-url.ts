import { SettingsError } from './settings-error.ts';
import { urlOf } from './url-of.ts';

/**
 * What hosters and other clients put behind the address for themselves, and no server knows: Neon's channel_binding,
 * Prisma's pools, Vercel's marks, libpq's and node-postgres' own (libpq, parameter key words; Prisma, connection URLs).
 * A server that is spoken to by TLS is safe from listeners without channel binding.
 */
const FOR_OTHERS = [
  ...['channel_binding', 'gssencmode', 'krbsrvname', 'require_auth', 'sslcompression', 'sslsni', 'load_balance_hosts'],
  ...['ssl_min_protocol_version', 'ssl_max_protocol_version', 'tcp_user_timeout', 'keepalives', 'keepalives_idle'],
  ...['keepalives_interval', 'keepalives_count', 'fallback_application_name', 'client_encoding', 'uselibpqcompat'],
  ...['connection_limit', 'pool_timeout', 'pool_size', 'socket_timeout', 'statement_cache_size', 'sslaccept'],
  ...['single_use_connections', 'max_idle_connection_lifetime', 'max_connection_lifetime', 'prepareThreshold'],
  ...['connect_timeout', 'supa', 'workaround', 'sslnegotiation', 'max', 'idle_timeout', 'max_lifetime', 'prepare'],
] as const;
/** What we can't do, and what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  sslrootcert: 'is a file that is not read; name it in NODE_EXTRA_CA_CERTS',
  sslcert: 'is not understood; the user needs a password',
  sslkey: 'is not understood; the user needs a password',
  sslidentity: 'is not understood; the user needs a password',
  sslpassword: 'is not understood; the user needs a password',
  host: 'belongs into the address, before the name of the database',
  port: 'belongs into the address, before the name of the database',
  user: 'belongs into the address, before the host',
  password: 'belongs into the address, before the host',
  dbname: 'belongs into the address, behind the host',
};
/** libpq's words, and those of others for the same, as postgres.js has them. It knows no CA without the host's name. */
const SSL_MODES: Readonly<Record<string, string>> = {
  ...{ disable: 'disable', allow: 'allow', prefer: 'prefer', require: 'require', 'verify-full': 'verify-full' },
  ...{ 'verify-ca': 'verify-full', 'no-verify': 'require', true: 'require', '1': 'require', false: 'disable' },
  '0': 'disable',
};

/**
 * The address of a server as hosters print it (Neon, Supabase, Heroku, Vercel, Prisma), as the database client takes it.
 * What is left behind the `?` is the server's own, such as `options`. Throws a SettingsError that names the parameter.
 */
export function databaseUrl(value: string): string {
  const url = urlOf('DATABASE_URL', value, ['postgres:', 'postgresql:']);
  const { searchParams: given } = url;
  for (const [name, why] of Object.entries(REFUSED))
    if (given.has(name) && !(name === 'sslrootcert' && given.get(name) === 'system'))
      throw new SettingsError(`DATABASE_URL: ${name} ${why}`);
  if (given.get('pgbouncer') === 'true')
    throw new SettingsError(
      'DATABASE_URL: pgbouncer=true is a pooler that keeps no session; give the direct address, or its session mode',
    );
  if (given.has('schema') && given.get('schema') !== 'public')
    throw new SettingsError('DATABASE_URL: schema is always public; give a database of its own instead');
  const mode = given.get('sslmode') ?? given.get('ssl');
  const known = mode === null ? undefined : SSL_MODES[mode.toLowerCase()];
  if (mode !== null && !known)
    throw new SettingsError(
      `DATABASE_URL: ${given.has('sslmode') ? 'sslmode' : 'ssl'} is none of ${Object.keys(SSL_MODES).slice(0, 6).join(', ')}`,
    );
  for (const name of [...FOR_OTHERS, 'pgbouncer', 'schema', 'ssl', 'sslmode']) given.delete(name);
  if (known) given.set('sslmode', known);
  return url.href;
}
