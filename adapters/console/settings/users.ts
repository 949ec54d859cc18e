import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { type Around, deedForm, initials, panel } from '#adapters/console/parts.ts';
import { isMistaken, type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import { changeUser } from '#core/crm/change-user.ts';
import type { Colleague } from '#core/crm/colleagues.ts';
import { handOver } from '#core/crm/hand-over.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { HAND_OVER_MEANINGS, INVITATION_MEANINGS, SIGN_IN_MEANINGS, USER_MEANINGS } from '#core/crm/meanings.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { isId, type UserId } from '#core/ids.ts';
import { addPerson, type InviteTools, inviteAgain } from '#core/sessions/invite-user.ts';
import { resetSignIn } from '#core/sessions/reset-sign-in.ts';
import { settingsTabs } from './tabs.ts';

/** `invitations`: how people are led to a page that sets a password. */
export type UsersNeeds = { readonly invitations: InviteTools };

const PATH = '/crm/settings/users';
const DEED = 'changeUser' as const;
const ROLES = ['Employee', 'Admin'] as const;
const MOST = { name: 200, email: 254 } as const;
/** Enough to tell a slip from an address; whether mail arrives, the invitation shows. */
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The people of the office: inviting them, their roles, and handing over when somebody leaves. For Admins. */
export function usersRoutes(door: Door, { invitations }: UsersNeeds): void {
  door.page({
    path: '/settings/users',
    deed: DEED,
    show: usersPage,
    parts: { users: (visit) => usersPart(visit) },
  });

  dialogRoute(door, {
    path: '/settings/users/invite',
    deed: 'addUser',
    current: 'settings',
    show: async (visit, opener) => ({ title: visit.say('users.invite'), body: inviteForm(visit, opener) }),
  });

  door.deed({
    path: '/settings/users/invite',
    deed: 'addUser',
    proof: 'fresh',
    async work(visit, form): Promise<Outcome> {
      const { say, kept, agent } = visit;
      const fields = readFields(form, say);
      const [name, email] = [fields.needed('name', MOST.name), fields.needed('email', MOST.email)];
      const role = fields.oneOf('role', ROLES) ?? 'Employee';
      const isNoEmail = email !== '' && !EMAIL.test(email);
      const wrong = { ...fields.mistakes, ...(isNoEmail ? { email: say('users.noEmail') } : {}) };
      if (isMistaken(wrong)) return again(visit, form, wrong);
      const meaning = meaningOf(
        USER_MEANINGS,
        await addPerson({ ...kept, ...invitations }, agent, { name, email, role }),
      );
      if (meaning.is !== 'done') return again(visit, form, { email: say('users.taken') });
      return { is: 'done', said: say('users.invited', { name, email }), to: PATH };
    },
  });

  door.deed({
    path: '/settings/users/:id/invite',
    deed: 'addUser',
    proof: 'fresh',
    async work({ kept, agent, say }, _form, asked): Promise<Outcome> {
      const id = userIn(asked);
      if (!id) return { is: 'refused', refusal: noSuch('user') };
      const meaning = meaningOf(INVITATION_MEANINGS, await inviteAgain({ ...kept, ...invitations }, agent, id));
      if (meaning.is !== 'done') return meaning;
      const { name, email } = meaning.done.user;
      return { is: 'done', said: say('users.invited', { name, email }) };
    },
  });

  dialogRoute(door, {
    path: '/settings/users/:id',
    deed: DEED,
    current: 'settings',
    async show(visit, opener, asked) {
      const all = await visit.kept.colleagues.list(visit.clock.now());
      const user = all.find(({ id }) => id === asked.params.id);
      return user && { title: user.name, body: html`<div class="stack">${deedsFor(visit, opener, user, all)}</div>` };
    },
  });

  door.deed({
    path: '/settings/users/:id/role',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, agent, say }, form, asked): Promise<Outcome> {
      const [id, role] = [userIn(asked), ROLES.find((each) => each === form.text('role'))];
      if (!id || !role) return { is: 'refused', refusal: noSuch('user') };
      const changed = await changeUser(kept, agent, id, { role });
      if (changed.was === 'lastAdmin') return lastAdmin(say);
      const meaning = meaningOf(USER_MEANINGS, changed);
      if (meaning.is !== 'done') return meaning;
      return {
        is: 'done',
        said: say('users.roleDone', { name: meaning.done.user.name, role: say(`users.role.${role}`) }),
        to: PATH,
      };
    },
  });

  door.deed({
    path: '/settings/users/:id/off',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, agent, say }, form, asked): Promise<Outcome> {
      const id = userIn(asked);
      const heir = form.text('heir');
      if (!id) return { is: 'refused', refusal: noSuch('user') };
      if (isId(heir)) {
        const handed = meaningOf(HAND_OVER_MEANINGS, await handOver(kept, agent, id, heir));
        if (handed.is !== 'done') return { ...handed, said: say('users.noHeir') };
      }
      const changed = await changeUser(kept, agent, id, { status: 'Inactive' });
      if (changed.was === 'lastAdmin') return lastAdmin(say);
      const meaning = meaningOf(USER_MEANINGS, changed);
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('users.offDone', { name: meaning.done.user.name }), to: PATH };
    },
  });

  door.deed({
    path: '/settings/users/:id/on',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, agent, say }, _form, asked): Promise<Outcome> {
      const id = userIn(asked);
      if (!id) return { is: 'refused', refusal: noSuch('user') };
      const hasPassword = Boolean((await kept.userProofs.of(id))?.passwordHash);
      const status = hasPassword ? 'Active' : 'Pending';
      const meaning = meaningOf(USER_MEANINGS, await changeUser(kept, agent, id, { status }));
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('users.onDone', { name: meaning.done.user.name }), to: PATH };
    },
  });

  door.deed({
    path: '/settings/users/:id/reset',
    deed: DEED,
    proof: 'fresh',
    async work({ kept, agent, say }, _form, asked): Promise<Outcome> {
      const id = userIn(asked);
      if (!id || id === agent.id) return { is: 'refused', refusal: noSuch('user') };
      const meaning = meaningOf(SIGN_IN_MEANINGS, await resetSignIn({ ...kept, ...invitations }, agent, id));
      if (meaning.is !== 'done') return meaning;
      return { is: 'done', said: say('users.resetDone', { name: meaning.done.user.name }), to: PATH };
    },
  });
}

