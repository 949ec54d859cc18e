import { answersMenu } from '#adapters/console/answers/menu.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, liveAttributes, partPath } from '#adapters/console/parts.ts';
import { type Channel, isChannel, windowEnd } from '#core/chat/channels.ts';
import { dayOf } from '#core/clock.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import type { Words } from '#core/words.ts';
import { addresseeOf } from './addressee.ts';
import { channelName, firstName } from './names.ts';
import { mailTo, otherChat } from './other-ways.ts';

/** What every channel carries in one message beside the agent's name. */
export const DESK_LENGTH = 4000;

/** What a form that was not taken comes back with. */
export type Refused = {
  readonly words: string;
  readonly wrong?: string;
  /** Somebody else answered just now: whether to send all the same. */
  readonly question?: { readonly words: string; readonly sure: string };
};

/** The channel that is written on: the one that was chosen, else the one used last that can be reached. */
export function channelFor({ chats }: Stand, chosen: string | undefined): Channel | undefined {
  const open = chats.filter(({ isReachable }) => isReachable);
  const named = chosen && isChannel(chosen) ? open.find(({ channel }) => channel === chosen) : undefined;
  return (named ?? open[0])?.channel;
}

/** Where an answer is written, or why none can be. `words`: what was typed before. */
export async function composer(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  chosen: string | undefined,
  refused: Refused,
): Promise<Html> {
  const { say } = visit;
  const channel = channelFor(stand, chosen);
  if (channel === undefined) return noChat(visit, contact);
  const name = `${contact.first_name} ${contact.last_name}`;
  return html`<section class="composer" id="composer" aria-label="${say('talk.writeTo', { name })}">
${windowNote(visit, contact, stand, channel)}
${await writeForm(visit, words, contact, stand, chosen, refused)}
</section>`;
}

