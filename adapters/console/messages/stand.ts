import { giveLink } from '#adapters/console/contacts/give-link.ts';
import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, liveAttributes } from '#adapters/console/parts.ts';
import { takenUntil } from '#core/crm/hand-back.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import { avatarOn, channelName, firstName, languageName } from './names.ts';

/** Who the client is, who looks after the chat, and what can be done with it. */
export async function standOf(visit: Visit, contact: ContactRecord, stand: Stand): Promise<Html> {
  const { say, path } = visit;
  const name = `${contact.first_name} ${contact.last_name}`;
  const channels = [...new Set(stand.chats.map(({ channel }) => channelName(channel)))].join(', ');
  const facts = [contact.role, contact.language && languageName(say, contact.language), channels].filter(Boolean);
  const call =
    contact.phone &&
    html`<a class="btn icon plain" href="tel:${contact.phone.replace(/[^\d+]/g, '')}" aria-label="${say('talk.call', { name: contact.first_name })}" title="${say('talk.call', { name: contact.first_name })}">${icon('phone')}</a>`;
  return html`<div id="stand"${liveAttributes({ path, part: 'stand', on: [`contact-${contact.id}`, 'messages'] })}>
<div class="bar"><a class="btn icon plain only-phone" href="/crm/messages" aria-label="${say('talk.back')}">${icon('chevron-left')}</a>${avatarOn(name, stand.chats[0]?.channel)}<div class="grow"><h1 id="who" class="cut"><a href="/crm/contacts/${contact.id}">${name}</a></h1><div class="xs quiet cut">${facts.join(' · ')}</div></div>
${stand.chats.length > 0 && holdButton(visit, contact, stand)}${opensDialog(visit, { to: `/crm/contacts/${contact.id}/remind`, part: 'stand', label: icon('alarm-clock'), name: say('talk.remind'), className: 'btn icon plain hide-phone' })}${call}${moreMenu(visit, contact, stand)}</div>
${await holdBanner(visit, contact, stand)}
</div>`;
}

function holdButton(visit: Visit, { id }: ContactRecord, { heldBy }: Stand): Html {
  const { say, agent } = visit;
  const isMine = heldBy?.id === agent.id;
  return deedForm(visit, {
    ...{ id: 'hold', action: `/crm/messages/${id}/${isMine ? 'hand-back' : 'take-over'}`, part: 'stand' },
    body: html`<button class="btn" data-page-key="hold" aria-keyshortcuts="h">${icon(isMine ? 'bot' : 'hand', 's')}<span>${say(isMine ? 'talk.handBack' : 'talk.takeOver')}</span><kbd aria-hidden="true">H</kbd></button>`,
  });
}

function moreMenu(visit: Visit, contact: ContactRecord, { waitingSince }: Stand): Html {
  const { say } = visit;
  const settle = deedForm(visit, {
    ...{ id: 'settle', action: `/crm/contacts/${contact.id}/settle`, part: 'stand' },
    body: html`<button class="btn plain">${icon('check', 's')}${say('talk.settle')}</button>`,
  });
  return html`<details class="more" id="more"><summary class="btn icon plain" aria-label="${say('frame.more')}" title="${say('frame.more')}">${icon('ellipsis')}</summary><div class="menu">
${opensDialog(visit, { to: `/crm/contacts/${contact.id}/remind`, part: 'stand', label: html`${icon('alarm-clock', 's')}${say('talk.remind')}`, className: 'btn plain only-phone' })}
${waitingSince !== null && settle}
${giveLink(visit, contact, 'stand')}
<a class="btn plain" href="/crm/contacts/${contact.id}">${icon('contact', 's')}${say('talk.openContact')}</a>
</div></details>`;
}

async function holdBanner(visit: Visit, contact: ContactRecord, { heldBy }: Stand): Promise<Html | null> {
  if (heldBy === null) return null;
  const { say, times, agent, kept } = visit;
  const isMine = heldBy.id === agent.id;
  const since = heldBy.since ? times.short(heldBy.since) : '';
  const words = isMine ? say('talk.youHold') : say('talk.otherHolds', { name: firstName(heldBy.name), since });
  const taken = await takenUntil(kept, contact.id);
  const until =
    taken && html`<span class="xs hide-phone">${say('talk.goesBack', { time: times.short(taken.until) })}</span>`;
  return html`<p class="flat banner">${icon('hand')}<span class="grow">${words}</span>${until}</p>`;
}
