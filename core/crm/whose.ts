import type { ContactId } from '#core/ids.ts';
import type { People } from '#core/people.ts';
import type { Viewing } from '#core/viewings/viewing.ts';

/** On whose timelines the office's lines about a viewing stand: that of whoever asked for it, or where they were erased since, of all that are left on the deal. */
export const whose = async (
  { people }: { readonly people: People },
  { contact, deal }: Pick<Viewing, 'contact' | 'deal'>,
): Promise<readonly ContactId[]> => (contact ? [contact] : people.on(deal));
