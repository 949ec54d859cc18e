import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { type Around, banner, deedForm, empty, liveAttributes, panel } from '#adapters/console/parts.ts';
import type { Mistakes } from '#adapters/console/read-fields.ts';
import { CHANNELS, type Channel } from '#core/chat/channels.ts';
import {
  type AccountKind,
  type AccountTools,
  type ChannelAccountRecord,
  type CheckStep,
  calledAt,
  type LastMessages,
} from '#core/crm/channel-accounts.ts';
import { addChannelAccount, changeChannelAccount, endChannelAccount } from '#core/crm/keep-channel-accounts.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { CHANNEL_ACCOUNT_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId } from '#core/ids.ts';
import { linkingRoutes, type PhoneNeeds, phoneLine } from './phone.ts';
import { settingsTabs } from './tabs.ts';

export type ChannelNeeds = PhoneNeeds & { readonly accounts: AccountTools };

const PATH = '/crm/settings/channels';
const DEED = 'keepChannelAccounts' as const;
const MOST_NAME = 100;
/** Longer than any token of any platform. */
const MOST_SECRET = 2000;
/** More bots than an office has. */
const MOST = 100;
const DRAWINGS = { telegram: 'send', whatsapp: 'message-circle', teams: 'users' } as const satisfies Readonly<
  Record<Channel, Icon>
>;
/** How often the page looks for the end of a test. */
const LOOK_SECONDS = 1;
const LOOKS = { up: 'good', waits: 'wait', down: 'bad' } as const;

/** The bots of the office: whether they work, their credentials, and one more. For Admins. */
export function channelRoutes(door: Door, needs: ChannelNeeds): void {
  const { accounts } = needs;
  const tests = createTests(needs);
  linkingRoutes(door, needs);

  door.page({
    path: '/settings/channels',
    deed: DEED,
    show: (visit) => channelsPage(visit, needs, tests),
    parts: { channels: (visit) => channelsPart(visit, needs, tests) },
  });

  door.deed({
    path: '/settings/channels/:id/test',
    deed: DEED,
    async work(visit, _form, asked): Promise<Outcome> {
      const account = await accountOf(visit, asked);
      if (!account) return { is: 'refused', refusal: noSuch('bot') };
      tests.begin(account, visit.clock.now());
      return { is: 'done' };
    },
  });

  dialogRoute(door, {
    path: '/settings/channels/add',
    deed: DEED,
    current: 'settings',
    show: async (visit, opener) => {
      const kinds = accounts.kinds.filter(({ own }) => own);
      return {
        title: visit.say('channels.add'),
        body: html`<div class="stack">${kinds.map((kind, at) => addForm(visit, opener, kind, at === 0))}</div>`,
      };
    },
  });

  door.deed({
    path: '/settings/channels/add/:transport',
    deed: DEED,
    proof: 'fresh',
    once: false,
    async work(visit, form, { params }): Promise<Outcome> {
      const { say, kept, agent } = visit;
      const kind = accounts.kinds.find(({ transport, own }) => own && transport === params.transport);
      if (!kind) return { is: 'refused', refusal: noSuch('kind of bot') };
      const { channel, transport } = kind;
      const name = form.text('name').trim();
      const wanted = { channel, transport, credentials: credentialsIn(kind, form), ...(name ? { name } : {}) };
      const added = await addChannelAccount({ ...kept, ...accounts }, agent, wanted);
      if (added.was === 'badCredentials')
        return again(
          visit,
          say('channels.add'),
          addForm(visit, visit, kind, true, form, mistakesOf(visit, added.mistakes)),
        );
      if (added.was === 'already' || added.was === 'taken')
        return { is: 'refused', refusal: noSuch('bot'), said: say(`channels.${added.was}`) };
      const meaning = meaningOf(CHANNEL_ACCOUNT_MEANINGS, added);
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('channels.added', { name: meaning.done.account.name }), to: PATH };
    },
  });

  dialogRoute(door, {
    path: '/settings/channels/:id/replace',
    deed: DEED,
    current: 'settings',
    async show(visit, opener, asked) {
      const account = await accountOf(visit, asked);
      const kind = account && kindOf(needs, account);
      return (
        account &&
        kind?.own && { title: visit.say('channels.replace'), body: replaceForm(visit, opener, kind, account) }
      );
    },
  });

  door.deed({
    path: '/settings/channels/:id/replace',
    deed: DEED,
    proof: 'fresh',
    once: false,
    async work(visit, form, asked): Promise<Outcome> {
      const { say, kept, agent } = visit;
      const account = await accountOf(visit, asked);
      const kind = account && kindOf(needs, account);
      if (!account || !kind?.own) return { is: 'refused', refusal: noSuch('bot') };
      const change = { credentials: credentialsIn(kind, form) };
      const changed = await changeChannelAccount({ ...kept, ...accounts }, agent, account.id, change);
      if (changed.was === 'badCredentials') {
        const wrong = mistakesOf(visit, changed.mistakes);
        return again(visit, say('channels.replace'), replaceForm(visit, visit, kind, account, wrong));
      }
      if (changed.was === 'anotherBot')
        return { is: 'refused', refusal: noSuch('bot'), said: say('channels.anotherBot') };
      const meaning = meaningOf(CHANNEL_ACCOUNT_MEANINGS, changed);
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('channels.replaced', { name: account.name }), to: PATH };
    },
  });

  dialogRoute(door, {
    path: '/settings/channels/:id/off',
    deed: DEED,
    current: 'settings',
    async show(visit, opener, asked) {
      const account = await accountOf(visit, asked);
      if (!account || account.from_settings) return undefined;
      const { say } = visit;
      const body = deedForm(opener, {
        ...{ id: 'off-form', action: `${PATH}/${account.id}/off`, className: 'stack' },
        body: html`<p>${say('channels.offHint', { name: account.name })}</p><div><button class="btn danger">${say('channels.off')}</button></div>`,
      });
      return { title: say('channels.off'), body };
    },
  });

  door.deed({
    path: '/settings/channels/:id/off',
    deed: DEED,
    proof: 'fresh',
    async work(visit, _form, asked): Promise<Outcome> {
      const { say, kept, agent } = visit;
      const account = await accountOf(visit, asked);
      if (!account) return { is: 'refused', refusal: noSuch('bot') };
      const ended = meaningOf(
        CHANNEL_ACCOUNT_MEANINGS,
        await endChannelAccount({ ...kept, ...accounts }, agent, account.id),
      );
      if (ended.is !== 'done') return ended;
      return { is: 'done', said: say('channels.offDone', { name: account.name }), to: PATH };
    },
  });
}

