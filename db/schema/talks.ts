import type { ContactId, UserId } from '#core/ids.ts';
import { index, pgTable, text, unique } from '#db/drizzle.ts';
import { at, companyId, id, ref } from './columns.ts';
import { contacts } from './crm.ts';
import { companies, users } from './office.ts';

const userId = () =>
  ref<UserId>('user_id')
    .notNull()
    .references(() => users.id);
const contactId = () =>
  ref<ContactId>('contact_id')
    .notNull()
    .references(() => contacts.id);

/** What somebody of the office began to write to a client. */
export const drafts = pgTable(
  'drafts',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: userId(),
    contactId: contactId(),
    text: text('text').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (table) => [
    unique('drafts_pair').on(table.userId, table.contactId),
    index('drafts_contact').on(table.contactId),
    index('drafts_age').on(table.savedAt),
  ],
);

/** Who of the office has a client's talk open. */
export const onlookers = pgTable(
  'onlookers',
  {
    id: id(),
    companyId: companyId().references(() => companies.id),
    userId: userId(),
    contactId: contactId(),
    lookedAt: at('looked_at').notNull(),
    /** When they last typed; null where they did not. */
    wroteAt: at('wrote_at'),
  },
  (table) => [
    unique('onlookers_pair').on(table.userId, table.contactId),
    index('onlookers_contact').on(table.contactId, table.lookedAt),
  ],
);
