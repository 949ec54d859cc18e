import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, tick, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { type Around, banner, deedForm, empty, panel } from '#adapters/console/parts.ts';
import type { Mistakes } from '#adapters/console/read-fields.ts';
import { addWebhook, type WebhookNeeds } from '#core/crm/add-webhook.ts';
import type { KeyNeeds } from '#core/crm/keep-keys.ts';
import { type Redelivered, redeliver } from '#core/crm/redeliver.ts';
import { conflict, noSuch } from '#core/crm/refusal.ts';
import { testWebhook } from '#core/crm/test-webhook.ts';
import { WEBHOOK_EVENTS, type WebhookDeliveryRecord, type WebhookRecord } from '#core/crm/webhooks.ts';
import { isId } from '#core/ids.ts';
import { keyRoutes, keysPart } from './keys.ts';
import { settingsTabs } from './tabs.ts';

export type AccessNeeds = WebhookNeeds & KeyNeeds;

const PATH = '/crm/settings/access';
const DEED = 'keepWebhooks' as const;
const MOST_URL = 2000;
/** More addresses than an office has. */
const MOST = 100;
const MOST_DELIVERIES = 50;
const LOOKS = { queued: 'wait', sent: 'good', failed: 'bad' } as const;

/** How other programs come to the API, and where they are told of what happens here. For Admins. */
export function accessRoutes(door: Door, needs: AccessNeeds): void {
  keyRoutes(door, needs, (visit, secret) => accessPage(visit, secret));

  door.page({
    path: '/settings/access',
    deed: DEED,
    show: (visit) => accessPage(visit),
    parts: { webhooks: (visit) => webhooksPart(visit), keys: (visit) => keysPart(visit) },
  });

  dialogRoute(door, {
    path: '/settings/access/webhooks/add',
    deed: DEED,
    current: 'settings',
    show: async (visit, opener) => ({ title: visit.say('access.addWebhook'), body: addForm(visit, opener) }),
  });

  door.deed({
    path: '/settings/access/webhooks/add',
    deed: DEED,
    proof: 'fresh',
    // Its answer holds the secret that signs.
    once: false,
    async work(visit, form): Promise<Outcome> {
      const { say, kept } = visit;
      const events = WEBHOOK_EVENTS.filter((event) => form.texts('events').includes(event));
      const url = form.text('url').trim();
      const added = events.length > 0 ? await addWebhook({ ...kept, ...needs }, { url, events }) : undefined;
      if (added?.was !== 'added') {
        const wrong: Mistakes = added ? { url: say('access.notPublic') } : { events: say('access.noEvents') };
        const again = addForm(visit, visit, form, wrong);
        const body = html`<section class="panel pad-m">${again}</section>`;
        return {
          is: 'again',
          form: again,
          page: () => ({ title: say('access.addWebhook'), current: 'settings', width: 'mid', body }),
        };
      }
      return { is: 'shown', page: await accessPage(visit, secretOf(visit, added.secret)) };
    },
  });

  dialogRoute(door, {
    path: '/settings/access/webhooks/:id/remove',
    deed: DEED,
    current: 'settings',
    async show(visit, opener, { params: { id = '' } }) {
      const { say } = visit;
      const webhook = (await all(visit)).find((each) => each.id === id);
      return (
        webhook && {
          title: say('access.removeTitle'),
          body: deedForm(opener, {
            ...{ id: 'remove-form', action: `${PATH}/webhooks/${id}/remove`, className: 'stack' },
            body: html`<p><code>${webhook.url}</code></p><p>${say('access.removeHint')}</p><div><button class="btn danger">${say('access.remove')}</button></div>`,
          }),
        }
      );
    },
  });

  door.deed({
    path: '/settings/access/webhooks/:id/remove',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, say }, _form, { params: { id = '' } }): Promise<Outcome> {
      const isGone = isId(id) && (await kept.webhooks.remove(id));
      return isGone
        ? { is: 'done', said: say('access.removed'), to: PATH }
        : { is: 'refused', refusal: noSuch('webhook') };
    },
  });

  door.deed({
    path: '/settings/access/webhooks/:id/enable',
    deed: DEED,
    async work({ kept, say }, _form, { params: { id = '' } }): Promise<Outcome> {
      const enabled = isId(id) && (await kept.webhooks.enable(id));
      return enabled ? { is: 'done', said: say('access.enabled') } : { is: 'refused', refusal: noSuch('webhook') };
    },
  });

  door.deed({
    path: '/settings/access/webhooks/:id/test',
    deed: DEED,
    async work(visit, _form, { params: { id = '' } }): Promise<Outcome> {
      if (!isId(id)) return { is: 'refused', refusal: noSuch('webhook') };
      return outcomeOf(visit, await testWebhook({ ...visit.kept, clock: visit.clock }, id), visit.say('access.tested'));
    },
  });

  door.page({
    path: '/settings/access/webhooks/:id',
    deed: DEED,
    show: (visit, { params: { id = '' } }) => deliveriesPage(visit, id),
    parts: {
      deliveries: async (visit, { params: { id = '' } }) => deliveriesPart(visit, id),
    },
  });

  door.deed({
    path: '/settings/access/webhooks/:id/deliveries/:delivery',
    deed: DEED,
    async work(visit, _form, { params: { id = '', delivery = '' } }): Promise<Outcome> {
      const { kept, say } = visit;
      if (!isId(id) || !isId(delivery)) return { is: 'refused', refusal: noSuch('delivery') };
      return outcomeOf(visit, await redeliver(kept, id, delivery), say('access.again'));
    },
  });
}

