import { describe, expect, it } from 'vitest';
import type { Did } from '#core/chat/turn.ts';
import type { ChannelAccountId, CompanyId, OfferId } from '#core/ids.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { partsOf, readStored, storable, type TeamsReader, turnOf } from './read.ts';

const reader: TeamsReader = {
  company: 'c' as CompanyId,
  account: 'a' as ChannelAccountId,
  isInvite: (word) => word === 'casa-7',
};
const OFFER = '0192f1c4-5a30-7c3e-9b1d-2f6e8a4c0d11' as OfferId;
const about = {
  type: 'message',
  id: '1',
  from: { id: '29:1', aadObjectId: 'aad-1' },
  conversation: { id: 'a:1', conversationType: 'personal' },
  locale: 'nl-NL',
};
const read = (more: object) => turnOf({ ...about, ...more }, reader);
const tapped = (data: object) => ({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { data } } });
const file = (contentType: string, more: object = {}) => ({
  attachments: [{ contentType, contentUrl: 'https://smba.trafficmanager.net/x', ...more }],
});
const there = { is: 'there', ref: 'https://smba.trafficmanager.net/x' } as const;

describe('an activity of Teams', () => {
  it.each<[string, object, Did | undefined]>([
    ['words', { text: ' Hello ' }, { is: 'wrote', words: 'Hello' }],
    ['an invite', { text: 'start casa-7' }, { is: 'came', code: 'casa-7' }],
    ['what looks like a password', { text: 'Hunter2!x' }, { is: 'wroteSecret', message: '1' }],
    ['a tap', tapped({ ref: encodeIntent({ to: 'goHome' }) }), { is: 'pressed', intent: { to: 'goHome' } }],
    [
      'a tap by Submit',
      { value: { ref: encodeIntent({ to: 'goHome' }) } },
      { is: 'pressed', intent: { to: 'goHome' } },
    ],
    ['a forged tap', tapped({ ref: '../../etc' }), { is: 'pressed', intent: undefined }],
    ['a tap without anything', tapped({}), { is: 'pressed', intent: undefined }],
    [
      'a tap that is a list',
      { type: 'invoke', name: 'adaptiveCard/action', value: [] },
      { is: 'pressed', intent: undefined },
    ],
    [
      'dates filled in',
      tapped({
        ref: encodeIntent({ to: 'chooseDates', offer: OFFER }),
        day0: '2026-12-10',
        part0: 'evening',
        day2: '2026-12-11',
      }),
      {
        is: 'choseDates',
        offer: OFFER,
        wishes: [
          { date: '2026-12-10', partOfDay: 'evening' },
          { date: '2026-12-11', partOfDay: 'any' },
        ],
      },
    ],
    [
      'hostile dates',
      tapped({ ref: encodeIntent({ to: 'chooseDates', offer: OFFER }), day0: '2026-02-31', day1: { $gt: '' } }),
      { is: 'pressed', intent: { to: 'chooseDates', offer: OFFER } },
    ],
    [
      'reasons ticked',
      tapped({ ref: encodeIntent({ to: 'finishReasons', offer: OFFER }), reasons: 'price,<b>,size' }),
      { is: 'choseReasons', offer: OFFER, reasons: ['price', 'size'] },
    ],
    ['a pasted picture', file('image/*'), { is: 'sent', what: 'photo', file: there }],
    [
      'a recording by its name',
      file('application/vnd.microsoft.teams.file.download.info', {
        name: 'note.ogg',
        content: { downloadUrl: there.ref },
      }),
      { is: 'sent', what: 'voice', file: there },
    ],
    ['words with their copy as HTML', { text: 'Hi', ...file('text/html') }, { is: 'wrote', words: 'Hi' }],
    ['an install', { type: 'installationUpdate', action: 'add' }, { is: 'came', code: undefined }],
    ['an uninstall', { type: 'installationUpdate', action: 'remove' }, { is: 'left' }],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }, undefined],
    ['a like', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, { is: 'sent', what: 'reaction' }],
    ['a like taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] }, undefined],
    ['an edit of what was said', { type: 'messageUpdate', text: 'Hunter2!x' }, undefined],
    ['a deletion', { type: 'messageDelete' }, undefined],
    ['people in the chat', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, undefined],
    ['a kind still to come', { type: 'hologram' }, undefined],
    ['words in a group', { text: 'Hi', conversation: { id: 'g', conversationType: 'groupChat' } }, undefined],
    ['words in a channel', { text: 'Hi', conversation: { id: 'g', isGroup: true } }, undefined],
    ['words of nobody', { text: 'Hi', from: {} }, undefined],
  ])('reads %s', (_, activity, expected) => {
    expect(read(activity)?.did).toEqual(expected);
  });

  it('knows the person, the chat and the event, whatever the bot', () => {
    expect(read({ text: 'Hi' })).toMatchObject({
      event: 'a:1/1',
      address: 'a:1',
      person: { identity: { kind: 'aad', id: 'aad-1' }, language: 'nl-NL' },
    });
  });

  it('makes several pictures of one message into one entry', () => {
    const picture = { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/x' };
    const parts = partsOf({ ...about, text: 'The view', attachments: [picture, picture] });

    expect(parts.map((part) => turnOf(part, reader))).toMatchObject([
      { event: 'a:1/1', did: { what: 'photo', caption: 'The view', file: { album: '1' } } },
      { event: 'a:1/1/1', did: { what: 'photo', file: { album: '1' } } },
    ]);
  });

  it('reads the same from what was stored, and stores no password', () => {
    const activity = { ...about, text: '2', replyToId: '9' };

    expect(readStored(storable(activity, reader), reader)).toEqual(turnOf(activity, reader));
    const copy = { contentType: 'text/html', content: '<p>Hunter2!x</p>' };
    expect(String(storable({ ...about, text: 'Hunter2!x', attachments: [copy] }, reader))).not.toContain('Hunter2');
  });
});
