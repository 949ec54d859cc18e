import { quickAnswers } from '#adapters/console/answers/quick.ts';
import { giveLink } from '#adapters/console/contacts/give-link.ts';
import { opensDialog } from '#adapters/console/dialog.ts';
import type { Visit } from '#adapters/console/door.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { deedForm } from '#adapters/console/parts.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import type { Matter, Wait } from '#core/crm/waits.ts';
import { clientLink, homeLink } from './parts.ts';
import { wishButtons } from './wish-buttons.ts';

/** What a row says and offers. */
type Row = { readonly what: Hole; readonly meta: Hole; readonly answers: Hole };
type Of<Is extends Matter['is']> = Extract<Wait, { readonly is: Is }>;

/** One entry a kind of matter: what it says, what more is known, what answers it. */
const ROWS: {
  readonly [Is in Matter['is']]: (visit: Visit, wait: Of<Is>, part: string, saved: readonly SavedAnswer[]) => Row;
} = {
  request: (visit, wait, part) => ({
    what: visit.say.rich(wait.isAgain ? 'wait.otherDates' : 'wait.asksToView', {
      client: clientLink(wait.client),
      home: homeLink(wait.home),
    }),
    meta: meta(visit, wait.home.city, asked(visit, wait)),
    answers: html`${wishButtons(visit, wait, part)}${otherTime(visit, wait, part)}${opensDialog(visit, {
      to: `/crm/requests/${wait.id}/decline`,
      part,
      key: 'decline',
      label: visit.say('request.decline'),
    })}`,
  }),

  anotherTime: (visit, wait, part) => {
    const { say, times } = visit;
    const start = wait.viewing.start ?? wait.since;
    return {
      what: say.rich('wait.wantsAnotherTime', { client: clientLink(wait.client), home: homeLink(wait.home) }),
      meta: meta(visit, say('wait.keepsUntil', { time: times.dayAndClock(start) }), wait.home.city),
      answers: html`${wishButtons(visit, wait, part)}${otherTime(visit, wait, part)}${deed(visit, wait, part, {
        action: `/crm/requests/${wait.id}/keep`,
        label: say('request.keep', { time: times.clock(start) }),
      })}`,
    };
  },

  message: (visit, wait, part, saved) => {
    const { say, times } = visit;
    return {
      what: say.rich('wait.wrote', {
        client: html`<a href="/crm/messages/${wait.client.id}"><b>${wait.client.firstName} ${wait.client.lastName}</b></a>`,
        time: times.short(wait.at),
      }),
      meta: html`<p class="quote">${wait.words ? `“${wait.words}”` : say('wait.files', { count: wait.media.length })}${wait.count > 1 && html` <span class="quiet">${say('wait.more', { count: wait.count - 1 })}</span>`}</p>`,
      answers: html`<a class="btn soft" data-key="reply" href="/crm/messages/${wait.client.id}#message">${icon('reply', 's')}${say('wait.reply')}</a>${quickAnswers(visit, wait, saved, part)}${opensDialog(
        visit,
        {
          to: `/crm/contacts/${wait.client.id}/remind`,
          part,
          label: html`${icon('alarm-clock', 's')}${say('wait.remindMe')}`,
        },
      )}${deed(visit, wait, part, { action: `/crm/contacts/${wait.client.id}/settle`, label: say('wait.noAnswerNeeded') })}`,
    };
  },

  noAnswer: (visit, wait, part) => {
    const { say, times } = visit;
    const start = wait.viewing.start ?? wait.since;
    return {
      what: say.rich('wait.noAnswer', {
        client: clientLink(wait.client),
        home: homeLink(wait.home),
        time: times.short(start),
      }),
      meta: meta(
        visit,
        wait.home.city,
        say('wait.begins', { left: times.span(start.getTime() - visit.clock.now().getTime()) }),
      ),
      answers: html`${call(visit, wait)}${write(visit, wait)}${deed(visit, wait, part, {
        action: `/crm/requests/${wait.id}/coming`,
        label: html`${icon('check', 's')}${say('wait.isComing')}`,
      })}`,
    };
  },

  late: (visit, wait) => ({
    what: visit.say.rich('wait.runsLate', {
      client: clientLink(wait.client),
      home: homeLink(wait.home),
      time: visit.times.short(wait.viewing.start ?? wait.since),
    }),
    meta: meta(visit, wait.home.city),
    answers: html`${call(visit, wait)}${write(visit, wait)}`,
  }),

  newLead: (visit, wait, part) => ({
    what: wait.source
      ? visit.say.rich('wait.newLeadFrom', { client: clientLink(wait.client), source: wait.source })
      : visit.say.rich('wait.newLead', { client: clientLink(wait.client) }),
    meta: meta(visit, visit.say('wait.leadSeesNothing')),
    answers: html`${opensDialog(visit, {
      to: `/crm/contacts/${wait.client.id}/make-contact`,
      part,
      className: 'btn soft',
      label: html`${icon('contact', 's')}${visit.say('wait.makeContact')}`,
    })}${giveLink(visit, wait.client, part)}${write(visit, wait, visit.say('wait.greet'))}`,
  }),

  undelivered: (visit, wait) => ({
    what: visit.say.rich('wait.undelivered', { client: clientLink(wait.client), cause: wait.failure.cause }),
    meta: meta(visit, wait.failure.nextStep),
    answers: html`<a class="btn soft" href="/crm/problems#${wait.delivery}">${visit.say('wait.lookAtProblem')}</a>${call(visit, wait)}`,
  }),

  erasure: (visit, wait) => ({
    what: visit.say.rich('wait.asksErasure', { client: clientLink(wait.client) }),
    meta: meta(visit, asked(visit, wait)),
    answers: html`<a class="btn soft" href="/crm/contacts/${wait.client.id}/details">${visit.say('wait.open')}</a>`,
  }),

  reminder: (visit, wait, part) => ({
    what: visit.say.rich('wait.reminder', { client: clientLink(wait.client) }),
    meta: meta(visit, visit.say('wait.since', { time: visit.times.short(wait.since) })),
    answers: html`${write(visit, wait, visit.say('wait.reply'))}${deed(visit, wait, part, {
      action: `/crm/contacts/${wait.client.id}/settle`,
      label: visit.say('wait.noAnswerNeeded'),
    })}`,
  }),
};

