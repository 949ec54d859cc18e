import type { FastifyReply } from 'fastify';

/** What is said where no door of ours has words of its own, by the status of HTTP. */
const WORDS: Readonly<Record<number, string>> = {
  404: 'There is nothing here',
  413: 'The body is too large',
  415: 'This kind of body is not taken here',
  500: 'Something went wrong on our side; it is in the log',
  503: 'This can not be taken right now; try again in a moment',
};
/** No script, nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** Answers with a status and what it means: a page for browsers, which ask for one (RFC 9110, 12.5.1), JSON for programs. */
export function refuse(reply: FastifyReply, status: number): FastifyReply {
  const words = WORDS[status] ?? 'The request is not understood';
  void reply.code(status);
  if (!reply.request.headers.accept?.includes('text/html')) return reply.send({ error: words });
  return reply.type('text/html; charset=utf-8').header('content-security-policy', POLICY).send(pageOf(words));
}

const pageOf = (words: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${words} · Tesoro Chat</title><style>
:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:16px/1.5 system-ui,sans-serif}
main{max-width:26rem;padding:1.5rem}h1{font-size:1.4rem;line-height:1.3;margin:0 0 .5rem}
a{display:inline-block;padding:.6rem 0;margin-right:1.5rem}</style></head>
<body><main><h1>${words}</h1><p>You may go on from here:</p>
<p><a href="/crm">The office’s desk</a><a href="/api/docs">The API</a></p></main></body></html>
`;
