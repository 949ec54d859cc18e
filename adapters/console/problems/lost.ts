import type { Visit } from '#adapters/console/door.ts';
import { causeOf, type Step, stepsFor } from '#adapters/console/failures.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { avatarOn, channelName } from '#adapters/console/messages/names.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { plainText } from '#core/chat/plain-text.ts';
import type { LostMessage } from '#core/crm/troubles.ts';
import type { Words } from '#core/words.ts';

/** Characters of a message that a row shows. */
const QUOTED = 160;

/** A message that did not reach a client: what they do not know, why, and what helps. */
export function lostRow(visit: Visit, words: Words, lost: LostMessage): Html {
  const { say, times } = visit;
  const { client, channel, failure, at } = lost;
  const name = client ? `${client.firstName} ${client.lastName}` : say('problem.somebody');
  const what = wordsOf(words, lost);
  const named = { name: client ? html`<a href="/crm/contacts/${client.id}"><b>${name}</b></a>` : name, what };
  const title = lost.isUncertain ? say.rich('problem.notCertain', named) : say.rich(titleOf(lost), named);
  const steps = stepsFor(failure).flatMap((step, nth) => button(visit, lost, step, nth === 0) ?? []);
  return html`<li class="row" id="lost-${lost.id}" data-row>${avatarOn(name, channel)}<p class="what">${title}</p><span class="when">${times.element(at)}</span><p class="meta">${causeOf(say, failure)}</p><div class="do" role="group" aria-label="${say('problem.steps', { name })}">${steps}</div></li>`;
}

function titleOf({ kind }: LostMessage) {
  switch (kind) {
    case 'message':
      return 'problem.kind.message';
    case 'viewing':
      return 'problem.kind.viewing';
    case 'offer':
      return 'problem.kind.offer';
    case 'reminder':
      return 'problem.kind.reminder';
    case 'code':
      return 'problem.kind.code';
    case 'screen':
    case 'saved':
    case 'offered':
    case 'refused':
      return 'problem.kind.answer';
  }
}

function wordsOf(words: Words, { said, language }: LostMessage): string {
  const all = typeof said === 'string' ? said : plainText(said.body, (each) => words.say(each, language));
  const line = all.replace(/\s+/g, ' ').trim();
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}

function button(visit: Visit, lost: LostMessage, step: Step, isFirst: boolean): Html | undefined {
  const { say } = visit;
  const { client, channel, id } = lost;
  const look = isFirst ? 'btn primary' : 'btn';
  const form = (deed: string, label: Hole, className: string) =>
    deedForm(visit, {
      ...{ id: `${deed}-${id}`, action: `/crm/problems/lost/${id}/${deed}`, part: 'problems' },
      body: html`<button class="${className}">${label}</button>`,
    });
  switch (step) {
    case 'again':
      return form('again', html`${icon('refresh-cw', 's')}${say('talk.again')}`, isFirst ? look : 'btn soft');
    case 'mail':
      // What proves who somebody is goes nowhere else than it was meant to.
      return client?.email && lost.kind !== 'code'
        ? form('mail', html`${icon('mail', 's')}${say('talk.byMail')}`, look)
        : undefined;
    case 'elsewhere': {
      const other = client?.channels.find((each) => each !== channel);
      return client && other
        ? html`<a class="${look}" href="/crm/messages/${client.id}?on=${other}">${say('talk.elsewhere', { channel: channelName(other) })}</a>`
        : undefined;
    }
    case 'call':
      return client?.phone
        ? html`<a class="${look}" href="tel:${client.phone.replace(/[^\d+]/g, '')}">${icon('phone', 's')}${say('talk.callShort')}<span class="hide-phone" dir="ltr"> ${client.phone}</span></a>`
        : undefined;
    case 'told':
      return client
        ? form('told', html`${icon('check', 's')}${say('problem.told', { name: client.firstName })}`, 'btn plain')
        : undefined;
    case 'leave':
      return form('leave', say('problem.leave'), 'btn plain');
  }
}
