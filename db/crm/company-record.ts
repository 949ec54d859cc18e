import type { Records } from '#core/crm/records.ts';
import { companyRecord } from '#db/api-records.ts';
import { and, eq } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { companies, media } from '#db/schema/schema.ts';
import { columnValues } from './column-values.ts';

export function createCompanyRecord({ tx }: PortNeeds): Records['company'] {
  const get = async () => {
    const [row] = await tx.db.select().from(companies).where(eq(companies.id, tx.company));
    if (!row) throw new Error('the company of this transaction is not there');
    return companyRecord(row);
  };
  return {
    get,
    async change(change) {
      tx.nudge('settings');
      const values = columnValues(change);
      if (Object.keys(values).length > 0) await tx.db.update(companies).set(values).where(eq(companies.id, tx.company));
      return get();
    },
    async setLogo(logo) {
      tx.nudge('settings');
      const company = tx.company;
      await tx.db
        .update(media)
        .set({ ownerKind: 'nothing' })
        .where(and(eq(media.companyId, company), eq(media.ownerKind, 'company'), eq(media.ownerId, company)));
      if (logo)
        await tx.db.insert(media).values({ ...logo, companyId: company, ownerKind: 'company', ownerId: company });
      await tx.db
        .update(companies)
        .set({ logo: logo?.id ?? null })
        .where(eq(companies.id, company));
    },
  };
}
