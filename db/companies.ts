import type { CompanyId, NewId, UserId } from '#core/ids.ts';
import type { Database, Db } from './database.ts';
import { and, asc, eq, sql } from './drizzle.ts';
import { apiKeys, companies, users } from './schema/office.ts';
import { audit } from './schema/sessions.ts';

type NewCompany = Pick<
  typeof companies.$inferInsert,
  'slug' | 'name' | 'timeZone' | 'currency' | 'rejectReasons' | 'quietHours' | 'offerBundleTimes' | 'inviteCode'
>;
type NewAdmin = { readonly name: string; readonly email: string; readonly passwordHash: string };

/** The companies themselves, for those who run the server (system scope). */
export type Companies = {
  /** A company with its first Admin and that Admin's API key; undefined where the slug is taken. */
  add(
    company: NewCompany,
    admin: NewAdmin,
    apiKeyHash: string,
  ): Promise<{ readonly id: CompanyId; readonly admin: UserId } | undefined>;
  /** A key that acts as an active user of a company; undefined where there is no such user. */
  addApiKey(slug: string, email: string, hash: string): Promise<UserId | undefined>;
  /** The one with this slug, or the first made. */
  find(slug: string | undefined): Promise<FoundCompany | undefined>;
  /** Whom to tell what concerns the whole office: its first active Admin. */
  officeOf(company: CompanyId): Promise<Office | undefined>;
  count(): Promise<number>;
  /** What stands above a page before it is known whose it is: the office with this slug, or the only one; else the product. */
  nameAbove(slug: string | undefined): Promise<{ readonly name: string; readonly language: string | null }>;
};
/** `language`: what the Admin reads, as it was given. */
type Office = { readonly name: string; readonly email: string; readonly language: string | null };
type FoundCompany = { readonly id: CompanyId; readonly slug: string; readonly inviteCode: string };

const PRODUCT = 'Tesoro Chat';

type NewKey = { readonly company: CompanyId; readonly user: UserId; readonly name: string; readonly hash: string };

export function createCompanies(database: Database, newId: NewId): Companies {
  const addKey = async (db: Db, { company, user, name, hash }: NewKey) => {
    const id = newId<'api key'>();
    await db.insert(apiKeys).values({ id, companyId: company, userId: user, name, hash });
    const line = { id: newId(), companyId: company, userId: null, what: 'key_made', about: id } as const;
    await db.insert(audit).values({ ...line, at: sql`now()` });
  };
  return {
    add: (company, admin, hash) =>
      database.systemScope(async ({ db }) => {
        const [made] = await db
          .insert(companies)
          .values({ id: newId<'company'>(), ...company })
          .onConflictDoNothing({ target: companies.slug })
          .returning({ id: companies.id });
        if (!made) return undefined;
        const user = newId<'user'>();
        await db.insert(users).values({ id: user, companyId: made.id, role: 'Admin', ...admin });
        await addKey(db, { company: made.id as CompanyId, user, name: 'first', hash });
        return { id: made.id as CompanyId, admin: user };
      }),
    addApiKey: (slug, email, hash) =>
      database.systemScope(async ({ db }) => {
        const [user] = await db
          .select({ id: users.id, company: users.companyId })
          .from(users)
          .innerJoin(companies, eq(companies.id, users.companyId))
          .where(
            sql`${companies.slug} = ${slug} and lower(${users.email}) = lower(${email}) and ${users.status} = 'Active'`,
          );
        if (!user) return undefined;
        await addKey(db, { company: user.company as CompanyId, user: user.id as UserId, name: 'admin', hash });
        return user.id as UserId;
      }),
    find: (slug) =>
      database.systemScope(async ({ db }) => {
        const [found] = await db
          .select({ id: companies.id, slug: companies.slug, inviteCode: companies.inviteCode })
          .from(companies)
          .where(slug === undefined ? undefined : eq(companies.slug, slug))
          .orderBy(asc(companies.seq))
          .limit(1);
        return found && { ...found, id: found.id as CompanyId };
      }),
    officeOf: (company) =>
      database.systemScope(async ({ db }) => {
        const [found] = await db
          .select({ name: companies.name, email: users.email, language: users.language })
          .from(users)
          .innerJoin(companies, eq(companies.id, users.companyId))
          .where(and(eq(users.companyId, company), eq(users.role, 'Admin'), eq(users.status, 'Active')))
          .orderBy(asc(users.seq))
          .limit(1);
        return found;
      }),
    nameAbove: (slug) =>
      database.systemScope(async ({ db }) => {
        const found = await db
          .select({ name: companies.name, language: companies.defaultLanguage })
          .from(companies)
          .where(slug === undefined ? undefined : eq(companies.slug, slug))
          .limit(2);
        return found.length === 1 && found[0] ? found[0] : { name: PRODUCT, language: null };
      }),
    count: () =>
      database.systemScope(async ({ rows }) => {
        const [found] = await rows<{ count: number | string }>('select count(*) as count from companies');
        return Number(found?.count ?? 0);
      }),
  };
}
