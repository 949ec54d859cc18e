import type { Asked, DeedRoute, Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { contactIn } from './contact-in.ts';

type Work = (visit: Visit, contact: ContactRecord, form: Form, asked: Asked) => Promise<Outcome>;

/** Something that a form of an open talk does, below the talk's own address. */
export function talkDeed(door: Door, name: string, work: Work, more: Pick<DeedRoute, 'once' | 'byItself'> = {}): void {
  door.deed({
    path: `/messages/:id/${name}`,
    deed: 'writeToClients',
    ...more,
    async work(visit, form, asked) {
      const contact = await contactIn(visit, asked);
      return contact ? work(visit, contact, form, asked) : { is: 'refused', refusal: noSuch('contact') };
    },
  });
}
