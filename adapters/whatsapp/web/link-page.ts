import type { FastifyPluginAsync } from 'fastify';
import { toString as drawQr } from 'qrcode';
import { isSame } from '#adapters/is-same.ts';
import type { PhoneState } from './linked-phone.ts';

type Needs = {
  /** Unguessable: whoever opens the page may link a phone. */
  readonly key: string;
  readonly state: () => PhoneState;
  /** The office's name; undefined while there is none. */
  readonly office: () => string | undefined;
};

/** A code is good for some 20 s; the page looks for the next well before. */
const LOOK_SECONDS = 4;

/** The page on which an agent links the office's phone: the code to scan, and how it stands. It needs no script. */
export function linkPage({ key, state, office }: Needs): FastifyPluginAsync {
  return async (server) => {
    server.get<{ Params: { key: string } }>('/whatsapp/link/:key', async (request, reply) => {
      void reply.headers({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
        'x-frame-options': 'DENY',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
      });
      if (!isSame(request.params.key, key)) return reply.callNotFound();
      return reply.type('text/html; charset=utf-8').send(await pageOf(state(), office() ?? 'the office'));
    });
  };
}

async function pageOf(state: PhoneState, office: string): Promise<string> {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="${LOOK_SECONDS}">
<title>WhatsApp of ${escaped(office)}</title>
<style>
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 2rem auto; padding: 0 1rem; color: #1c2b33; }
h1 { font-size: 1.3rem; }
img { width: 100%; max-width: 20rem; display: block; margin: 1rem auto; }
.state { padding: .6rem .9rem; border-radius: .5rem; background: #eef2f4; }
.good { background: #dff3e4; } .bad { background: #fbe3e0; }
small { color: #51636d; }
</style>
</head>
<body>
<main>
<h1>The WhatsApp phone of ${escaped(office)}</h1>
${await bodyOf(state)}
<p><small>Whoever has the address of this page can link a phone: do not pass it on. WhatsApp does not endorse this way of
linking and may shut a number out; WhatsApp’s Cloud API is the official one. Some accounts are asked for a passkey, which
can’t be given here.</small></p>
</main>
</body>
</html>
`;
}

async function bodyOf(state: PhoneState): Promise<string> {
  switch (state.is) {
    case 'linking': {
      const picture = await drawQr(state.code, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' });
      const source = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
      return `<ol><li>Open WhatsApp on the office’s phone.</li><li>Settings, Linked devices, Link a device.</li>
<li>Point the phone at this code.</li></ol>
<img src="${source}" alt="Code for the phone’s camera; it changes every 20 seconds">`;
    }
    case 'ready':
      return `<p class="state good" role="status">Linked: the phone ending in ${escaped(state.phone.slice(-4))} answers clients.</p>`;
    case 'starting':
      return '<p class="state" role="status">The browser starts; the code comes in a moment.</p>';
    case 'authenticating':
      return '<p class="state" role="status">The phone was recognised; its messages are being read.</p>';
    case 'reconnecting':
      return '<p class="state" role="status">The line to WhatsApp is gone; trying again. Messages wait meanwhile.</p>';
    case 'blocked':
      return `<p class="state bad" role="status">WhatsApp has shut this number out. Open WhatsApp on the phone to see why and to
ask for a review; then restart Tesoro Chat.</p>`;
    case 'closed':
      return '<p class="state" role="status">Tesoro Chat is closing.</p>';
  }
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
