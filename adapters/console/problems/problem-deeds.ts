import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';
import { deedForm } from '#adapters/console/parts.ts';
import { mailLost } from '#core/crm/mail-lost.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { EVENT_MEANINGS, LOST_MEANINGS } from '#core/crm/meanings.ts';
import { conflict, noSuch } from '#core/crm/refusal.ts';
import { settleDelivery } from '#core/crm/settle-delivery.ts';
import type { Untaken } from '#core/crm/troubles.ts';
import { isId } from '#core/ids.ts';
import type { Words } from '#core/words.ts';

/** `words`: puts what the bot said into the client's language. */
export type ProblemsNeeds = { readonly words: Words };

/** Bytes that are shown of what came in. */
const BYTES_SHOWN = 20_000;
/** Among so many of the newest a webhook's delivery is looked for. */
const MOST_UNTAKEN = 1000;

const idIn = (params: Readonly<Record<string, string>>) => {
  const { id = '' } = params;
  return isId(id) ? id : undefined;
};

/** What can be done about what did not arrive, or could not be taken in. */
export function problemDeeds(door: Door, { words }: ProblemsNeeds): void {
  door.deed({
    path: '/problems/lost/:id/again',
    deed: 'writeToClients',
    async work({ kept, say }, _form, { params }): Promise<Outcome> {
      const id = idIn(params);
      const again = id && (await kept.thread.resend(id));
      return again
        ? { is: 'done', said: say('talk.sentAgain') }
        : { is: 'refused', refusal: conflict(say('talk.notLost')) };
    },
  });

  door.deed({
    path: '/problems/lost/:id/mail',
    deed: 'writeToClients',
    async work({ kept, say, agent, clock }, _form, { params }): Promise<Outcome> {
      const id = idIn(params);
      if (!id) return { is: 'refused', refusal: noSuch('delivery') };
      const meaning = meaningOf(LOST_MEANINGS, await mailLost({ ...kept, clock, words }, agent, id));
      return meaning.is === 'done' && meaning.done.was === 'mailed'
        ? { is: 'done', said: say('problem.mailed', { to: meaning.done.to }) }
        : { is: 'refused', refusal: conflict(say('talk.notLost')) };
    },
  });

  for (const name of ['told', 'leave'] as const)
    door.deed({
      path: `/problems/lost/:id/${name}`,
      deed: 'writeToClients',
      async work({ kept, say, agent, clock }, _form, { params }): Promise<Outcome> {
        const id = idIn(params);
        // Who comes second learns that somebody dealt with it.
        const lost = id && (await kept.lostDeliveries.find(id));
        if (!id || !lost || lost.settled) return { is: 'refused', refusal: conflict(say('talk.notLost')) };
        await settleDelivery({ ...kept, clock }, agent, id);
        return { is: 'done', said: say(`problem.${name}Done`) };
      },
    });

  eventDeeds(door);
  webhookDeeds(door);
}

function eventDeeds(door: Door): void {
  for (const name of ['replay', 'discard'] as const)
    door.deed({
      path: `/problems/events/:id/${name}`,
      deed: 'keepEvents',
      ...(name === 'discard' ? { proof: 'fresh' as const } : {}),
      async work({ kept, say }, _form, { params }): Promise<Outcome> {
        const id = idIn(params);
        if (!id) return { is: 'refused', refusal: noSuch('event') };
        const meaning = meaningOf(EVENT_MEANINGS, await kept.events[name](id));
        return meaning.is === 'done' ? { is: 'done', said: say(`problem.${name}Done`) } : meaning;
      },
    });

  dialogRoute(door, {
    path: '/problems/events/:id/bytes',
    deed: 'keepEvents',
    current: 'problems',
    async show({ kept, say }, _opener, { params }) {
      const id = idIn(params);
      const bytes = id && (await kept.troubles.bytes(id));
      if (!bytes) return undefined;
      const text = new TextDecoder().decode(bytes.subarray(0, BYTES_SHOWN));
      return {
        title: say('problem.bytesTitle'),
        body: html`<pre class="bytes" tabindex="0" aria-label="${say('problem.bytesTitle')}">${text}</pre>`,
      };
    },
  });

  dialogRoute(door, {
    path: '/problems/events/:id/discard',
    deed: 'keepEvents',
    current: 'problems',
    async show({ kept, say }, opener, { params }) {
      const id = idIn(params);
      if (!id || !(await kept.troubles.bytes(id))) return undefined;
      const part = opener.part === undefined ? {} : { part: opener.part };
      return {
        title: say('problem.discardTitle'),
        body: deedForm(opener, {
          ...{ id: `discard-${id}`, action: `/crm/problems/events/${id}/discard`, className: 'stack', ...part },
          body: html`<p>${say('problem.discardHint')}</p><div><button class="btn danger">${say('problem.discard')}</button></div>`,
        }),
      };
    },
  });
}

function webhookDeeds(door: Door): void {
  const find = async ({ kept }: Visit, params: Readonly<Record<string, string>>): Promise<Untaken | undefined> =>
    (await kept.troubles.untaken(MOST_UNTAKEN)).find(({ id }) => id === params.id);

  door.deed({
    path: '/problems/webhooks/:id/again',
    deed: 'keepWebhooks',
    async work(visit, _form, { params }): Promise<Outcome> {
      const untaken = await find(visit, params);
      const again = untaken && (await visit.kept.webhooks.redeliver(untaken.webhook, untaken.id));
      return again
        ? { is: 'done', said: visit.say('talk.sentAgain') }
        : { is: 'refused', refusal: conflict(visit.say('talk.notLost')) };
    },
  });

  dialogRoute(door, {
    path: '/problems/webhooks/:id/answer',
    deed: 'keepWebhooks',
    current: 'problems',
    async show(visit, _opener, { params }) {
      const untaken = await find(visit, params);
      return (
        untaken && {
          title: visit.say('problem.answer'),
          body: html`<p class="s"><code>${untaken.url}</code></p><pre class="bytes" tabindex="0" aria-label="${visit.say('problem.answer')}">${untaken.error}</pre>`,
        }
      );
    },
  });
}
