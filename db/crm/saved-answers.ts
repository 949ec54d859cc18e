import type { SavedAnswer, SavedAnswers } from '#core/crm/saved-answers.ts';
import type { SavedAnswerId, UserId } from '#core/ids.ts';
import { and, asc, eq, isNull, or } from '#db/drizzle.ts';
import type { PortNeeds } from '#db/port-needs.ts';
import { savedAnswers } from '#db/schema/schema.ts';
import { there } from './there.ts';

type Row = typeof savedAnswers.$inferSelect;
const answerOf = ({ id, userId, title, texts, forWords }: Row): SavedAnswer => ({
  id,
  user: userId,
  title,
  texts,
  forWords,
});

export function createSavedAnswers({ tx, newId }: PortNeeds): SavedAnswers {
  const { db } = tx;
  const own = eq(savedAnswers.companyId, tx.company);
  const seen = (user: UserId) => and(own, or(isNull(savedAnswers.userId), eq(savedAnswers.userId, user)));
  const byId = (id: SavedAnswerId) => and(own, eq(savedAnswers.id, id));

  return {
    async seenBy(user) {
      const rows = await db.select().from(savedAnswers).where(seen(user)).orderBy(asc(savedAnswers.seq));
      return rows.map(answerOf);
    },

    async take(id, user) {
      const [row] = await db
        .select()
        .from(savedAnswers)
        .where(and(seen(user), byId(id)))
        .for('no key update');
      return row && answerOf(row);
    },

    async add({ user, title, texts, forWords }) {
      const row = {
        ...{ id: newId<'saved answer'>(), companyId: tx.company, userId: user },
        ...{ title, texts, forWords: [...forWords] },
      };
      tx.nudge('settings', 'waits');
      return answerOf(there(await db.insert(savedAnswers).values(row).returning()));
    },

    async change(id, { user, title, texts, forWords }) {
      tx.nudge('settings', 'waits');
      await db
        .update(savedAnswers)
        .set({
          ...(user === undefined ? {} : { userId: user }),
          ...(title === undefined ? {} : { title }),
          ...(texts === undefined ? {} : { texts }),
          ...(forWords === undefined ? {} : { forWords: [...forWords] }),
        })
        .where(byId(id));
    },

    async remove(id) {
      tx.nudge('settings', 'waits');
      await db.delete(savedAnswers).where(byId(id));
    },
  };
}
