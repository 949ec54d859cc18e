import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { redact } from '#core/chat/redact.ts';
import type { Did } from '#core/chat/turn.ts';
import type { ChannelAccountId, CompanyId } from '#core/ids.ts';
import { type Ignored, read } from './read.ts';

const company = '0192f1c4-0000-7000-8000-000000000001' as CompanyId;
const account = '0192f1c4-0000-7000-8000-000000000002' as ChannelAccountId;
const reader = { company, account, isInvite: (word: string) => word === 'cst-9Fq2_hLm' };

const folder = new URL('./fixtures/', import.meta.url);
const fixtures = new Map(
  readdirSync(folder).map((file): [string, unknown] => [
    file.replace('.json', ''),
    JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  ]),
);

const invited: Did = { is: 'came', code: 'cst-9Fq2_hLm' };
const ignored = (why: string): Ignored => ({ is: 'ignored', why });
const EXPECTED: Readonly<Record<string, Did | Ignored>> = {
  start: { is: 'came', code: undefined },
  'start-with-invite': invited,
  'start-of-one-bot': invited,
  'start-word': invited,
  'start-alone': { is: 'came', code: undefined },
  'invite-in-a-sentence': invited,
  'start-viewing-label': { is: 'wrote', words: 'Start viewing' },
  'home-command': { is: 'ordered', command: 'home' },
  'stop-command': { is: 'ordered', command: 'stop' },
  'unknown-command': { is: 'wrote', words: '/balance please' },
  text: { is: 'wrote', words: 'Is er een lift in het gebouw?' },
  'text-with-link-and-reply': { is: 'wrote', words: 'En deze? https://example.com/homes/12' },
  password: { is: 'wroteSecret', message: '4193', words: expect.any(Function) },
  'password-as-caption': { is: 'wroteSecret', message: '4194' },
  'password-edited-in': { is: 'wroteSecret', message: '4195' },
  'text-edited': { is: 'edited', words: 'Is er een lift?' },
  photo: {
    is: 'sent',
    what: 'photo',
    file: { is: 'there', ref: 'AgACAgQAAxkBAAIQWmd1Zx8pQ3tR7nYkS0vLm2c9AAJ4wjEc', bytes: 148210 },
    caption: 'De keuken',
  },
  'photo-of-album': {
    is: 'sent',
    what: 'photo',
    file: {
      is: 'there',
      ref: 'AgACAgQAAxkBAAIQWmd1Zx8pQ3tR7nYkS0vLm2c9AAJ4wjEc',
      bytes: 148210,
      album: '13899231146580112',
    },
  },
  voice: { is: 'sent', what: 'voice', file: { is: 'there', ref: 'AwACAgQAAxkBAAIQXGd1Z1VoaWNl', bytes: 28114 } },
  document: { is: 'sent', what: 'document', file: { is: 'there', ref: 'BQACAgQAAxkBAAIQXWd1Z2RvYw', bytes: 482113 } },
  animation: { is: 'sent', what: 'other', file: { is: 'there', ref: 'CgACAgQAAxkBAAIQXmd1Z2dpZg' } },
  video: { is: 'sent', what: 'other', file: { is: 'there', ref: 'BAACAgQAAxkBAAIQX2d1Z3ZpZA', bytes: 3120044 } },
  contact: { is: 'sent', what: 'contact' },
  location: { is: 'sent', what: 'place' },
  venue: { is: 'sent', what: 'place' },
  sticker: { is: 'sent', what: 'sticker' },
  press: {
    is: 'pressed',
    intent: { to: 'markInterested', offer: '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' },
  } as Did,
  'press-on-an-old-message': { is: 'pressed', intent: { to: 'goHome' } },
  'press-of-a-forged-button': { is: 'pressed', intent: undefined },
  'press-inline': ignored('the press is not of a button of ours'),
  blocked: { is: 'left' },
  unblocked: { is: 'returned' },
  'group-text': ignored('it is not from a private chat'),
  'group-membership': ignored('it is not from a private chat'),
  pinned: ignored('the message has nothing in it that we read'),
  reaction: ignored('it is of a kind that we do not read'),
};

