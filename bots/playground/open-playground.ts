import { createTeamsStandIn, type TeamsStandIn } from '#adapters/teams/stand-in/server.ts';
import { createTelegramStandIn, type TelegramStandIn } from '#adapters/telegram/stand-in/server.ts';
import { createGraphStandIn, type GraphStandIn } from '#adapters/whatsapp/cloud/stand-in/server.ts';
import { createCompany } from '#bots/admin/create-company.ts';
import type { BareProduct, Demo, DemoPerson } from '#bots/overrides.ts';
import { egressTargets } from '#bots/settings/egress-targets.ts';
import { byClient } from '#core/by.ts';
import type { NewMedia } from '#core/crm/records.ts';
import type { CompanyId, ContactId, OfferId } from '#core/ids.ts';
import { giveVerdict } from '#core/offers/give-verdict.ts';
import { markFavourite } from '#core/offers/mark-favourite.ts';
import { openProperty } from '#core/offers/open-property.ts';
import { contacts } from './demo/contacts.ts';
import { deals } from './demo/deals.ts';
import { company as office, users } from './demo/office.ts';
import { type LoadedDemo, loadDemo } from './load-demo.ts';
import { mountPlayground } from './mount.ts';
import { withSketches } from './sketches.ts';
import { teamsRoutes } from './teams-routes.ts';
import { whatsAppRoutes } from './whatsapp-routes.ts';

/** No token of Telegram's: the stand-in takes what it is told. */
const TOKEN = '700000001:playground';
const BOT = 'costa_verde_bot';
const NUMBER = {
  phoneNumberId: '105500000000000',
  displayPhoneNumber: '34600000000',
  accessToken: 'playground',
  appSecret: 'playground',
  verifyToken: 'playground',
};
/** A bot of nobody's: the stand-in takes what it is told. */
const TEAMS = { appId: '00000000-0000-4000-8000-000000000000', password: 'playground' };
/** The people who can hold the phone: the demo's clients, then somebody whom the office does not know. */
const FIRST_PERSON = 710_000_001;

/**
 * Furnishes an empty store with the demo and opens the playground beside it; undisturbed where the store holds
 * somebody's own company.
 */
export async function openPlayground(bare: BareProduct): Promise<Demo> {
  const admin = users.find(({ role }) => role === 'Admin');
  const agent = users.find(({ role }) => role === 'Employee');
  if (!admin || !agent) throw new Error('the demo office has no admin, or no agent');
  const isEmpty = (await bare.companies.count()) === 0;
  const known = isEmpty ? undefined : await bare.companies.find(office.slug);
  if (!isEmpty && !known) return {};
  const access = known ? { inviteCode: known.inviteCode } : await makeOffice(bare, admin.email);
  const standIn = await createTelegramStandIn({ bots: [{ token: TOKEN, username: BOT, firstName: office.name }] });
  const graph = await createGraphStandIn({ numbers: [NUMBER] });
  const teams = await createTeamsStandIn(TEAMS);
  const people = peopleOf(standIn);
  for (const [index, { name }] of people.entries())
    graph.person({ name, waId: `3460000000${index}`, userId: `ES.70000000000${index}` });
  for (const [index, { name }] of people.entries()) teams.person({ name, locale: contacts[index]?.language ?? 'en' });
  const parts = {
    standIn,
    bot: BOT,
    people,
    office: office.name,
    agent: agent.email,
    inviteCode: access.inviteCode,
    contactOf: (address: string) => contactOf(bare, address),
    mails: () => mailsOf(bare),
  };
  return {
    channels: {
      telegram: { is: 'polling', token: TOKEN, apiRoot: standIn.root },
      whatsapp: { is: 'cloud', ...NUMBER, apiRoot: graph.root },
      teams: {
        is: 'on',
        ...TEAMS,
        openIdUrl: teams.openIdUrl,
        loginUrl: teams.loginUrl,
        issuer: teams.issuer,
        serviceHosts: [teams.host],
      },
    },
    egressAllow: egressTargets(teams.host),
    people: () => peopleOfOffice(bare),
    mount: async (server) => {
      await mountPlayground(server, parts);
      const placeOf = (person: string) => people.findIndex(({ id }) => String(id) === person);
      await server.register(whatsAppRoutes, { graph, placeOf, inviteCode: access.inviteCode });
      await server.register(teamsRoutes, { teams, placeOf, inviteCode: access.inviteCode });
      if (!('company' in access)) return;
      const demo = await loadDemo(server, bare, access);
      await judge(bare, access.company, demo);
      await showAll(bare, access.company);
      await signIn(standIn, bare, access.inviteCode);
    },
    media: withSketches(bare.media, (company, file) => keepDrawn(bare, company, file)),
    listening: async (url) => {
      await graph.webhook(NUMBER.phoneNumberId, `${url}/webhooks/whatsapp`);
      teams.hook(`${url}/api/messages`);
      if (known) return;
      await signInOnWhatsApp(graph, bare, access.inviteCode);
      await signInOnTeams(teams, bare, access.inviteCode);
    },
    close: async () => {
      await Promise.all([standIn.close(), graph.close(), teams.close()]);
    },
  };
}

async function makeOffice({ companies }: BareProduct, adminEmail: string) {
  const { slug, name, timeZone, currency } = office;
  const made = await createCompany(companies, { slug, name, adminEmail, timeZone, currency });
  return { apiKey: made.api_key, inviteCode: made.invite_code, company: made.company_id, adminId: made.admin.id };
}