function outcomeOf({ say }: Visit, told: Redelivered, said: string): Outcome {
  switch (told.was) {
    case 'owed':
      return { is: 'done', said };
    case 'disabled':
      return { is: 'refused', refusal: conflict(say('access.isDisabled'), { disabled_at: told.since }) };
    case 'missing':
      return { is: 'refused', refusal: noSuch('delivery') };
  }
}

const all = async ({ kept }: Visit): Promise<readonly WebhookRecord[]> =>
  (await kept.webhooks.list({ limit: MOST, before: null })).items;

/** What signs, shown this once. */
const secretOf = ({ say }: Visit, secret: string): Html =>
  html`<div class="banner good" role="status">${icon('check')}<span class="grow break">${say.rich('access.secret', { secret: html`<code id="secret">${secret}</code>` })}</span><button type="button" class="btn" data-copy="secret">${say('office.copy')}</button></div>`;

/** `secret`: of what was just made. */
async function accessPage(visit: Visit, secret?: Html): Promise<Page> {
  const { say } = visit;
  return {
    title: say('settings.access'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'access')}<div class="stack">${secret}${await keysPart(visit)}${await webhooksPart(visit)}</div>`,
  };
}

async function webhooksPart(visit: Visit): Promise<Html> {
  const { say } = visit;
  const webhooks = await all(visit);
  return panel({
    id: 'webhooks',
    title: say('access.webhooks'),
    aside: opensDialog(visit, {
      to: `${PATH}/webhooks/add`,
      label: html`${icon('plus', 's')}${say('access.add')}`,
      className: 'btn',
    }),
    body:
      webhooks.length === 0
        ? empty('send', undefined, say('access.none'))
        : html`<table class="table mid"><thead><tr><th scope="col">${say('access.address')}</th><th scope="col" class="hide-phone">${say('access.events')}</th><th scope="col"><span class="vh">${say('users.actions')}</span></th></tr></thead><tbody>${webhooks.map((each) => row(visit, each))}</tbody></table>`,
    live: { path: PATH, part: 'webhooks', on: ['settings'] },
  });
}

function row(visit: Visit, { id, url, events, disabled_at: disabledAt }: WebhookRecord): Html {
  const { say, times } = visit;
  const since =
    disabledAt !== null &&
    html`<div class="xs"><span class="tag bad">${say('access.disabled')}</span> <span class="quiet">${times.element(new Date(disabledAt))}</span></div>`;
  const enable =
    disabledAt !== null &&
    deedForm(visit, {
      ...{ id: `enable-${id}`, action: `${PATH}/webhooks/${id}/enable`, part: 'webhooks' },
      body: html`<button class="btn" aria-label="${say('access.enable')}: ${url}">${say('access.enable')}</button>`,
    });
  const told = events.includes('*') ? say('access.allEvents') : events.join(', ');
  const remove = opensDialog(visit, {
    to: `${PATH}/webhooks/${id}/remove`,
    label: say('access.remove'),
    name: `${say('access.remove')}: ${url}`,
    className: 'btn danger',
  });
  return html`<tr id="${id}"><td><b class="strong break">${url}</b>${since}</td><td class="hide-phone s">${told}</td><td class="end"><span class="flex end-line wrap">${enable}<a class="btn plain" href="${PATH}/webhooks/${id}" aria-label="${say('access.deliveries')}: ${url}">${say('access.deliveries')}</a>${remove}</span></td></tr>`;
}

function addForm({ say }: Visit, opener: Around, typed?: Form, wrong: Mistakes = {}): Html {
  const chosen = typed?.texts('events') ?? ['*'];
  return deedForm(opener, {
    ...{ id: 'webhook-form', action: `${PATH}/webhooks/add`, className: 'stack' },
    body: html`${toMend(say, wrong)}${line({ name: 'url', label: say('access.address'), kind: 'url', value: typed?.text('url') ?? null, isNeeded: true, most: MOST_URL, hint: say('access.addressHint'), wrong: wrong.url })}<fieldset class="group"><legend>${say('access.events')}</legend>${wrong.events && banner('bad', wrong.events)}<div class="ticks">${WEBHOOK_EVENTS.map((event) => tick({ name: 'events', value: event, label: event === '*' ? say('access.allEvents') : html`<code>${event}</code>`, isOn: chosen.includes(event) }))}</div></fieldset><div><button class="btn primary">${say('access.add')}</button></div>`,
  });
}

async function deliveriesPage(visit: Visit, id: string): Promise<Page | undefined> {
  const part = await deliveriesPart(visit, id);
  const { say } = visit;
  return (
    part && {
      title: say('access.deliveries'),
      current: 'settings',
      within: { to: PATH, name: say('settings.access') },
      width: 'mid',
      body: part,
    }
  );
}

async function deliveriesPart(visit: Visit, id: string): Promise<Html | undefined> {
  const { say, kept } = visit;
  const found = isId(id) ? await kept.webhooks.deliveries(id, { limit: MOST_DELIVERIES, before: null }) : undefined;
  const path = `${PATH}/webhooks/${id}`;
  return (
    found &&
    panel({
      id: 'deliveries',
      title: say('access.deliveries'),
      aside: deedForm(visit, {
        ...{ id: 'test-form', action: `${path}/test`, part: 'deliveries' },
        body: html`<button class="btn">${say('access.test')}</button>`,
      }),
      body:
        found.items.length === 0
          ? empty('send', undefined, say('access.noDeliveries'))
          : html`<div class="scroll-x" tabindex="0" role="group" aria-labelledby="deliveries-title"><table class="table mid"><thead><tr><th scope="col">${say('access.event')}</th><th scope="col">${say('access.state')}</th><th scope="col" class="hide-phone">${say('access.answer')}</th><th scope="col"><span class="vh">${say('users.actions')}</span></th></tr></thead><tbody>${found.items.map((each) => deliveryRow(visit, path, each))}</tbody></table></div>`,
      live: { path, part: 'deliveries', on: ['problems', 'settings'] },
    })
  );
}

function deliveryRow(
  visit: Visit,
  path: string,
  { id, event, state, attempts, last_error: error, created_at: at }: WebhookDeliveryRecord,
): Html {
  const { say, times } = visit;
  const again =
    state !== 'queued' &&
    deedForm(visit, {
      ...{ id: `again-${id}`, action: `${path}/deliveries/${id}`, part: 'deliveries' },
      body: html`<button class="btn plain">${say('access.deliverAgain')}</button>`,
    });
  return html`<tr id="${id}" data-row><td><code>${event}</code><div class="xs quiet">${times.element(new Date(at))}</div></td><td><span class="tag ${LOOKS[state]}">${say(`access.is.${state}`)}</span><div class="xs quiet">${say('access.tries', { count: attempts })}</div></td><td class="hide-phone s">${error ?? '–'}</td><td class="end">${again}</td></tr>`;
}
