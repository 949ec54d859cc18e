import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { type Around, deedForm, empty, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { type KeyNeeds, makeKey, revokeKey } from '#core/crm/keep-keys.ts';
import type { KeyRecord } from '#core/crm/keys.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { KEY_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId } from '#core/ids.ts';

const PATH = '/crm/settings/access';
const DEED = 'keepKeys' as const;
const MOST = 200;
const MOST_NAME = 100;

/** Keys with which other programs come to the API. `shown`: the page that shows one this once. */
export function keyRoutes(door: Door, tools: KeyNeeds, shown: (visit: Visit, secret: Html) => Promise<Page>): void {
  dialogRoute(door, {
    path: '/settings/access/keys/new',
    deed: DEED,
    current: 'settings',
    show: async (visit, opener) => ({ title: visit.say('keys.new'), body: await newForm(visit, opener) }),
  });

  door.deed({
    path: '/settings/access/keys/new',
    deed: DEED,
    proof: 'fresh',
    // Its answer holds the key.
    once: false,
    async work(visit, form): Promise<Outcome> {
      const { say, kept, agent } = visit;
      const fields = readFields(form, say);
      const name = fields.needed('name', MOST_NAME);
      const user = form.text('user');
      if (isMistaken(fields.mistakes)) {
        const again = await newForm(visit, visit, form, fields.mistakes);
        const body = html`<section class="panel pad-m">${again}</section>`;
        return {
          is: 'again',
          form: again,
          page: () => ({ title: say('keys.new'), current: 'settings', width: 'mid', body }),
        };
      }
      if (!isId(user)) return { is: 'refused', refusal: noSuch('user') };
      const meaning = meaningOf(KEY_MEANINGS, await makeKey({ ...kept, ...tools }, agent, { name, user_id: user }));
      if (meaning.is !== 'done') return meaning;
      const { done } = meaning;
      if (done.was !== 'made') return { is: 'done', to: PATH };
      const words = say.rich('keys.made', { name, key: html`<code id="new-key">${done.key}</code>` });
      return {
        is: 'shown',
        page: await shown(
          visit,
          html`<div class="banner good" role="status">${icon('check')}<span class="grow break">${words}</span><button type="button" class="btn" data-copy="new-key">${say('office.copy')}</button></div>`,
        ),
      };
    },
  });

  dialogRoute(door, {
    path: '/settings/access/keys/:id/revoke',
    deed: DEED,
    current: 'settings',
    async show(visit, opener, { params: { id = '' } }) {
      const { say } = visit;
      const key = (await all(visit)).find((each) => each.id === id);
      return (
        key && {
          title: say('keys.revokeTitle', { name: key.name }),
          body: deedForm(opener, {
            ...{ id: 'revoke-form', action: `${PATH}/keys/${id}/revoke`, className: 'stack' },
            body: html`<p>${say('keys.revokeHint')}</p><div><button class="btn danger">${say('keys.revoke')}</button></div>`,
          }),
        }
      );
    },
  });

  door.deed({
    path: '/settings/access/keys/:id/revoke',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, agent, say }, _form, { params: { id = '' } }): Promise<Outcome> {
      if (!isId(id)) return { is: 'refused', refusal: noSuch('key') };
      const meaning = meaningOf(KEY_MEANINGS, await revokeKey(kept, agent, id));
      return meaning.is === 'done' ? { is: 'done', said: say('keys.revoked'), to: PATH } : meaning;
    },
  });
}

const all = async ({ kept }: Visit): Promise<readonly KeyRecord[]> =>
  (await kept.keys.list({ limit: MOST, before: null })).items;

async function newForm(visit: Visit, opener: Around, typed?: Form, wrong: Mistakes = {}): Promise<Html> {
  const { say, kept, clock, agent } = visit;
  const people = (await kept.colleagues.list(clock.now())).filter(({ status }) => status === 'Active');
  return deedForm(opener, {
    ...{ id: 'key-form', action: `${PATH}/keys/new`, className: 'stack' },
    body: html`${toMend(say, wrong)}${line({ name: 'name', label: say('users.head.name'), value: typed?.text('name') ?? null, isNeeded: true, most: MOST_NAME, hint: say('keys.nameHint'), wrong: wrong.name })}${choice({ name: 'user', label: say('keys.actsAs'), value: typed?.text('user') ?? agent.id, options: people.map(({ id, name }) => ({ value: id, name })), hint: say('keys.actsHint') })}<div><button class="btn primary">${say('keys.new')}</button></div>`,
  });
}

export async function keysPart(visit: Visit): Promise<Html> {
  const { say, kept, times, clock } = visit;
  const keys = await all(visit);
  const names = new Map((await kept.colleagues.list(clock.now())).map(({ id, name }) => [id, name]));
  const row = ({ id, name, user_id: user, last_used_at: usedAt, created_at: at }: KeyRecord) => {
    const revoke = opensDialog(visit, {
      to: `${PATH}/keys/${id}/revoke`,
      label: say('keys.revoke'),
      name: `${say('keys.revoke')}: ${name}`,
      className: 'btn danger',
    });
    return html`<tr id="${id}"><td><b class="strong">${name}</b></td><td>${names.get(user)}</td><td class="hide-phone">${times.element(new Date(at))}</td><td class="hide-phone">${usedAt ? times.element(new Date(usedAt)) : say('keys.neverUsed')}</td><td class="end">${revoke}</td></tr>`;
  };
  return panel({
    id: 'keys',
    title: say('keys.title'),
    aside: opensDialog(visit, {
      to: `${PATH}/keys/new`,
      label: html`${icon('plus', 's')}${say('keys.new')}`,
      className: 'btn',
    }),
    body:
      keys.length === 0
        ? empty('key-round', undefined, say('keys.none'))
        : html`<table class="table mid"><thead><tr><th scope="col">${say('users.head.name')}</th><th scope="col">${say('keys.actsAs')}</th><th scope="col" class="hide-phone">${say('keys.since')}</th><th scope="col" class="hide-phone">${say('keys.lastUsed')}</th><th scope="col"><span class="vh">${say('users.actions')}</span></th></tr></thead><tbody>${keys.map(row)}</tbody></table>`,
    live: { path: PATH, part: 'keys', on: ['settings'] },
  });
}
