import type { ContactId } from '#core/ids.ts';
import type { Agent } from './agent.ts';
import type { CrmKept } from './crm-kept.ts';

export type Exported =
  | { readonly was: 'exported'; readonly all: Readonly<Record<string, unknown>> }
  | { readonly was: 'missing' };

type Needs = Pick<CrmKept, 'erasure' | 'timeline'>;

/** All that is kept about a contact, in the shape of the API (rule 26). That it was asked for stays on their timeline. */
export async function exportContact({ erasure, timeline }: Needs, agent: Agent, contact: ContactId): Promise<Exported> {
  const all = await erasure.exportOf(contact);
  if (!all) return { was: 'missing' };
  await timeline.add(agent, { type: 'data_exported', contact, title: 'Exported all data' });
  return { was: 'exported', all };
}
