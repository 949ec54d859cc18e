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
    [
      'what looks like a password',
      { text: 'Hunter2!x' },
      { is: 'wroteSecret', message: '1', words: expect.any(Function) },
    ],
    ['such words below a file', { text: 'Hunter2!x', ...file('image/png') }, { is: 'wroteSecret', message: '1' }],
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
      'days ticked in two columns, another one, and the part of the day of all',
      tapped({
        ref: encodeIntent({ to: 'chooseDates', offer: OFFER }),
        week0: '2026-12-10,2026-12-12',
        week1: '2026-12-17,2026-12-10,<b>',
        otherDay: '2027-01-20T00:00:00Z',
        part: 'morning',
      }),
      {
        is: 'choseDates',
        offer: OFFER,
        wishes: ['2026-12-10', '2026-12-12', '2026-12-17', '2027-01-20'].map((date) => ({
          date,
          partOfDay: 'morning',
        })),
      },
    ],
    [
      'hostile ticks',
      tapped({
        ref: encodeIntent({ to: 'chooseDates', offer: OFFER }),
        week0: ['2026-12-10'],
        week1: ',,2026-02-31,',
        otherDay: '__proto__',
        part: 'constructor',
      }),
      { is: 'pressed', intent: { to: 'chooseDates', offer: OFFER } },
    ],
    [
      'dates filled in on a form as it was once',
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
      'reasons ticked, in both columns',
      tapped({
        ref: encodeIntent({ to: 'finishReasons', offer: OFFER }),
        reasons: 'price,<b>,size',
        reasons1: 'layout',
      }),
      { is: 'choseReasons', offer: OFFER, reasons: ['price', 'size', 'layout'] },
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
    [
      'dates that a phone fills in as moments',
      tapped({
        ref: encodeIntent({ to: 'chooseDates', offer: OFFER }),
        day0: '2026-12-03T00:00:00Z',
        part0: 'morning',
        day1: '2026-12-04T23:30:00.000-05:00',
        day2: '2026-12-05 00:00:00+13:00',
      }),
      {
        is: 'choseDates',
        offer: OFFER,
        wishes: [
          { date: '2026-12-03', partOfDay: 'morning' },
          { date: '2026-12-04', partOfDay: 'any' },
          { date: '2026-12-05', partOfDay: 'any' },
        ],
      },
    ],
    [
      'dates that are none',
      tapped({ ref: encodeIntent({ to: 'chooseDates', offer: OFFER }), day0: 'Thu', day1: '2026-02-31T00:00:00Z' }),
      { is: 'pressed', intent: { to: 'chooseDates', offer: OFFER } },
    ],
    ['words with their copy as HTML', { text: 'Hi', ...file('text/html') }, { is: 'wrote', words: 'Hi' }],
    ['an install', { type: 'installationUpdate', action: 'add' }, { is: 'came', code: undefined }],
    ['an uninstall', { type: 'installationUpdate', action: 'remove' }, { is: 'left' }],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }, undefined],
    ['a like', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }, { is: 'sent', what: 'reaction' }],
    ['a like taken back', { type: 'messageReaction', reactionsRemoved: [{ type: 'like' }] }, undefined],
    ['an edit', { type: 'messageUpdate', text: 'Hello!' }, { is: 'edited', words: 'Hello!' }],
    ['an edit into a password', { type: 'messageUpdate', text: 'Hunter2!x' }, { is: 'wroteSecret', message: '1' }],
    ['an edit into nothing', { type: 'messageUpdate', text: ' ' }, undefined],
    ['a deletion', { type: 'messageDelete' }, undefined],
    ['people in the chat', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, undefined],
    ['a kind still to come', { type: 'hologram' }, undefined],
    ['words in a group', { text: 'Hi', conversation: { id: 'g', conversationType: 'groupChat' } }, undefined],
    ['words in a channel', { text: 'Hi', conversation: { id: 'g', isGroup: true } }, undefined],
    [
      'words in a meeting',
      { text: 'Hi', conversation: { id: 'a:1' }, channelData: { meeting: { id: 'm' } } },
      undefined,
    ],
    ['words in a team', { text: 'Hi', conversation: { id: 'a:1' }, channelData: { team: { id: 't' } } }, undefined],
    ['words in a thread', { text: 'STOP', conversation: { id: '19:x@thread.v2' } }, undefined],
    ['an edit in a group', { type: 'messageUpdate', text: 'Hi', conversation: { id: '19:x@thread.v2' } }, undefined],
    ['words of nobody', { text: 'Hi', from: {} }, undefined],
  ])('reads %s', (_, activity, expected) => {
    expect(read(activity)?.did).toEqual(expected);
  });

  const html = (content: string) => [{ contentType: 'text/html', content }];
  const EMOJI = 'itemtype="http://schema.skype.com/Emoji"';
  it.each<[string, object, string | undefined]>([
    ['a copy as HTML alone', { text: '', attachments: html('<p>Viewings</p>') }, 'Viewings'],
    ['lines', { attachments: html('<p>One</p><p>Two<br>Three</p>') }, 'One\nTwo\nThree'],
    [
      'entities',
      { attachments: html('<div>Tom &amp; Ana&nbsp;&#8211; &lt;b&gt; &#x1F600;</div>') },
      'Tom & Ana – <b> 😀',
    ],
    ['an emoji', { attachments: html(`<p><span ${EMOJI}><img ${EMOJI} alt="😀"></span></p>`) }, '😀'],
    ['an emoji of its own tag', { attachments: html('<p>Yes <emoji alt="👍"></emoji></p>') }, 'Yes 👍'],
    ['words before a copy', { text: '1 < 2 <b>', attachments: html('<p>other</p>') }, '1 < 2 <b>'],
    ['a quote', { text: '<quoted messageId="7"/> Viewings' }, 'Viewings'],
    ['a quote in two tags', { text: '<quoted messageId="7"></quoted>\nViewings' }, 'Viewings'],
    ['signs of HTML', { text: '&nbsp;Viewings&nbsp;', textFormat: 'xml' }, 'Viewings'],
    ['what is attached', { text: '<attachment id="7"></attachment> Viewings' }, 'Viewings'],
    [
      'the bot’s name',
      {
        text: '<at>Blue Door</at> Viewings',
        recipient: { id: '28:bot' },
        entities: [{ type: 'mention', text: '<at>Blue Door</at>', mentioned: { id: '28:bot' } }],
      },
      'Viewings',
    ],
    [
      'a reply of the clients, in whose text both stand',
      {
        text: 'Blue Door\nChoose a day\n\nMonday',
        attachments: html(
          '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="7"><p>Choose a day</p></blockquote><p>Monday</p>',
        ),
      },
      'Monday',
    ],
    [
      'a picture that is nowhere, which says nothing',
      { attachments: html('<p><img alt="Cat (GIF Image)"></p>') },
      undefined,
    ],
    ['a copy that is no text', { text: '', attachments: [{ contentType: 'text/html', content: { a: 1 } }] }, undefined],
  ])('reads the words of %s, also out of what was stored', (_, activity, words) => {
    const did = words === undefined ? undefined : { is: 'wrote', words };

    expect(read(activity)?.did).toEqual(did);
    expect(readStored(storable({ ...about, ...activity }, reader), reader)).toEqual(read(activity));
  });

  it.each<[string, object]>([
    [
      'alone',
      { text: '', attachments: html('<p><img alt="Cat (GIF Image)" src="https://gif.example/?a=1&amp;b"></p>') },
    ],
    [
      'after an emoji’s tag that has no sign',
      { attachments: html(`<img ${EMOJI} src="https://x.example"><img src='https://gif.example/?a=1&b'>`) },
    ],
    [
      'as an attachment besides',
      {
        attachments: [
          { contentType: 'image/gif', contentUrl: 'https://gif.example/?a=1&b' },
          ...html('<img src="https://other.example">'),
        ],
      },
    ],
  ])('a picture in the copy as HTML is what was sent, %s', (_, activity) => {
    const file = { is: 'there', ref: 'https://gif.example/?a=1&b' };

    expect(read(activity)?.did).toEqual({ is: 'sent', what: 'photo', file });
    expect(readStored(storable({ ...about, ...activity }, reader), reader)).toEqual(read(activity));
  });

  it.each<[string, object]>([
    ['an entity', { text: '2', entities: [{ type: 'quotedReply', quotedReply: { messageId: '7' } }], replyToId: '1' }],
    ['a mark', { text: '<quoted messageId="7"/> 2' }],
    ['a reference', { text: '2', attachments: [{ contentType: 'messageReference', content: '{"messageId":"7"}' }] }],
    [
      'a copy as HTML',
      {
        text: 'x 2',
        attachments: html('<blockquote itemtype="http://schema.skype.com/Reply" itemid="7">x</blockquote>2'),
      },
    ],
  ])('a quote is what is answered, by %s', (_, activity) => {
    expect(read(activity)).toMatchObject({ on: '7', did: { is: 'wrote', words: '2' } });
    expect(readStored(storable({ ...about, ...activity }, reader), reader)).toEqual(read(activity));
  });

  it('an edit is an event of its own, and knows which message it changes', () => {
    const edit = { type: 'messageUpdate', text: 'Hello', timestamp: '2026-11-30T10:00:00Z' };

    expect(read({ text: 'Hi' })).toMatchObject({ event: 'a:1/1', said: '1' });
    expect(read(edit)).toMatchObject({ event: 'a:1/1/2026-11-30T10:00:00Z', said: '1' });
    expect(read({ ...edit, timestamp: '2026-11-30T10:01:00Z' })?.event).not.toBe(read(edit)?.event);
  });

  it('marks without an end, as long as a message may be, are read in no time', () => {
    const long = '<blockquote schema.skype.com/Reply <img &#x '.repeat(10_000);
    const before = process.cpuUsage();

    read({ text: long, attachments: html(long) });

    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(500);
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
    const secret = storable({ ...about, text: 'Hunter2!x', attachments: [copy] }, reader);
    expect(String(secret)).not.toContain('Hunter2');
    expect(readStored(secret, reader)?.did).toEqual({ is: 'wroteSecret', message: '1' });
  });
});
