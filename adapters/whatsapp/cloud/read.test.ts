import { describe, expect, it } from 'vitest';
import type { Did } from '#core/chat/turn.ts';
import { account, company, NUMBER } from './a-cloud.ts';
import { readStored, readWebhook } from './read.ts';
import { referenceOf } from './reference.ts';

const reader = { company, account, phoneNumberId: NUMBER.phoneNumberId, isInvite: (word: string) => word === 'casa-7' };
const metadata = { display_phone_number: NUMBER.displayPhoneNumber, phone_number_id: NUMBER.phoneNumberId };
const body = (value: object, more: readonly object[] = []) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata, ...value } }, ...more] }],
});
const from = { from: '34610000001', from_user_id: 'ES.1', id: 'wamid.1', timestamp: '1' };
const turnOf = (message: object) => readWebhook(body({ messages: [{ ...from, ...message }] }), reader).turns[0]?.turn;
const did = (message: object): Did | undefined => turnOf(message)?.did;

describe('a webhook of the Cloud API', () => {
  it.each<[string, object, Did]>([
    ['words', { type: 'text', text: { body: 'Hello' } }, { is: 'wrote', words: 'Hello' }],
    ['an invite', { type: 'text', text: { body: 'start casa-7' } }, { is: 'came', code: 'casa-7' }],
    ['an invite within words', { type: 'text', text: { body: 'Hi, casa-7 please' } }, { is: 'came', code: 'casa-7' }],
    ['a command', { type: 'text', text: { body: '/home' } }, { is: 'ordered', command: 'home' }],
    [
      'what looks like a password',
      { type: 'text', text: { body: 'Hunter2!x' } },
      { is: 'wroteSecret', message: 'wamid.1', words: expect.any(Function) },
    ],
    [
      'such a caption',
      { type: 'image', image: { id: '1', caption: 'Hunter2!x' } },
      { is: 'wroteSecret', message: 'wamid.1' },
    ],
    [
      'a photo',
      { type: 'image', image: { id: '1', caption: 'The view' } },
      { is: 'sent', what: 'photo', file: { is: 'there', ref: '1' }, caption: 'The view' },
    ],
    [
      'a voice note',
      { type: 'audio', audio: { id: '1', voice: true } },
      { is: 'sent', what: 'voice', file: { is: 'there', ref: '1' } },
    ],
    [
      'a picture sent as a document',
      { type: 'document', document: { id: '1', mime_type: 'image/png' } },
      { is: 'sent', what: 'document', file: { is: 'there', ref: '1' } },
    ],
    [
      'a document',
      { type: 'document', document: { id: '1', mime_type: 'application/pdf' } },
      { is: 'sent', what: 'document', file: { is: 'there', ref: '1' } },
    ],
    ['a place', { type: 'location', location: { latitude: 1, longitude: 2 } }, { is: 'sent', what: 'place' }],
    ['a reaction', { type: 'reaction', reaction: { message_id: 'x', emoji: '👍' } }, { is: 'sent', what: 'reaction' }],
    [
      'a video',
      { type: 'video', video: { id: '1', caption: 'x' } },
      { is: 'sent', what: 'other', file: { is: 'there', ref: '1' }, caption: 'x' },
    ],
    [
      'what it can not hand on',
      { type: 'unsupported', unsupported: { type: 'poll_creation' } },
      { is: 'sent', what: 'other' },
    ],
    [
      'a forged button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'drop table' } } },
      { is: 'pressed', intent: undefined },
    ],
    [
      'a new id',
      { type: 'system', system: { type: 'user_changed_user_id', user_id: 'ES.2', previous_user_id: 'ES.1' } },
      { is: 'moved', identity: { kind: 'bsuid', id: 'ES.2' }, address: 'ES.2' },
    ],
  ])('reads %s', (_, message, expected) => {
    expect(did(message)).toEqual(expected);
  });

  it.each([
    ['a kind still to come', { type: 'hologram', hologram: {} }],
    ['a kind with the name of what every object has', { type: 'constructor', constructor: {} }],
    ['no kind at all', {}],
    ['a deletion', { type: 'revoke', revoke: { original_message_id: 'wamid.0' } }],
    ['a deletion that it can not hand on', { type: 'unsupported', unsupported: { type: 'revoke' } }],
    ['an edit that it can not hand on', { type: 'unsupported', unsupported: { type: 'edit' } }],
    ['a chat that was opened', { type: 'request_welcome' }],
    ['an edit of nothing', { type: 'edit', edit: { original_message_id: 'wamid.0' } }],
    ['words in a group', { type: 'text', text: { body: 'Hi' }, group_id: '1203@g.us' }],
    ['STOP in a group', { type: 'text', text: { body: 'STOP' }, group_id: '' }],
    ['a press in a group', { type: 'button', button: { payload: reference() }, context: { group_id: '1' } }],
    ['a photo in a group', { type: 'image', image: { id: '1' }, recipient_type: 'group' }],
  ])('is quiet on %s', (_, message) => {
    expect(turnOf(message)).toBeUndefined();
  });

  it.each<[string, object, Did]>([
    ['words', { type: 'text', text: { body: 'Hello' } }, { is: 'edited', words: 'Hello' }],
    ['a caption', { type: 'image', image: { id: '1', caption: 'Hall' } }, { is: 'edited', words: 'Hall' }],
    ['a caption that is gone', { type: 'image', image: { id: '1' } }, { is: 'edited', words: '' }],
    ['a password', { type: 'text', text: { body: 'Hunter2!x' } }, { is: 'wroteSecret', message: 'wamid.1' }],
  ])('reads an edit into %s, and knows of which message', (_, message, expected) => {
    const edit = { type: 'edit', edit: { original_message_id: 'wamid.0', message } };
    const [read] = readWebhook(body({ messages: [{ ...from, ...edit }] }), reader).turns;

    expect(read?.turn).toMatchObject({ event: 'wamid.1', did: expected });
    if (expected.is === 'edited')
      expect(read && readStored(read.body, reader)).toMatchObject({ said: 'wamid.0', did: expected });
    expect(String(read && Buffer.from(read.body))).not.toContain('Hunter2');
  });

  it.each([
    ['a button', { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: reference() } } }],
    ['a row', { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: reference() } } }],
    ['the button of a template', { type: 'button', button: { payload: reference(), text: 'Show me' } }],
  ])('reads the press of %s, and what it stood on', (_, message) => {
    expect(turnOf({ ...message, context: { from: '1', id: 'wamid.0' } })).toMatchObject({
      on: 'wamid.0',
      did: { is: 'pressed', intent: { to: 'listNew', page: 3 } },
    });
  });

  it('reads the button of a template that is not ours as its words', () => {
    const presses = (text: string) =>
      turnOf({ type: 'button', button: { text, payload: text }, context: { id: 'wamid.0' } });

    expect(presses('Viewings')).toMatchObject({ on: 'wamid.0', did: { is: 'wrote', words: 'Viewings' } });
    expect(presses('Stop promotions')?.did).toEqual({ is: 'wrote', words: 'Stop promotions' });
  });

  it('knows a person by the platform’s id, and by a number only where it sends no other', () => {
    const who = (message: object, contacts: readonly object[] = []) =>
      readWebhook(
        body({ contacts, messages: [{ id: 'wamid.1', type: 'text', text: { body: 'x' }, ...message }] }),
        reader,
      ).turns[0]?.turn.person.identity;

    expect(who({ from: '346', from_user_id: 'ES.1' })).toEqual({ kind: 'bsuid', id: 'ES.1' });
    expect(who({}, [{ user_id: 'ES.1' }])).toEqual({ kind: 'bsuid', id: 'ES.1' });
    expect(who({ from: '346' }, [{ wa_id: '346' }])).toEqual({ kind: 'phone', id: '346' });
    expect(who({})).toBeUndefined();
  });

  it('keeps the messages of many people in order, and passes over numbers that are not ours', () => {
    const messages = ['a', 'b', 'c'].map((id) => ({ ...from, id, type: 'text', text: { body: id } }));
    const foreign = { field: 'messages', value: { metadata: { phone_number_id: '666' }, messages } };

    const read = readWebhook(body({ messages }, [foreign]), reader);

    expect(read.turns.map(({ turn }) => turn.event)).toEqual(['a', 'b', 'c']);
    expect(read.foreign).toEqual(['666']);
  });

  it('stores a message without what looks like a password, and reads it again', () => {
    const [first, second] = readWebhook(
      body({
        messages: [
          { ...from, type: 'text', text: { body: 'Hunter2!x' } },
          { ...from, id: 'wamid.2', type: 'text', text: { body: 'a\u0000b' } },
        ],
      }),
      reader,
    ).turns;

    expect(Buffer.from(first?.body ?? []).toString()).not.toContain('Hunter2!x');
    expect(readStored(first?.body ?? new Uint8Array(), reader)?.did).toEqual({ is: 'wroteSecret', message: 'wamid.1' });
    expect(readStored(second?.body ?? new Uint8Array(), reader)).toMatchObject({ did: { is: 'wrote', words: 'ab' } });
  });

  it('reads what became of our messages', () => {
    const delivery = 'd0d0d0d0-0000-7000-8000-000000000000';
    const statuses = [
      { id: 'wamid.1', status: 'sent' },
      { id: 'wamid.1', status: 'delivered', biz_opaque_callback_data: delivery },
      { id: 'wamid.1', status: 'read' },
      { id: 'wamid.1', status: 'failed', errors: [{ code: 131047, title: 'Re-engagement message' }] },
      { id: 'wamid.1', status: 'failed', errors: [{ code: 131026, title: 'Message undeliverable' }] },
      { id: 'wamid.1', status: 'failed', errors: [{ code: 131000, title: 'Something went wrong' }] },
      { id: 'wamid.1', status: 'a status still to come' },
    ];

    const { receipts, ignored } = readWebhook(body({ statuses }), reader);

    expect(receipts).toMatchObject([
      { was: 'delivered', delivery },
      { was: 'read' },
      { was: 'held' },
      { was: 'failed', unreachable: true },
      { was: 'failed', unreachable: false },
    ]);
    expect(ignored).toBe(2);
  });

  it('takes a stop of marketing in WhatsApp itself as STOP', () => {
    const preferences = {
      user_preferences: [{ user_id: 'ES.1', category: 'marketing_messages', value: 'stop', timestamp: 1 }],
    };

    const [stop] = readWebhook(body(preferences), reader).turns;

    expect(stop?.turn.did).toEqual({ is: 'ordered', command: 'stop' });
    expect(stop && readStored(stop.body, reader)).toEqual(stop?.turn);
  });

  it.each([
    null,
    7,
    'x',
    [],
    {},
    { entry: 7 },
    { entry: [null, { changes: [{ value: { metadata, messages: [1, null] } }] }] },
  ])('says nothing of %j, and throws nothing', (strange) => {
    expect(readWebhook(strange, reader).turns).toEqual([]);
  });
});

function reference(): string {
  return referenceOf({ to: 'listNew', page: 3 }, 1);
}
