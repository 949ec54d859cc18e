import type { ContactId } from '#core/ids.ts';
import type { People } from '#core/people.ts';
import type { Held } from './held.ts';

const ON = 'select contact_id as id from deal_contacts where deal_id = $1 order by position';

export const createPeople = ({ tx }: Held): People => ({
  on: async (deal) => (await tx.rows<{ id: ContactId }>(ON, [deal])).map(({ id }) => id),
});
