import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { causeOf, stepsFor } from '#adapters/console/failures.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { SaidFile, SaidMore, Stand } from '#core/crm/talks.ts';
import type { MessageRecord } from '#core/crm/thread.ts';
import type { Words } from '#core/words.ts';
import { channelName, firstName } from './names.ts';
import { mailTo, otherChat } from './other-ways.ts';

/** What the messages of one talk are shown with. */
export type Seen = {
  readonly visit: Visit;
  readonly words: Words;
  readonly contact: ContactRecord;
  readonly stand: Stand;
  readonly more: ReadonlyMap<string, SaidMore>;
  readonly files: ReadonlyMap<string, SaidFile>;
};

/** One message, with who said it and what became of it. */
export function said(seen: Seen, message: MessageRecord): Html {
  const { from, state } = message;
  const side = { client: 'msg', user: 'msg out', bot: 'msg out bot' }[from];
  const isLost = state === 'failed' || state === 'uncertain';
  return html`<div class="${side}${isLost ? ' failed' : ''}" id="said-${message.id}"><div class="bubble">${bodyOf(seen, message)}</div>${byLine(seen, message)}</div>`;
}

function bodyOf(seen: Seen, message: MessageRecord): readonly Hole[] {
  const { said: told, language } = message;
  const text = typeof told === 'string' ? told : plainText(told.body, (each) => seen.words.say(each, language));
  const files = message.media.flatMap((id) => seen.files.get(id) ?? []);
  const lost = message.media.length - files.length;
  const photos = files.filter(({ mime }) => mime.startsWith('image/'));
  const others = files.filter(({ mime }) => !mime.startsWith('image/'));
  return [
    message.from === 'bot' ? botWords(message, text) : text && html`<p class="words">${text}</p>`,
    photos.length > 0 && photoGrid(seen, message, photos),
    others.map((file) => (file.mime.startsWith('audio/') ? voice(seen.visit, file) : document(seen.visit, file))),
    lost > 0 && html`<p class="xs">${seen.visit.say('talk.fileGone', { count: lost })}</p>`,
  ];
}

/** Lines of the bot's that are shown; the rest is folded. */
const BOT_LINES = 3;

function botWords({ id, language }: MessageRecord, text: string): Html {
  const lines = text.split('\n');
  const words = (some: readonly string[]) => html`<span class="words" lang="${language}">${some.join('\n')}</span>`;
  if (lines.length <= BOT_LINES) return words(lines);
  return html`<details class="bot-words" id="words-${id}"><summary>${words(lines.slice(0, 1))}</summary>${words(lines.slice(1))}</details>`;
}

function photoGrid({ visit, contact, more }: Seen, { id }: MessageRecord, photos: readonly SaidFile[]): Html {
  const { say } = visit;
  const home = more.get(id)?.home?.name;
  const nameOf = (nth: number) => {
    const which = { nth: String(nth), all: String(photos.length) };
    return home === undefined ? say('talk.photo', which) : say('talk.photoOf', { ...which, home });
  };
  return html`<div class="photos talk-photos">${photos.map((photo, at) =>
    opensDialog(visit, {
      to: `/crm/messages/${contact.id}/photos/${id}/${at + 1}`,
      label: html`<img src="${mediaPath(photo.id, 'thumb')}" alt="" loading="lazy">`,
      className: 'photo',
      name: nameOf(at + 1),
    }),
  )}</div>${home !== undefined && html`<p class="t2 xs quiet">${say('talk.photosOf', { count: photos.length, home })}</p>`}`;
}

/** Without script the browser's own player; with it a larger one, that can go faster. */
function voice({ say }: Visit, { id, seconds }: SaidFile): Html {
  const length = lengthOf(seconds);
  const name = say('talk.play', { length });
  return html`<div class="voice" id="voice-${id}" data-voice data-pause="${say('talk.pause')}" data-play="${name}"><button type="button" class="btn icon" hidden data-do="play" aria-label="${name}">${icon('play', 's')}</button><audio controls preload="none" src="${mediaPath(id, 'original')}" aria-label="${name}"></audio><input type="range" min="0" max="${Math.max(1, Math.round(seconds ?? 1))}" value="0" hidden data-seek aria-label="${say('talk.seek')}"><span class="xs">${length}</span><button type="button" class="btn plain" hidden data-do="speed" aria-label="${say('talk.speed', { times: '1' })}" data-name="${say('talk.speed', { times: '{times}' })}">1×</button></div><p class="script xs">${say('talk.notWritten')}</p>`;
}

