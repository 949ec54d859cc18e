import { describe, expect, it } from 'vitest';
import { sentOf } from './sent-of.ts';
import { NoToken } from './token-source.ts';

const said = (statusCode: number, code = '', headers: Readonly<Record<string, string>> = {}) =>
  Object.assign(new Error('x'), {
    statusCode,
    body: { error: { code } },
    response: { headers: new Headers(headers) },
  });
const wire = (code: string) => Object.assign(new Error('x'), { code });
const gone = (cause: RegExp) => ({ was: 'refused', unreachable: true, cause: expect.stringMatching(cause) });

describe('what became of a message to Teams', () => {
  it.each([
    ['too fast', said(429, 'Throttled', { 'retry-after': '7' }), { was: 'notYet', pauses: 'chat', afterSeconds: 7 }],
    ['too fast, without a time', said(429), { was: 'notYet', pauses: 'chat', afterSeconds: 5 }],
    ['a passing conflict', said(412), { was: 'notYet', pauses: 'chat' }],
    ['a token that is refused, and so is the next', said(401), { was: 'notYet', pauses: 'account', afterSeconds: 15 }],
    ['no token at all', new NoToken(401), { was: 'notYet', pauses: 'account' }],
    ['switched off by an admin', said(403, 'BotDisabledByAdmin'), { was: 'notYet', pauses: 'account' }],
    ['blocked', said(403, 'MessageWritesBlocked'), gone(/blocked/)],
    ['removed', said(403, 'BotNotInConversationRoster'), gone(/removed/)],
    ['gone', said(404, 'ConversationNotFound'), gone(/gone/)],
    ['forbidden for a reason still to come', said(403, 'Hologram'), gone(/does not let/)],
    ['too large', said(413, 'MessageSizeTooBig'), { was: 'refused', unreachable: false }],
    ['a gateway away', said(502), { was: 'uncertain' }],
    ['no answer in time', said(408), { was: 'uncertain' }],
    ['nobody there', wire('ECONNREFUSED'), { was: 'notYet', pauses: 'account' }],
    ['cut', wire('ECONNRESET'), { was: 'uncertain' }],
  ])('%s', (_, error, expected) => {
    expect(sentOf(error, 'send')).toMatchObject(expected);
  });

  it('an edit may be repeated, since it changes nothing twice', () => {
    for (const error of [said(502), said(408), wire('ECONNRESET')])
      expect(sentOf(error, 'edit')).toMatchObject({ was: 'notYet' });
  });
});