/** `saved`: answers that may fit what clients wrote. */
export function matterOf(visit: Visit, wait: Wait, part: string, saved: readonly SavedAnswer[]): Row {
  // The compiler does not see that a wait's own entry takes that wait; the type of the table says so.
  const row = ROWS[wait.is] as (visit: Visit, wait: Wait, part: string, saved: readonly SavedAnswer[]) => Row;
  return row(visit, wait, part, saved);
}

const meta = (_visit: Visit, ...pieces: readonly Hole[]): Html =>
  html`<p class="meta">${pieces.filter(Boolean).map((piece, at) => html`${at > 0 && ' · '}${piece}`)}</p>`;
const asked = ({ say, times }: Visit, { since }: Wait): string => say('wait.asked', { time: times.short(since) });

const otherTime = (visit: Visit, wait: Wait, part: string): Html =>
  opensDialog(visit, {
    to: `/crm/requests/${wait.id}/time`,
    part,
    key: 'time',
    label: html`${icon('calendar-search', 's')}${visit.say('request.otherTime')}`,
  });

const deed = (
  visit: Visit,
  wait: Wait,
  part: string,
  { action, label }: { readonly action: string; readonly label: Hole },
): Html =>
  deedForm(visit, {
    id: `${action.split('/').at(-1)}-${wait.is}-${wait.id}`,
    action,
    part,
    className: 'contents',
    body: html`<button class="btn plain">${label}</button>`,
  });

const call = ({ say }: Visit, { client }: Wait): Html | false =>
  client.phone !== null &&
  html`<a class="btn soft" href="tel:${client.phone}">${icon('phone', 's')}${say('wait.call')}</a>`;
const write = ({ say }: Visit, { client }: Wait, label = say('wait.message')): Html =>
  html`<a class="btn" data-key="message" href="/crm/messages/${client.id}#message">${icon('message-square', 's')}${label}</a>`;
