import type { FastifyReply } from 'fastify';
import type { Asked, DeedRoute, DoorNeeds, Outcome } from '#adapters/console/door.ts';
import { CARRIED, type Form } from '#adapters/console/form.ts';
import { sha256 } from '#adapters/hashes.ts';
import { answerOnce } from '#core/crm/answer-once.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import { isId } from '#core/ids.ts';
import type { Visitor } from '#core/sessions/visitor.ts';
import { sayTo, type Visits } from './visits.ts';

/** What a deed threw to take back all that it had done. */
class TakenBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('a form was not taken');
    this.outcome = outcome;
  }
}

/** As it is kept for a form that comes again. */
type Kept = { readonly status: number; readonly is: 'done' | 'refused'; readonly said: string; readonly to: string };

/** Does what a form asks for in one transaction, once however often the form comes, or takes all of it back. */
export function createCarryOut(needs: DoorNeeds, { visitIn }: Visits) {
  const { store } = needs;
  return carryOut;

  async function carryOut(
    route: DeedRoute,
    visitor: Visitor,
    form: Form,
    path: string,
    asked: Asked & { readonly reply: FastifyReply },
    address: string,
  ): Promise<Outcome> {
    let afterwards: (() => Promise<void>) | undefined;
    const work = async (kept: CrmKept): Promise<Outcome> => {
      const outcome = await route.work(visitIn(visitor, path, kept), form, asked);
      // Nothing of what was not taken stays behind.
      if ((outcome.is === 'refused' || outcome.is === 'again') && !outcome.isKept) throw new TakenBack(outcome);
      afterwards = outcome.is === 'done' ? outcome.afterwards : undefined;
      return outcome;
    };
    const outcome = await committed(route, visitor, form, address, work);
    if (outcome.is === 'done') await afterwards?.();
    return outcome;
  }

  async function committed(
    route: DeedRoute,
    visitor: Visitor,
    form: Form,
    address: string,
    work: (kept: CrmKept) => Promise<Outcome>,
  ): Promise<Outcome> {
    const key = form.text(CARRIED.once);
    try {
      if (route.once === false || !isId(key)) return await store.transaction(visitor.company.id, work);
      const request = { route: `POST ${address}`, key, bodyHash: sha256(`${visitor.user.id} ${form.same}`) };
      const done = await answerOnce(needs, visitor.company.id, request, {
        answer: async (kept) => keptOf(await work(kept)),
        refused: () => undefined,
      });
      if (done.was !== 'answered') return { is: 'done', said: sayTo(visitor)('frame.underWay') };
      const { said, to } = done.answer;
      return { is: 'done', ...(said ? { said } : {}), ...(to ? { to } : {}) };
    } catch (error) {
      if (error instanceof TakenBack) return error.outcome;
      throw error;
    }
  }
}

function keptOf(outcome: Outcome): Kept {
  const { said = '', to = '' } = outcome.is === 'done' ? outcome : {};
  return { status: 200, is: 'done', said, to };
}