/** The form alone, as it comes back where it was not taken. */
export async function writeForm(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  chosen: string | undefined,
  { words: typed, wrong, question }: Refused,
): Promise<Html> {
  const { say } = visit;
  const channel = channelFor(stand, chosen);
  const answers = await answersMenu(visit, { into: 'message', client: await addresseeOf(visit, words, contact) });
  const action = `/crm/messages/${contact.id}`;
  return deedForm(visit, {
    ...{ id: 'write', action: `${action}/send`, part: 'written', className: 'stack tight' },
    body: html`<label class="vh" for="message" data-page-key="message">${say('talk.message')}</label>
<textarea id="message" name="text" rows="3" placeholder="${say('talk.placeholder', { name: contact.first_name })}" data-draft="${action}/draft" aria-keyshortcuts="m Control+Enter"${wrong && html` aria-invalid="true" aria-describedby="message-wrong"`}>${typed}</textarea>
${wrong && html`<p class="error" id="message-wrong" role="alert">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}
${question && askAgain(visit, question)}
<div class="flex wrap">${channel && channelChoice(visit, stand, channel)}${answers}<span class="xs quiet" id="draft-note" role="status" data-saved="${say('talk.draftSaved')}"></span><span class="grow"></span><span class="xs quiet hint"><kbd>Ctrl ↵</kbd> ${say('talk.sends')}</span>${sendButton(visit, contact, stand, channel)}</div>`,
  });
}

/** What becomes of what is written: it goes out, or waits for the client. */
export function sendButton(visit: Visit, contact: ContactRecord, stand: Stand, channel: Channel | undefined): Html {
  const { say, path } = visit;
  const where = `${path.split('?')[0] ?? path}${channel ? `?on=${channel}` : ''}`;
  const label = say(isClosed(visit, stand, channel) ? 'talk.keep' : 'talk.send');
  return html`<span id="go"${liveAttributes({ path: where, part: 'go', on: [`contact-${contact.id}`] })}><button class="btn primary" data-send>${icon('send', 's')}${label}</button></span>`;
}

function isClosed({ clock }: Visit, { chats }: Stand, channel: Channel | undefined): boolean {
  const chat = chats.find((each) => each.channel === channel);
  const closes = chat && windowEnd(chat);
  return closes !== undefined && closes <= clock.now();
}

function askAgain({ say }: Visit, { words, sure }: NonNullable<Refused['question']>): Html {
  return html`<div class="banner wait" role="alertdialog" id="sure" aria-labelledby="sure-words"><span class="grow" id="sure-words">${words}</span><button class="btn" name="sure" value="${sure}">${say('talk.sendAnyway')}</button><a class="btn plain" href="#log" data-do="readFirst">${say('talk.readFirst')}</a></div>`;
}

function channelChoice({ say, path }: Visit, { chats }: Stand, chosen: Channel): Html {
  const channels = [...new Set(chats.filter(({ isReachable }) => isReachable).map(({ channel }) => channel))];
  if (channels.length === 1)
    return html`<input type="hidden" name="on" value="${chosen}"><span class="tag">${channelName(chosen)}</span>`;
  const options = channels.map(
    (each) => html`<option value="${each}"${each === chosen && html` selected`}>${channelName(each)}</option>`,
  );
  return html`<label class="vh" for="on">${say('talk.channel')}</label><select class="input bare" id="on" name="on" hx-get="${partPath(path.split('?')[0] ?? path, 'window')}" hx-trigger="change" hx-target="#window" hx-swap="outerMorph">${options}</select>`;
}

/** What the channel takes now, and until when. */
export function windowNote(visit: Visit, contact: ContactRecord, stand: Stand, channel: Channel | undefined): Html {
  const { path } = visit;
  const on = [`contact-${contact.id}`];
  const bare = path.split('?')[0] ?? path;
  const where = channel ? `${bare}?on=${channel}` : bare;
  return html`<div id="window"${liveAttributes({ path: where, part: 'window', on })}>${channel && windowWords(visit, contact, stand, channel)}</div>`;
}

function windowWords(visit: Visit, contact: ContactRecord, stand: Stand, channel: Channel): Hole {
  const { say, clock } = visit;
  const chat = stand.chats.find((each) => each.channel === channel);
  const stopped =
    chat?.isStopped &&
    html`<p class="banner info">${icon('circle-alert')}<span>${say('talk.stopped', { name: contact.first_name })}</span></p>`;
  const closes = chat && windowEnd(chat);
  if (!closes) return stopped;
  const left = closes.getTime() - clock.now().getTime();
  const named = { channel: channelName(channel), name: contact.first_name };
  if (left > 0) {
    const minutes = Math.ceil(left / 60_000);
    const time = { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60) };
    return html`${stopped}<span class="tag wait" hx-get="${partPath(`${visit.path.split('?')[0]}?on=${channel}`, 'window')}" hx-trigger="every 60s" hx-target="#window" hx-swap="outerMorph">${icon('hourglass')}${say('talk.windowLeft', { ...named, ...time })}</span>`;
  }
  const other = otherChat(stand, channel);
  const mail = mailTo(contact);
  return html`${stopped}<div class="banner wait">${icon('hourglass')}<span class="grow">${say('talk.windowClosed', { ...named, when: closedAt(visit, closes) })} <span class="block xs">${say('talk.windowKeeps', named)}</span></span></div><div class="flex wrap t2">${other && html`<a class="btn" href="/crm/messages/${contact.id}?on=${other}#message">${say('talk.elsewhere', { channel: channelName(other) })}</a>`}${mail && html`<a class="btn" href="${mail}">${icon('mail', 's')}${say('talk.writeMail')}</a>`}</div>`;
}

function closedAt({ say, times, company, clock }: Visit, at: Date): string {
  const isToday = dayOf(at, company.timeZone) === dayOf(clock.now(), company.timeZone);
  const time = times.clock(at);
  return isToday ? say('talk.atToday', { time }) : say('talk.atDay', { time, day: times.date(at) });
}

function noChat({ say }: Visit, contact: ContactRecord): Html {
  const mail = mailTo(contact);
  return html`<section class="composer" id="composer" aria-label="${say('talk.writeTo', { name: `${contact.first_name} ${contact.last_name}` })}"><p class="banner wait">${icon('circle-alert')}<span class="grow">${say('talk.nobodyThere')}</span></p><div class="flex wrap">${mail && html`<a class="btn" href="${mail}">${icon('mail', 's')}${say('talk.writeMail')}</a>`}${contact.phone && html`<a class="btn" href="tel:${contact.phone.replace(/[^\d+]/g, '')}">${icon('phone', 's')}${say('talk.callShort')} <span dir="ltr">${contact.phone}</span></a>`}</div></section>`;
}

/** Who else has the talk open. */
export async function onlookersOf(visit: Visit, contact: ContactRecord): Promise<Html> {
  const { say, kept, agent, path, clock } = visit;
  const others = await kept.onlookers.of(contact.id, agent.id, clock.now());
  const words = others.map(({ name, isWriting }) =>
    say(isWriting ? 'talk.isWriting' : 'talk.isLooking', { name: firstName(name) }),
  );
  const again = others.length > 0 ? ', every 20s' : '';
  return html`<p class="onlookers xs" id="onlookers" role="status" hx-get="${partPath(path, 'onlookers')}" hx-trigger="onlookers-${contact.id} from:body, all from:body${again}" hx-swap="outerMorph" hx-sync="replace">${words.length > 0 && icon('eye', 's')}${words.join(' · ')}</p>`;
}