/** A test of a bot as far as it came: no steps while its platform is asked. */
type Test = { readonly at: Date; readonly steps?: readonly CheckStep[] };
type Tests = ReturnType<typeof createTests>;

/** The last test of each bot, in this process: platforms may take their time, and no transaction waits for them. */
function createTests({ accounts }: ChannelNeeds) {
  const all = new Map<string, Test>();
  const NO_ANSWER: readonly CheckStep[] = [{ step: 'signedIn', isGood: false }];
  return {
    of: (id: string) => all.get(id),
    begin(account: ChannelAccountRecord, at: Date): void {
      if (all.has(account.id) && !all.get(account.id)?.steps) return;
      all.set(account.id, { at });
      accounts.check(account).then(
        (steps) => all.set(account.id, { at, steps }),
        () => all.set(account.id, { at, steps: NO_ANSWER }),
      );
    },
  };
}

const accountOf = async ({ kept }: Visit, { params: { id = '' } }: Asked): Promise<ChannelAccountRecord | undefined> =>
  isId(id) ? kept.channelAccounts.find(id) : undefined;

const kindOf = ({ accounts }: ChannelNeeds, account: ChannelAccountRecord): AccountKind | undefined =>
  account.from_settings ? undefined : accounts.kinds.find(({ transport }) => transport === account.transport);

const credentialsIn = ({ own }: AccountKind, form: Form) =>
  Object.fromEntries(Object.keys(own?.fields ?? {}).map((field) => [field, form.text(field).trim()]));

