import type { Asked, Door, Visit } from '#adapters/console/door.ts';
import { all, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm } from '#adapters/console/parts.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import type { Stand } from '#core/crm/talks.ts';
import type { Words } from '#core/words.ts';
import { aside } from './aside.ts';
import { channelFor, composer, onlookersOf, sendButton, windowNote } from './composer.ts';
import { contactIn } from './contact-in.ts';
import { listedIn, talkList } from './list.ts';
import { logOf, manyIn } from './log.ts';
import { photoRoute } from './photos.ts';
import { standOf } from './stand.ts';
import { talkDeeds } from './talk-deeds.ts';

/** `words`: puts what the bot said into the client's language, as they read it. */
export type MessagesNeeds = { readonly words: Words };

/** Messages: all talks, and the one that is open. */
export function messagesRoutes(door: Door, { words }: MessagesNeeds): void {
  door.page({
    path: '/messages',
    deed: 'readRecords',
    show: (visit, asked) => listPage(visit, words, asked),
    parts: { inbox: (visit, asked) => talkList(visit, words, listedIn(asked)) },
  });

  const one =
    (part: (visit: Visit, contact: ContactRecord, asked: Asked, stand: Stand) => Promise<Html> | Html) =>
    async (visit: Visit, asked: Asked): Promise<Html | undefined> => {
      const contact = await contactIn(visit, asked);
      return contact && part(visit, contact, asked, await visit.kept.talks.stand(contact.id));
    };

  door.page({
    path: '/messages/:id',
    deed: 'readRecords',
    show: (visit, asked) => talkPage(visit, words, asked),
    parts: {
      inbox: one((visit, contact, asked) => talkList(visit, words, listedIn(asked), contact.id)),
      stand: one((visit, contact, _asked, stand) => standOf(visit, contact, stand)),
      log: one((visit, contact, asked, stand) => logOf(visit, words, contact, stand, manyIn(asked.query.many))),
      written: one((visit, contact, asked, stand) => written(visit, words, contact, stand, asked)),
      window: one((visit, contact, { query }, stand) => windowNote(visit, contact, stand, channelFor(stand, query.on))),
      go: one((visit, contact, { query }, stand) => sendButton(visit, contact, stand, channelFor(stand, query.on))),
      onlookers: one((visit, contact) => onlookersOf(visit, contact)),
      about: one((visit, contact) => aside(visit, contact)),
    },
  });

  photoRoute(door);
  talkDeeds(door, words);
}

async function listPage(visit: Visit, words: Words, asked: Asked): Promise<Page> {
  const { say } = visit;
  const none = html`<section class="talk none"><div class="empty">${icon('messages-square')}<p>${say('talk.choose')}</p></div></section>`;
  return {
    title: say('talk.title'),
    current: 'messages',
    isFlush: true,
    body: html`<div class="inbox list">${await talkList(visit, words, listedIn(asked))}${none}</div>`,
  };
}

export async function talkPage(visit: Visit, words: Words, asked: Asked): Promise<Page | undefined> {
  const contact = await contactIn(visit, asked);
  if (!contact) return undefined;
  const stand = await visit.kept.talks.stand(contact.id);
  const inbox = await talkList(visit, words, listedIn(asked), contact.id);
  const talk = html`<section class="talk" aria-labelledby="who">${await standOf(visit, contact, stand)}${await written(visit, words, contact, stand, asked)}</section>`;
  return {
    title: `${contact.first_name} ${contact.last_name}`,
    current: 'messages',
    isFlush: true,
    body: html`<div class="inbox open">${inbox}${talk}${await aside(visit, contact)}</div>${hereForm(visit, contact)}`,
  };
}

/** The log with the place to write: what a message that was sent changes. */
async function written(
  visit: Visit,
  words: Words,
  contact: ContactRecord,
  stand: Stand,
  { query }: Asked,
): Promise<Html> {
  const { say, kept, agent } = visit;
  const draft = await kept.drafts.of(agent.id, contact.id);
  const newer = html`<button type="button" class="btn newer" id="newer" hidden data-do="newest" data-one="${say('talk.newer', { count: 1 })}" data-other="${say('talk.newer', { count: 2 })}">${icon('arrow-down', 's')}<span></span></button>`;
  return all(
    html`<div class="written" id="written">${await logOf(visit, words, contact, stand, manyIn(query.many))}<div class="newer-place">${newer}</div>${await onlookersOf(visit, contact)}${await composer(visit, words, contact, stand, query.on, { words: draft })}</div>`,
  );
}

/** What the page itself sends while it is open, so that colleagues see who looks. */
const hereForm = (visit: Visit, { id }: ContactRecord): Html =>
  deedForm(visit, { id: 'here', action: `/crm/messages/${id}/here`, className: 'vh', body: null });
