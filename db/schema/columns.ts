import type { CompanyId } from '#core/ids.ts';
import { bigint, customType, sql, text, timestamp, uuid } from '#db/drizzle.ts';

/** Every row of every table belongs to exactly one company; row-level security reads this column. */
export const companyId = () => ref<CompanyId>('company_id').notNull();
export const id = <Of extends string = string>() => uuid('id').primaryKey().$type<Of>();
/** The id of another row, of its kind. */
export const ref = <Of extends string>(name: string) => uuid(name).$type<Of>();
/** Order of arrival. Lists and queues go by it: `now()` repeats within a millisecond. */
export const seq = () => bigint('seq', { mode: 'number' }).notNull().generatedAlwaysAsIdentity();
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const createdAt = () => at('created_at').notNull().defaultNow();
/** Exact bytes: text and jsonb refuse U+0000, jsonb lone surrogates too. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
/** Another column in lower case, kept by the database. */
export const searchKey = (name: string, of: string) =>
  text(name)
    .notNull()
    .generatedAlwaysAs(sql.raw(`lower(${of})`));
