import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { CHANNEL_IDS, CHANNELS } from '#core/chat/channels.ts';
import type { Account, OpenChat } from '#core/crm/overviews.ts';
import { contactPath, type Shown } from './contact-frame.ts';
import { languageName, nameOf } from './contact-words.ts';

/** The part of a contact's page that shows their account. */
export const ACCOUNT = 'account';

/** The contact's portal account: where they are signed in, and what can be done with it. */
export function accountPanel(visit: Visit, shown: Shown): Html {
  const { say, path } = visit;
  const { contact, beside } = shown;
  const { account } = beside;
  return panel({
    id: ACCOUNT,
    title: say('contact.account'),
    aside: account && stateTag(visit, account),
    body: html`<div class="body stack tight">${account ? active(visit, shown, account) : none(visit, shown)}</div>`,
    live: { path, part: ACCOUNT, on: [`contact-${contact.id}`] },
  });
}

function stateTag({ say }: Visit, { status }: Account): Html {
  const [tone, words] = {
    Draft: ['wait', say('contact.accountDraft')],
    Active: ['good', say('contact.accountActive')],
    Blocked: ['bad', say('contact.accountBlocked')],
  }[status];
  return html`<span class="tag ${tone}">${status === 'Active' && icon('check')}${words}</span>`;
}

function none(visit: Visit, { contact }: Shown): Html {
  const { say } = visit;
  if (contact.kind === 'lead') return html`<p class="s muted">${say('contact.leadHint')}</p>`;
  return html`<p class="s muted">${say('contact.accountNone')}</p>${deed(visit, contact, 'account', say('contact.make'), 'btn primary')}`;
}

const deed = (visit: Visit, contact: Shown['contact'], name: string, label: string, className: string): Html =>
  deedForm(visit, {
    ...{ id: `account-${name}`, action: `${contactPath(contact)}/${name}`, part: ACCOUNT },
    body: html`<button class="${className}">${label}</button>`,
  });

function active(visit: Visit, { contact, beside, office }: Shown, { status }: Account): Html {
  const { say } = visit;
  const { chats, lastAction } = beside;
  const path = contactPath(contact);
  const missing = CHANNEL_IDS.find((each) => !chats.some(({ channel }) => channel === each));
  const held = chats.find(({ takenOverBy }) => takenOverBy !== null)?.takenOverBy;
  return html`<dl class="facts">
${fact(say('contact.signedInOn'), chats.length === 0 ? say('contact.nowhere') : chats.map((chat) => html`<span class="block">${where(visit, chat)}</span>`))}
${fact(say('contact.lastAction'), lastAction ? visit.times.element(lastAction) : say('contact.never'))}
${chats.length > 0 && fact(say('contact.pushes'), pushes(visit, office, chats))}
${chats[0] && fact(say('contacts.language'), languageName(say, chats[0].language))}
</dl>
${held && html`<p class="s wait-ink">${say('contact.takenOverBy', { name: held.name })}</p>`}
${status === 'Draft' && html`<p class="s muted">${say('contact.accountDraftHint', { name: nameOf(contact) })}</p>`}
<div class="t1 flex wrap">
${
  status === 'Active' &&
  missing &&
  opensDialog(visit, {
    to: `${path}/link/${missing}`,
    label: say('contact.add', { channel: CHANNELS[missing].name }),
    className: 'btn',
  })
}
${status === 'Draft' && deed(visit, contact, 'send-code', say('contact.sendCode'), 'btn')}
${status !== 'Draft' && opensDialog(visit, { to: `${path}/reset`, label: say('contact.reset') })}
${status === 'Active' && deed(visit, contact, 'block', say('contact.block'), 'btn plain')}
${status === 'Blocked' && deed(visit, contact, 'unblock', say('contact.unblock'), 'btn')}
</div>`;
}

const fact = (name: string, value: Hole): Html => html`<dt>${name}</dt><dd>${value}</dd>`;

const where = ({ say, times }: Visit, { channel, since, isReachable }: OpenChat): Html =>
  html`${say.rich('contact.since', { channel: CHANNELS[channel].name, when: times.element(since) })}${!isReachable && html` <span class="tag bad">${say('contacts.unreachable')}</span>`}`;

/** They come outside the office's quiet hours, unless the client stopped them. */
function pushes({ say }: Visit, { quiet_hours }: Shown['office'], chats: readonly OpenChat[]): string {
  if (chats.every(({ pushes }) => pushes === 'stopped')) return say('contact.pushesOff');
  if (!quiet_hours) return say('contact.pushesOn');
  return say('contact.pushesOnBetween', { from: quiet_hours.to, until: quiet_hours.from });
}