const userIn = ({ params: { id = '' } }: Asked): UserId | undefined => (isId(id) ? id : undefined);
const lastAdmin = (say: Visit['say']): Outcome => ({
  is: 'refused',
  refusal: noSuch('admin'),
  said: say('users.lastAdmin'),
});

async function usersPage(visit: Visit): Promise<Page> {
  const { say } = visit;
  return {
    title: say('settings.users'),
    current: 'settings',
    width: 'mid',
    body: html`${settingsTabs(visit, 'users')}<div class="stack">${await usersPart(visit)}<p class="s muted">${say('users.roles')}</p></div>`,
  };
}

async function usersPart(visit: Visit): Promise<Html> {
  const { say, kept, clock } = visit;
  const all = await kept.colleagues.list(clock.now());
  const heads = ['name', 'role', 'factor', 'seen'] as const;
  return panel({
    id: 'users',
    title: say('settings.users'),
    aside: opensDialog(visit, {
      to: `${PATH}/invite`,
      label: html`${icon('user-plus', 's')}${say('users.invite')}`,
      className: 'btn',
    }),
    body: html`<div class="scroll-x" tabindex="0" role="group" aria-labelledby="users-title"><table class="table mid"><thead><tr>${heads.map((head) => html`<th scope="col"${head !== 'name' && html` class="hide-phone"`}>${say(`users.head.${head}`)}</th>`)}<th scope="col"><span class="vh">${say('users.actions')}</span></th></tr></thead><tbody>${all.map((each) => row(visit, each))}</tbody></table></div>`,
    live: { path: PATH, part: 'users', on: ['settings'] },
  });
}

function row(visit: Visit, user: Colleague): Html {
  const { say, times } = visit;
  const { id, name, status, role } = user;
  const isPending = status === 'Pending';
  const factor =
    status === 'Inactive'
      ? html`<span class="tag">${say('users.off')}</span>`
      : isPending
        ? html`<span class="tag wait">${say('users.isInvited')}</span>`
        : user.hasFactor
          ? html`<span class="tag good">${icon('check', 's')}${say('users.factorOn')}</span>`
          : html`<span class="tag">${say('users.factorOff')}</span>`;
  const seen = user.seenAt
    ? say.rich('users.seen', { when: times.element(user.seenAt), count: user.devices })
    : say('users.never');
  const again =
    isPending &&
    deedForm(visit, {
      ...{ id: `invite-${id}`, action: `${PATH}/${id}/invite`, part: 'users' },
      body: html`<button class="btn plain" aria-label="${say('users.againNamed', { name })}">${say('users.again')}</button>`,
    });
  const more = opensDialog(visit, {
    to: `${PATH}/${id}`,
    label: icon('ellipsis'),
    name: say('users.more', { name }),
    className: 'btn icon plain',
  });
  return html`<tr id="${id}" data-row><td><div class="flex"><span class="avatar s" aria-hidden="true">${initials(name)}</span><div><b class="strong">${name}</b><div class="xs quiet">${user.job_title ?? user.email}</div><div class="only-phone xs quiet">${say(`users.role.${role}`)}${status !== 'Active' && html` ${factor}`}</div></div></div></td><td class="hide-phone">${say(`users.role.${role}`)}</td><td class="hide-phone">${factor}</td><td class="hide-phone">${seen}</td><td class="end"><span class="flex end-line">${again}${more}</span></td></tr>`;
}

