import type { Tasks } from '#core/delivery/tasks.ts';
import type { CompanyId } from '#core/ids.ts';
import { readTask } from '#core/turns/stored.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

const CLAIM = `
  with due as (
    select id from tasks where done_at is null and due_at <= $1 order by due_at, seq limit $2
    for update skip locked
  )
  update tasks t set attempts = t.attempts + 1, due_at = $1::timestamptz + $3::float8 * interval '1 second'
  from due where due.id = t.id
  returning t.id, t.company_id, t.task, t.attempts`;

export function createTasks({ systemScope }: Database): Tasks {
  return {
    async claim(now, limit, leaseSeconds) {
      const rows = await once<TaskRow>(systemScope, CLAIM, [now, limit, leaseSeconds]);
      return rows.map(({ id, company_id, task, attempts }) => ({
        id,
        company: company_id,
        task: readTask(task),
        attempts,
      }));
    },
    async done(task) {
      await once(systemScope, 'update tasks set done_at = now(), error = null where id = $1', [task]);
    },
    async again(task, at, why) {
      await once(systemScope, 'update tasks set due_at = $2, error = $3 where id = $1', [task, at, why]);
    },
  };
}

type TaskRow = { id: string; company_id: CompanyId; task: unknown; attempts: number };