const lengthOf = (seconds: number | null): string => {
  const all = Math.round(seconds ?? 0);
  return `${Math.floor(all / 60)}:${String(all % 60).padStart(2, '0')}`;
};

const MEGABYTE = 1024 * 1024;

function document({ say }: Visit, { id, mime, size }: SaidFile): Html {
  const kind = (mime.split('/')[1] ?? mime).toUpperCase();
  const megabytes = Math.max(0.1, size / MEGABYTE).toFixed(1);
  return html`<p><a class="btn" href="${mediaPath(id, 'original')}" download>${icon('download', 's')}${say('talk.file', { kind, size: megabytes })}</a></p>`;
}

function byLine(seen: Seen, message: MessageRecord): Html {
  const { visit, contact, more } = seen;
  const { say, times, agent } = visit;
  const user = more.get(message.id)?.user;
  const by = { client: contact.first_name, user: userName(visit, user), bot: say('talk.bot') }[message.from];
  const who = message.from === 'user' && user?.id === agent.id ? say('talk.you') : by;
  const at = times.element(new Date(message.at));
  const on = message.from === 'client' && seen.stand.chats.length > 1 && html` · ${channelName(message.channel)}`;
  const state = message.state !== null && message.from !== 'client' ? stateOf(seen, message) : undefined;
  const isLost = message.state === 'failed' || message.state === 'uncertain';
  return html`<div class="by${isLost ? ' bad' : ''}">${message.from === 'bot' && icon('bot')}<span>${who} · ${at}${on}</span>${state && !isLost && html`<span aria-hidden="true">·</span>`}${state}${isLost && steps(seen, message)}</div>`;
}

const userName = ({ say }: Visit, user: SaidMore['user'] | undefined): string =>
  user ? firstName(user.name) : say('talk.office');

/** What goes out within so long is on its way; the rest waits for its time. */
const SOON_MS = 60_000;

function stateOf({ visit, more }: Seen, { id, state, failure }: MessageRecord): Html {
  const { say, times } = visit;
  switch (state) {
    case 'read':
      return html`<span class="read flex tight">${icon('check-check')}${say('talk.state.read')}</span>`;
    case 'delivered':
      return html`<span class="flex tight">${icon('check-check')}${say('talk.state.delivered')}</span>`;
    case 'sent':
      return html`<span class="flex tight">${icon('check')}${say('talk.state.sent')}</span>`;
    case 'sending':
      return html`<span>${say('talk.state.sending')}</span>`;
    case 'held':
      return html`<span class="flex tight">${icon('hourglass')}${failure ? say('talk.state.held', { cause: causeOf(say, failure) }) : say('talk.state.waits')}</span>`;
    case 'failed':
      return html`<span class="flex tight">${icon('circle-alert')}${say('talk.state.failed', { cause: failure ? causeOf(say, failure) : '' })}</span>`;
    case 'uncertain':
      return html`<span class="flex tight">${icon('circle-alert')}${say('talk.state.uncertain')}</span>`;
    default: {
      const due = more.get(id)?.dueAt;
      const isLater = due && due.getTime() > visit.clock.now().getTime() + SOON_MS;
      return html`<span class="flex tight">${icon('clock')}${isLater ? say('talk.state.until', { time: times.short(due) }) : say('talk.state.queued')}</span>`;
    }
  }
}

/** What helps beside the words that did not arrive. */
function steps({ visit, contact, stand }: Seen, message: MessageRecord): readonly Hole[] {
  const { say } = visit;
  const { failure } = message;
  const wanted = failure ? stepsFor(failure) : stepsFor({ code: message.state ?? '' });
  const text = typeof message.said === 'string' ? message.said : '';
  const other = otherChat(stand, message.channel);
  const mail = mailTo(contact, text);
  return wanted.map((step): Hole => {
    if (step === 'again')
      return deedForm(visit, {
        ...{ id: `again-${message.id}`, action: `/crm/messages/${contact.id}/again/${message.id}`, part: 'log' },
        body: html`<button class="link">${say('talk.again')}</button>`,
      });
    if (step === 'elsewhere' && other)
      return html`<a class="link" href="/crm/messages/${contact.id}?on=${other}#message">${say('talk.elsewhere', { channel: channelName(other) })}</a>`;
    if (step === 'mail' && mail) return html`<a class="link" href="${mail}">${say('talk.byMail')}</a>`;
    return null;
  });
}