describe('read', () => {
  it.each([...fixtures])('reads the recorded %s', (name, update) => {
    const found = read(update, reader);

    expect('did' in found ? found.did : found).toEqual(EXPECTED[name]);
  });

  it('knows who did it, where, and in which event', () => {
    expect(read(fixtures.get('press'), reader)).toEqual({
      company,
      account,
      channel: 'telegram',
      event: '613840247',
      address: '5213347781',
      person: { identity: { kind: 'tg_user', id: '5213347781' }, language: 'nl' },
      on: '4101',
      did: EXPECTED.press,
    });
  });

  it.each([
    ['a caption', { photo: [{ file_id: 'x' }], caption: 'The hall' }, { is: 'edited', words: 'The hall' }],
    ['a caption that is gone', { photo: [{ file_id: 'x' }] }, { is: 'edited', words: '' }],
    ['a place that moves', { location: { latitude: 1, longitude: 2 } }, undefined],
    ['a poll', { poll: {} }, undefined],
    ['STOP', { text: 'STOP' }, { is: 'edited', words: 'STOP' }],
    ['a command, which an edit is not', { text: '/home' }, { is: 'edited', words: '/home' }],
  ] satisfies [string, object, Did | undefined][])(
    'reads an edit into %s, and knows of which message',
    (_, now, did) => {
      const chat = { id: 1, type: 'private' };
      const edited = { message_id: 9, edit_date: 2, chat, from: { id: 1 }, ...now };
      const found = read({ update_id: 7, edited_message: edited }, reader);

      expect('did' in found ? [found.did, found.said] : undefined).toEqual(did && [did, '9']);
      expect(read({ update_id: 6, message: { ...edited, text: 'Hi' } }, reader)).toHaveProperty('said', '9');
      const group = { ...edited, chat: { id: -1, type: 'supergroup' } };
      expect(read({ update_id: 7, edited_message: group }, reader)).toHaveProperty('is', 'ignored');
    },
  );

  it('leaves the text of a password out of the turn', () => {
    for (const name of ['password', 'password-as-caption', 'password-edited-in'])
      expect(JSON.stringify(read(fixtures.get(name), reader))).not.toContain('Zomer');
  });

  it('reads a password as one again from what was stored, without its words', () => {
    for (const [name, message] of [
      ['password', '4193'],
      ['password-as-caption', '4194'],
      ['password-edited-in', '4195'],
    ] as const)
      expect(read(JSON.parse(redact(fixtures.get(name))), reader)).toHaveProperty('did', {
        is: 'wroteSecret',
        message,
      });
  });

  it('keeps words that no database takes out of the turn', () => {
    const update = structuredClone(fixtures.get('text')) as { message: { text: string } };
    update.message.text = 'a\0b\ud800c';

    expect(read(update, reader)).toMatchObject({ did: { is: 'wrote', words: 'ab\ufffdc' } });
  });

  it.each([
    undefined,
    null,
    42,
    'update',
    [],
    {},
    { update_id: '7' },
    { update_id: 1.5 },
    { update_id: 7 },
    { update_id: 7, message: null },
    { update_id: 7, message: {} },
    { update_id: 7, message: { text: 'hello', chat: { id: 1, type: 'private' } } },
    { update_id: 7, message: { text: 'hello', from: { id: 1, is_bot: true }, chat: { id: 1, type: 'private' } } },
    { update_id: 7, callback_query: { data: '1h' } },
  ])('ignores %j and says why', (update) => {
    expect(read(update, reader)).toEqual({ is: 'ignored', why: expect.any(String) });
  });

  it('survives every recorded update with any one value replaced by any other', () => {
    const others = [null, undefined, 0, -1, 1e300, '', '\ud800', 'Xy7#kQ2m', [], [[]], {}, { id: {} }, true];

    for (const update of fixtures.values())
      for (const path of pathsIn(update))
        for (const other of others) {
          const mutated = replaced(update, path, other);
          const found = read(mutated, reader);
          expect('did' in found || found.is === 'ignored').toBe(true);
          expect(() => JSON.parse(redact(mutated))).not.toThrow();
        }
  });
});

describe('redact', () => {
  it('takes passwords out of text, captions, edits and replies, and nothing else', () => {
    const reply = {
      update_id: 1,
      message: { reply_to_message: { text: 'Zomer-2026x' }, quote: { text: 'Zomer-2026x' } },
    };

    for (const update of [...fixtures.values(), reply]) expect(redact(update)).not.toContain('Zomer-2026x');
    expect(JSON.parse(redact(fixtures.get('photo')))).toEqual(fixtures.get('photo'));
    expect(JSON.parse(redact(fixtures.get('password-as-caption')))).toHaveProperty('message.photo');
  });

  it('keeps an invite that looks like a password', () => {
    const update = { update_id: 1, message: { text: 'cst-9Fq2_hLm' } };

    expect(redact(update, reader.isInvite)).toContain('cst-9Fq2_hLm');
    expect(redact(update)).not.toContain('cst-9Fq2_hLm');
  });

  it('writes nothing that a database refuses', () => {
    const stored = redact({ update_id: 1, message: { text: 'a\0\udfff', 'k\0': 1 } });

    expect(stored).toBe('{"update_id":1,"message":{"text":"a\ufffd","k":1}}');
  });

  it('is not brought down by an update a hundred thousand levels deep', () => {
    const deep: unknown = JSON.parse(`${'{"message":'.repeat(100_000)}1${'}'.repeat(100_000)}`);

    expect(redact(deep)).toHaveLength('{"message":}'.length * 61 + 'null'.length);
    expect(read(deep, reader)).toMatchObject({ is: 'ignored' });
  });
});

type Path = readonly string[];

function pathsIn(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

function replaced(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) return value.map((each, at) => (`${at}` === key ? replaced(each, rest, other) : each));
  const inner = Object.entries(value ?? {}).find(([field]) => field === key)?.[1];
  return { ...(value as object), [key]: replaced(inner, rest, other) };
}
