import { describe, expect, it } from 'vitest';
import type { Did } from '#core/chat/turn.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { readStored, storable, turnOf, type WebReader } from './read.ts';
import type { WebMessage } from './wire.ts';

const reader: WebReader = {
  company: 'c' as CompanyId,
  account: 'a' as ChannelAccountId,
  isInvite: (word) => word === 'casa-7',
};
const from = { id: '3EB0A', chat: '70000000001@lid' };
const turn = (message: Partial<WebMessage>) => turnOf({ ...from, type: 'chat', ...message }, reader);

describe('a message of WhatsApp Web', () => {
  it.each<[string, Partial<WebMessage>, Did | undefined]>([
    ['words', { body: 'Hello' }, { is: 'wrote', words: 'Hello' }],
    ['an invite', { body: 'START casa-7' }, { is: 'came', code: 'casa-7' }],
    ['a command', { body: '/home' }, { is: 'ordered', command: 'home' }],
    [
      'what looks like a password',
      { body: 'Hunter2!x' },
      { is: 'wroteSecret', message: '3EB0A', words: expect.any(Function) },
    ],
    ['such a caption', { type: 'image', body: 'Hunter2!x' }, { is: 'wroteSecret', message: '3EB0A' }],
    ['a voice note', { type: 'ptt' }, { is: 'sent', what: 'voice', file: { is: 'there', ref: '3EB0A' } }],
    ['a round video note', { type: 'ptv' }, { is: 'sent', what: 'other', file: { is: 'there', ref: '3EB0A' } }],
    ['an answer to an old button', { type: 'buttons_response', body: 'Viewings' }, { is: 'wrote', words: 'Viewings' }],
    ['an answer to an old list', { type: 'list_response', body: 'Casa Verde' }, { is: 'wrote', words: 'Casa Verde' }],
    ['a sign below a message', { type: 'reaction' }, { is: 'sent', what: 'reaction' }],
    ['other words', { type: 'edit', body: 'Hi', edits: '3EB0' }, { is: 'edited', words: 'Hi' }],
    ['a caption that is gone', { type: 'edit', body: '', edits: '3EB0' }, { is: 'edited', words: '' }],
    [
      'a password edited in',
      { type: 'edit', body: 'Hunter2!x', edits: '3EB0' },
      { is: 'wroteSecret', message: '3EB0' },
    ],
    ["the service's own talk", { type: 'e2e_notification' }, undefined],
    ['a kind still to come', { type: 'hologram' }, undefined],
    ['nothing written', { body: ' ' }, undefined],
  ])('reads %s', (_, message, expected) => {
    expect(turn(message)?.did).toEqual(expected);
  });

  it('knows a person by the id of WhatsApp, by the number only where there is no other', () => {
    expect(turn({ body: 'x' })?.person.identity).toEqual({ kind: 'lid', id: '70000000001' });
    expect(turn({ body: 'x', chat: '34610000001@c.us' })?.person.identity).toEqual({
      kind: 'phone',
      id: '34610000001',
    });
    expect(turn({ body: 'x', chat: '120363@g.us' })).toBeUndefined();
  });

  it('reads the same from what was stored, and stores no password', () => {
    const message: WebMessage = { ...from, phone: '34610000001', type: 'chat', body: '2', quoted: '3EB0B' };
    const edit: WebMessage = { ...from, type: 'edit', body: 'Hi', edits: '3EB0B' };

    expect(turnOf(message, reader)).toMatchObject({ said: '3EB0A', on: '3EB0B' });
    expect(turnOf(edit, reader)).toMatchObject({ event: '3EB0A', said: '3EB0B' });
    for (const each of [message, edit])
      expect(readStored(storable(each, reader), reader)).toEqual(turnOf(each, reader));
    const secret = storable({ ...message, body: 'Hunter2!x' }, reader);
    expect(String(secret)).not.toContain('Hunter2');
    expect(readStored(secret, reader)?.did).toEqual({ is: 'wroteSecret', message: '3EB0A' });
    expect(readStored(Buffer.from('{"id":1}'), reader)).toBeUndefined();
  });
});
