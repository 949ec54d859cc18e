import type { Sent } from '#core/chat/channel.ts';
import { fieldsIn, isFields, textIn } from '#core/fields.ts';
import { NoToken } from './token-source.ts';

/** A missing token or right is looked at again after this long. */
const OFFICE_SECONDS = 300;
/** A token that was refused, and one that was asked for anew with it: the connector learns of keys within moments. */
const REFUSED_SECONDS = 15;
/** Where Teams tells no time to wait. */
const LIMITED_SECONDS = 5;
/** Before anything is written (libuv). */
const UNSENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENET\w+|EHOST\w+|CERT_\w+|.*SIGNED_CERT.*|UND_ERR_INVALID_ARG|ERR_INVALID_\w+|ERR_TLS_\w+)$/;
/** Why a person can't be reached, by the connector's own code (Teams, proactive messages: status codes). */
const GONE: Readonly<Record<string, string>> = {
  MessageWritesBlocked: 'The client blocked the app in Teams.',
  BotNotInConversationRoster: 'The client removed the app from Teams.',
  ConversationNotFound: 'The chat in Teams is gone.',
  ForbiddenOperationException: 'The client has not installed the app in Teams, or removed it.',
};
/** Switched off for everybody: somebody has to act, and then what waits may go. */
const OFFICE = /^(BotDisabled|TenantNotAllowed|AppNotAllowed)/i;
const CALL = 'Call or write another way.';

/** What became of a message after a call failed (P5). `step`: an edit may be repeated, since it changes nothing twice. */
export function sentOf(error: unknown, step: 'send' | 'edit'): Sent {
  if (error instanceof NoToken)
    return { was: 'notYet', pauses: 'account', afterSeconds: OFFICE_SECONDS, why: 'Microsoft gave no token' };
  const fields = isFields(error) ? error : {};
  const { statusCode: status } = fields;
  if (typeof status !== 'number') return ofWire(textIn(fields, 'code') ?? '', step);
  const code = codeIn(fields);
  const why = `Teams answered ${status} ${code}`.trim();
  if (status === 429) return { was: 'notYet', pauses: 'chat', afterSeconds: retryAfter(fields), why };
  if (status === 412) return { was: 'notYet', pauses: 'chat', why };
  if (status === 401) return { was: 'notYet', pauses: 'account', afterSeconds: REFUSED_SECONDS, why };
  if (status === 408 || status >= 500) {
    if (step === 'edit') return { was: 'notYet', pauses: 'chat', why };
    return { was: 'uncertain', why };
  }
  if (OFFICE.test(code)) return { was: 'notYet', pauses: 'account', afterSeconds: OFFICE_SECONDS, why };
  const gone = GONE[code];
  if (gone !== undefined || status === 403 || status === 404) {
    const cause = gone ?? 'Teams does not let the app write to this client.';
    return { was: 'refused', code: `teams_${code || status}`, cause, nextStep: CALL, unreachable: true };
  }
  const nextStep = 'Report it to whoever runs this server.';
  return { was: 'refused', code: `teams_${status}`, cause: why, nextStep, unreachable: false };
}

function ofWire(code: string, step: 'send' | 'edit'): Sent {
  const why = `Teams could not be reached (${code || 'no proper answer in time'})`;
  if (UNSENT.test(code)) return { was: 'notYet', pauses: 'account', why };
  return step === 'edit' ? { was: 'notYet', pauses: 'chat', why } : { was: 'uncertain', why };
}

/** Microsoft's own code of an error, where its body holds one. */
function codeIn(error: Record<string, unknown> | object): string {
  const inner = fieldsIn(fieldsIn(error, 'body'), 'error');
  return textIn(inner, 'code') ?? textIn(isFields(error) ? error : {}, 'code') ?? '';
}

function retryAfter(error: object): number {
  const headers: unknown = fieldsIn(error, 'response').headers;
  const given = isFields(headers) && typeof headers.get === 'function' ? headers.get('retry-after') : undefined;
  const seconds = Number(given);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 3600) : LIMITED_SECONDS;
}