/** Nothing of what was typed is told again. */
const mistakesOf = ({ say }: Visit, mistakes: readonly { readonly field: string }[]): Mistakes =>
  Object.fromEntries(mistakes.map(({ field }) => [field, say('channels.badSecret')]));

function again({ say }: Visit, title: string, form: Html): Outcome {
  const body = html`<section class="panel pad-m">${form}</section>`;
  return {
    is: 'again',
    form,
    page: () => ({ title: title || say('settings.channels'), current: 'settings', width: 'mid', body }),
  };
}

async function channelsPage(visit: Visit, needs: ChannelNeeds, tests: Tests): Promise<Page> {
  const { say } = visit;
  return {
    title: say('settings.channels'),
    current: 'settings',
    width: 'mid',
    tools: opensDialog(visit, {
      to: `${PATH}/add`,
      label: html`${icon('plus', 's')}${say('channels.add')}`,
      className: 'btn primary',
    }),
    body: html`${settingsTabs(visit, 'channels')}${await channelsPart(visit, needs, tests)}`,
  };
}

async function channelsPart(visit: Visit, needs: ChannelNeeds, tests: Tests): Promise<Html> {
  const { say, kept } = visit;
  const { items } = await kept.channelAccounts.list({ limit: MOST, before: null });
  const last = await kept.channelAccounts.lastMessages(items.map(({ id }) => id));
  const isTesting = items.some(({ id }) => tests.of(id)?.steps === undefined && tests.of(id) !== undefined);
  const live = liveAttributes({
    path: PATH,
    part: 'channels',
    on: ['settings'],
    ...(isTesting ? { everySeconds: LOOK_SECONDS } : {}),
  });
  return html`<div class="stack" id="channels"${live}>${
    items.length > 0
      ? items
          .toReversed()
          .map((account) => accountPanel(visit, needs, account, last.get(account.id), tests.of(account.id)))
      : html`<section class="panel">${empty('messages-square', undefined, say('channels.none'))}</section>`
  }</div>`;
}

function accountPanel(
  visit: Visit,
  needs: ChannelNeeds,
  account: ChannelAccountRecord,
  last: LastMessages | undefined,
  test: Test | undefined,
): Html {
  const { say, times } = visit;
  const { id, channel, transport, name, handle, from_settings: isTheirs } = account;
  const { state, why } = needs.accounts.stateOf(id);
  const address = calledAt(needs.accounts, account);
  const facts: readonly (readonly [string, Hole])[] = [
    [say('channels.account'), handle ?? account.external_id],
    ...(address ? [[say('channels.webhook'), html`<code>${address}</code>`] as const] : []),
    [say('channels.since'), times.element(new Date(account.created_at))],
    [say('channels.lastIn'), last?.cameAt ? times.element(last.cameAt) : say('channels.noneIn')],
    [say('channels.lastOut'), last?.wentAt ? times.element(last.wentAt) : say('channels.noneOut')],
  ];
  const opens = (path: string, label: Hole, className: string, words: string) =>
    opensDialog(visit, { to: `${PATH}/${id}/${path}`, label, className, name: `${words}: ${name}` });
  const testing = deedForm(visit, {
    ...{ id: `test-${id}`, action: `${PATH}/${id}/test`, part: 'channels' },
    body: html`<button class="btn soft" aria-label="${say('channels.test')}: ${name}">${icon('activity', 's')}${say('channels.test')}</button>`,
  });
  const own = html`${opens('replace', say('channels.replace'), 'btn', say('channels.replace'))}${opens('off', say('channels.off'), 'btn plain', say('channels.off'))}`;
  return panel({
    id: `channel-${id}`,
    title: html`<span class="square avatar s" aria-hidden="true">${icon(DRAWINGS[channel], 's')}</span>${CHANNELS[channel].name} <span class="light s muted">${name}</span>`,
    aside: html`<span class="tag ${LOOKS[state]}">${icon(state === 'up' ? 'check' : 'circle-alert', 's')}${say(`channels.state.${state}`)}</span>`,
    body: html`<div class="body stack">${state !== 'up' && why !== undefined && banner(state === 'down' ? 'bad' : 'wait', why)}<dl class="facts">${facts.map(([title, value]) => html`<dt>${title}</dt><dd>${value}</dd>`)}</dl>${isTheirs && html`<p class="s muted">${say('channels.fromSettings')}</p>`}${test && testedLine(visit, test)}<div class="flex wrap">${testing}${!isTheirs && own}${isTheirs && transport === 'web' && phoneLine(visit, needs)}</div></div>`,
  });
}