/** What can be done with one of them. */
function deedsFor(visit: Visit, opener: Around, user: Colleague, all: readonly Colleague[]): Html {
  const { say, agent } = visit;
  const { id, name, status } = user;
  const deed = (what: string, body: Html, title: string) =>
    html`<section class="group" aria-label="${title}">${deedForm(opener, { ...{ id: `${what}-form`, action: `${PATH}/${id}/${what}`, className: 'stack' }, body })}</section>`;
  if (status === 'Inactive')
    return deed(
      'on',
      html`<p>${say('users.onHint', { name })}</p><div><button class="btn primary">${say('users.on')}</button></div>`,
      say('users.on'),
    );
  const roles = ROLES.map((value) => ({ value, name: say(`users.role.${value}`) }));
  const isSelf = id === agent.id;
  return html`<p class="s muted">${user.email}</p>${deed('role', html`<div class="flex wrap bottom">${choice({ name: 'role', label: say('users.head.role'), value: user.role, options: roles })}<button class="btn">${say('users.changeRole')}</button></div><p class="s muted">${say('users.roleHint')}</p>`, say('users.changeRole'))}${
    !isSelf &&
    status === 'Active' &&
    deed(
      'reset',
      html`<p class="s muted">${say('users.resetHint', { name })}</p><div><button class="btn">${say('users.reset')}</button></div>`,
      say('users.reset'),
    )
  }${!isSelf && deed('off', switchOff(visit, user, all), say('users.switchOff'))}`;
}

function switchOff({ say }: Visit, user: Colleague, all: readonly Colleague[]): Html {
  const { name, contacts, deals } = user;
  const heirs = all.filter(({ id, status }) => id !== user.id && status === 'Active');
  const has = contacts + deals > 0;
  const options = [
    ...(has ? [] : [{ value: '', name: say('users.nobody') }]),
    ...heirs.map(({ id, name: heir }) => ({ value: id, name: heir })),
  ];
  return html`<p class="s muted">${has ? say('users.has', { name, contacts, deals }) : say('users.hasNothing', { name })}</p>${choice({ name: 'heir', label: say('users.heir'), value: null, options })}<div><button class="btn danger">${say('users.switchOff')}</button></div>`;
}

function inviteForm({ say }: Visit, opener: Around, typed?: Form, wrong: Mistakes = {}): Html {
  const value = (name: string) => typed?.text(name) ?? null;
  const roles = ROLES.map((each) => ({ value: each, name: say(`users.role.${each}`) }));
  return deedForm(opener, {
    ...{ id: 'invite-form', action: `${PATH}/invite`, className: 'stack' },
    body: html`${toMend(say, wrong)}${line({ name: 'name', label: say('users.head.name'), value: value('name'), isNeeded: true, most: MOST.name, wrong: wrong.name })}${line({ name: 'email', label: say('signIn.email'), kind: 'email', value: value('email'), isNeeded: true, most: MOST.email, wrong: wrong.email })}${choice({ name: 'role', label: say('users.head.role'), value: value('role') ?? 'Employee', options: roles })}<p class="s muted">${say('users.inviteHint')}</p><div><button class="btn primary">${say('users.invite')}</button></div>`,
  });
}

function again(visit: Visit, form: Form, wrong: Mistakes): Outcome {
  const { say } = visit;
  const body = html`<section class="panel pad-m">${inviteForm(visit, visit, form, wrong)}</section>`;
  return {
    is: 'again',
    form: inviteForm(visit, visit, form, wrong),
    page: () => ({ title: say('users.invite'), current: 'settings', width: 'mid', body }),
  };
}