/** What is known of a file of its record: it is another one since it was drawn. */
const keepDrawn = ({ database }: BareProduct, company: CompanyId, { id, size, sha256 }: NewMedia) =>
  database.transaction(company, async ({ write }) =>
    write('update media set size = $2, sha256 = $3 where id = $1', [id, size, sha256]),
  );

const peopleOf = (standIn: TelegramStandIn) => {
  const known = contacts.map(({ firstName, lastName, language }) => ({ firstName, lastName, languageCode: language }));
  return [...known, { firstName: 'Somebody new', lastName: '', languageCode: 'en' }].map((given, index) => {
    const person = standIn.person({ ...given, id: FIRST_PERSON + index });
    person.turnsTo(BOT);
    return { id: person.id, name: `${given.firstName} ${given.lastName}`.trim() };
  });
};

/** Whoever looks at the desk for the first time sees what all clients of the office do. */
const showAll = ({ store }: BareProduct, company: CompanyId) =>
  store.transaction(company, async ({ records }) => {
    const { items } = await records.users.list({}, { limit: 50, before: null });
    for (const { id } of items) await records.users.setLook(id, { whose: 'office' });
  });

/** The verdicts that the demo's clients gave before, each by the use case that gives it in the chat. */
async function judge({ store, clock }: BareProduct, company: CompanyId, demo: LoadedDemo): Promise<void> {
  for (const deal of deals) {
    const [key = ''] = deal.contacts;
    const contact = contacts.find((each) => each.key === key);
    const id = demo.contacts.get(key);
    if (!contact || !id) continue;
    const name = `${contact.firstName} ${contact.lastName}`;
    const by = byClient({ contact: id as ContactId, name }, 'telegram');
    for (const { property, lane, rejectReasons = [], rejectText, favourite } of deal.properties) {
      const offer = demo.offers.get(`${deal.name}/${property}`) as OfferId;
      await store.transaction(company, async (kept) => {
        const needs = { ...kept, clock };
        if (lane === 'pending') await openProperty(needs, by, offer);
        if (lane === 'interested') await giveVerdict(needs, by, offer, { status: 'interested' });
        if (lane === 'rejected')
          await giveVerdict(needs, by, offer, {
            status: 'rejected',
            reasons: rejectReasons,
            ...(rejectText ? { words: rejectText } : {}),
          });
        if (favourite) await markFavourite(kept, by, offer, true);
      });
    }
  }
}

/** The first client is signed in by the conversation itself: the link, her e-mail, the code from the kept mail. */
async function signIn(standIn: TelegramStandIn, bare: BareProduct, inviteCode: string): Promise<void> {
  const [first] = contacts;
  if (!first) return;
  const person = standIn.who(FIRST_PERSON);
  const chat = standIn.chat(BOT, FIRST_PERSON);
  const answered = (after: number) => chat.waitForMessage(undefined, { after, timeoutMs: 30_000 });
  await answered(person.opens(BOT, inviteCode));
  await answered(person.writes(first.email));
  const [mail] = await mailsOf(bare);
  const code = /\b\d{6}\b/.exec(mail?.text ?? '')?.[0];
  if (code) await answered(person.writes(code));
}

/** The same on WhatsApp: one account, a chat on each. */
async function signInOnWhatsApp(graph: GraphStandIn, bare: BareProduct, inviteCode: string): Promise<void> {
  const [first] = contacts;
  const [person] = graph.people;
  if (!first || !person) return;
  const answered = async (says: string) => {
    const before = person.chat().messages().length + 1;
    person.writes(says);
    await graph.until(() => person.chat().messages().length > before);
  };
  await answered(`START ${inviteCode}`);
  await answered(first.email);
  const [mail] = await mailsOf(bare);
  await answered(/\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '');
}

/** And in Teams. */
async function signInOnTeams(teams: TeamsStandIn, bare: BareProduct, inviteCode: string): Promise<void> {
  const [first] = contacts;
  const [person] = teams.people;
  if (!first || !person) return;
  const answered = async (says: string) => {
    const before = person.messages().length + 1;
    const answer = new Promise<void>((resolve) => {
      const stop = teams.onChange(() => {
        if (person.messages().length <= before) return;
        stop();
        resolve();
      });
    });
    await person.writes(says);
    await answer;
  };
  await answered(`START ${inviteCode}`);
  await answered(first.email);
  const [mail] = await mailsOf(bare);
  await answered(/\b\d{6}\b/.exec(mail?.text ?? '')?.[0] ?? '');
}

const peopleOfOffice = async ({ companies, store }: BareProduct): Promise<readonly DemoPerson[]> => {
  const company = (await companies.find(office.slug))?.id;
  if (!company) return [];
  const { items } = await store.transaction(company, ({ records }) =>
    records.users.list({}, { limit: 50, before: null }),
  );
  const known = items.filter(({ email }) => users.some((user) => user.email === email));
  return known.toReversed().map(({ id, email, name, role }) => ({ company, id, email, name, role }));
};

const mailsOf = ({ database }: BareProduct) =>
  database.systemScope(({ rows }) =>
    rows<{ recipient: string; subject: string; text: string }>(
      'select recipient, subject, text from mails order by seq desc limit 50',
    ),
  );

const contactOf = ({ database }: BareProduct, address: string): Promise<string | undefined> =>
  database.systemScope(async ({ rows }) => {
    const [found] = await rows<{ contact_id: string }>(
      'select p.contact_id from chats c join portal_users p on p.id = c.portal_user_id where c.address = $1',
      [address],
    );
    return found?.contact_id;
  });
