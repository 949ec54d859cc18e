import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import type { RecordsNeeds } from '#adapters/console/records-needs.ts';
import { CHANNELS, isChannel } from '#core/chat/channels.ts';
import type { Agent } from '#core/crm/agent.ts';
import { linkFor } from '#core/crm/link-for.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { ACCESS_MEANINGS } from '#core/crm/meanings.ts';
import {
  type AccessChanged,
  type AccessNeeds,
  createPortalUser,
  INVITE_DAYS,
  resetPassword,
  setBlocked,
} from '#core/crm/portal-access.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { sendCodeAgain } from '#core/crm/send-code-again.ts';
import type { ContactId } from '#core/ids.ts';
import { contactIn, contactPath } from './contact-frame.ts';
import { nameOf } from './contact-words.ts';

/** The links of a new account open the contact's chats; a second code within a minute is refused by itself. */
const NOT_ONCE: readonly string[] = ['account', 'send-code'];

type Act = (needs: AccessNeeds, agent: Agent, contact: ContactId) => Promise<AccessChanged>;

/** Making a contact's account, and what can be done with it. No page ever shows a password. */
export function accountDeeds(door: Door, { access }: Pick<RecordsNeeds, 'access'>): void {
  const change = (name: string, act: Act, answer: (visit: Visit, contact: ContactRecord, links: Links) => Outcome) =>
    door.deed({
      path: `/contacts/:id/${name}`,
      deed: 'givePortalAccess',
      ...(NOT_ONCE.includes(name) ? { once: false } : {}),
      async work(visit, _form, asked): Promise<Outcome> {
        const contact = await contactIn(visit, asked);
        if (!contact) return { is: 'refused', refusal: noSuch('contact') };
        const needs = { ...visit.kept, ...access, clock: visit.clock };
        const changed = await act(needs, visit.agent, contact.id);
        const meaning = meaningOf(ACCESS_MEANINGS, changed);
        if (meaning.is === 'done') return answer(visit, contact, meaning.done.links);
        return changed.was === 'paused' ? { ...meaning, isKept: true } : meaning;
      },
    });

  change('account', createPortalUser, (visit, contact, links) => ({
    is: 'shown',
    page: linksPage(
      visit,
      contact,
      visit.say('contact.madeTitle'),
      links,
      visit.say('contact.made', { email: contact.email }),
    ),
  }));
  change('reset', resetPassword, ({ say }, { email }) => ({ is: 'done', said: say('contact.resetDone', { email }) }));
  change('send-code', sendCodeAgain, ({ say }, { email }) => ({
    is: 'done',
    said: say('contact.codeSent', { email }),
  }));
  change(
    'block',
    (...given) => setBlocked(...given, 'Blocked'),
    ({ say }, contact) => ({
      is: 'done',
      said: say('contact.blocked', { name: nameOf(contact) }),
    }),
  );
  change(
    'unblock',
    (...given) => setBlocked(...given, 'Active'),
    ({ say }, contact) => ({
      is: 'done',
      said: say('contact.unblocked', { name: nameOf(contact) }),
    }),
  );

  dialogRoute(door, {
    path: '/contacts/:id/reset',
    deed: 'givePortalAccess',
    current: 'contacts',
    show: async (visit, opener, asked) => {
      const { say } = visit;
      const contact = await contactIn(visit, asked);
      return (
        contact && {
          title: say('contact.reset'),
          body: deedForm(opener, {
            ...{ id: 'reset', action: `${contactPath(contact)}/reset`, part: 'account', className: 'stack' },
            body: html`<p>${say('contact.resetAsk', { name: nameOf(contact) })}</p><div><button class="btn primary">${say('contact.reset')}</button></div>`,
          }),
        }
      );
    },
  });

  dialogRoute(door, {
    path: '/contacts/:id/link/:channel',
    deed: 'givePortalAccess',
    current: 'contacts',
    show: async (visit, opener, asked) => {
      const { say } = visit;
      const contact = await contactIn(visit, asked);
      const channel = channelIn(asked);
      if (!contact || !channel) return undefined;
      const { name } = CHANNELS[channel];
      return {
        title: say('contact.add', { channel: name }),
        body: deedForm(opener, {
          ...{ id: 'link', action: `${contactPath(contact)}/link/${channel}`, className: 'stack' },
          body: html`<p>${say('contact.addHint', { name: nameOf(contact), channel: name })}</p><div><button class="btn primary">${say('contact.linkMake')}</button></div>`,
        }),
      };
    },
  });

  door.deed({
    path: '/contacts/:id/link/:channel',
    deed: 'givePortalAccess',
    once: false,
    async work(visit, _form, asked): Promise<Outcome> {
      const contact = await contactIn(visit, asked);
      const channel = channelIn(asked);
      if (!contact || !channel) return { is: 'refused', refusal: noSuch('contact') };
      const { name } = CHANNELS[channel];
      const made = await linkFor({ ...visit.kept, ...access, clock: visit.clock }, contact.id, channel);
      if (made.was !== 'made')
        return { is: 'refused', refusal: noSuch('contact'), said: visit.say('contact.addNone', { channel: name }) };
      const title = visit.say('contact.add', { channel: name });
      return { is: 'shown', page: linksPage(visit, contact, title, { [channel]: made.link }) };
    },
  });
}

type Links = Readonly<Record<string, string>>;
const channelIn = ({ params: { channel = '' } }: Asked) => (isChannel(channel) ? channel : undefined);

/** Links into chats, to be copied; they are shown once. */
function linksPage({ say }: Visit, contact: ContactRecord, title: string, links: Links, said?: string): Page {
  const name = nameOf(contact);
  const chats = Object.entries(links).filter(([way]) => isChannel(way));
  return {
    title,
    current: 'contacts',
    width: 'mid',
    body: panel({
      id: 'links',
      title,
      body: html`<div class="body stack">${said && html`<p role="status">${said}</p>`}<p class="muted">${say('contact.madeLinks', { name, days: INVITE_DAYS })}</p>
${chats.map(([way, url]) => html`<div class="field"><label class="label" for="link-${way}">${isChannel(way) ? CHANNELS[way].name : way}</label><input class="input" id="link-${way}" value="${url}" readonly></div>`)}
<div><a class="btn primary" href="${contactPath(contact)}">${say('contact.backToContact', { name })}</a></div></div>`,
    }),
  };
}
