import type { ContactId } from '#core/ids.ts';
import type { People } from '#core/people.ts';
import type { PortNeeds } from './port-needs.ts';

const ON = 'select contact_id as id from deal_contacts where deal_id = $1 order by position';

export const createPeople = ({ tx }: PortNeeds): People => ({
  on: async (deal) => (await tx.rows<{ id: ContactId }>(ON, [deal])).map(({ id }) => id),
});