function testedLine({ say, times }: Visit, { at, steps }: Test): Html {
  if (!steps) return banner('info', say('channels.testing'));
  const isGood = steps.every((step) => step.isGood);
  const when = times.clock(at);
  return html`<div class="group">${banner(isGood ? 'good' : 'bad', say(isGood ? 'channels.allGood' : 'channels.notGood', { when }))}<ul class="plain-list">${steps.map(({ step, isGood: good, words }) => html`<li class="flex"><span class="tag ${good ? 'good' : 'bad'}">${icon(good ? 'check' : 'x', 's')}${say(good ? 'channels.yes' : 'channels.no')}</span><span>${say(`channels.step.${step}`)}${words && html` <span class="s muted">${words}</span>`}${!good && nextStep(say, step)}</span></li>`)}</ul></div>`;
}

/** What is to be done where a step is not good, as far as it is the office's to do. */
const nextStep = (say: Visit['say'], step: CheckStep['step']): Html | false =>
  (step === 'templates' || step === 'token') && html`<span class="block s">${say(`channels.next.${step}`)}</span>`;

const nameOfField = ({ say }: Visit, field: string): string => {
  const known = FIELDS.find((each) => each === field);
  return known ? say(`channels.field.${known}`) : field;
};
const FIELDS = [
  'bot_token',
  'phone_number_id',
  'access_token',
  'app_secret',
  'verify_token',
  'app_id',
  'app_password',
  'tenant_id',
] as const;

const hintOf = ({ say }: Visit, field: string): string | undefined => {
  const known = FIELDS.find((each) => each === field);
  return known && say(`channels.is.${known}`);
};

/** What is secret is never shown again, nor is what was mistyped. */
const secrets = (visit: Visit, key: string, { own }: AccountKind, wrong: Mistakes): readonly Html[] =>
  Object.entries(own?.fields ?? {}).map(([field, { is }]) =>
    line({
      name: field,
      id: `${key}-${field}`,
      label: nameOfField(visit, field),
      kind: 'password',
      isNeeded: true,
      most: MOST_SECRET,
      hint: hintOf(visit, field) ?? is,
      wrong: wrong[field],
    }),
  );

function addForm(
  visit: Visit,
  opener: Around,
  kind: AccountKind,
  isOpen: boolean,
  typed?: Form,
  wrong: Mistakes = {},
): Html {
  const { say } = visit;
  const { channel, transport, title } = kind;
  return html`<details class="fold" id="add-${transport}"${isOpen && html` open`}><summary><span class="flex">${icon(DRAWINGS[channel], 's')}<b class="strong">${title}</b></span></summary>${deedForm(
    opener,
    {
      ...{ id: `add-form-${transport}`, action: `${PATH}/add/${transport}`, className: 'stack t3' },
      body: html`${toMend(say, wrong)}${line({ name: 'name', id: `name-${transport}`, label: say('channels.name'), value: typed?.text('name') ?? null, most: MOST_NAME, hint: say('channels.nameHint') })}${secrets(visit, transport, kind, wrong)}<div><button class="btn primary">${say('channels.add')}</button></div>`,
    },
  )}</details>`;
}

function replaceForm(
  visit: Visit,
  opener: Around,
  kind: AccountKind,
  account: ChannelAccountRecord,
  wrong: Mistakes = {},
): Html {
  const { say } = visit;
  return deedForm(opener, {
    ...{ id: 'replace-form', action: `${PATH}/${account.id}/replace`, className: 'stack' },
    body: html`<p class="s muted">${say('channels.replaceHint', { name: account.name })}</p>${toMend(say, wrong)}${secrets(visit, 'new', kind, wrong)}<div><button class="btn primary">${say('channels.replace')}</button></div>`,
  });
}
