/** What pages may load and who may frame them: nothing but ourselves, without any inline script or style. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'";
const HSTS = 'max-age=31536000';

/** The headers of every answer below /crm. `mayFrame`: the playground shows the desk within its page. */
export const consoleHeaders = (mayFrame: boolean, isSecure: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': `${POLICY}; frame-ancestors ${mayFrame ? "'self'" : "'none'"}`,
  'x-frame-options': mayFrame ? 'SAMEORIGIN' : 'DENY',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
  ...(isSecure ? { 'strict-transport-security': HSTS } : {}),
});
