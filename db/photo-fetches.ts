import type { DuePhoto, PhotoFetches } from '#core/imports/photo-fetches.ts';
import type { Database } from './database.ts';
import { once } from './once.ts';

const CLAIM = `
  with due as (
    select id from photo_fetches where state = 'queued' and due_at <= now() order by due_at, seq limit $1
    for update skip locked
  )
  update photo_fetches f set attempts = f.attempts + 1, due_at = now() + $2::float8 * interval '1 second'
  from due where due.id = f.id
  returning f.id, f.company_id as company, f.property_id as property, f.url, f.attempts`;
const AGAIN = `
  update photo_fetches set error = $2, due_at = now() + $3::float8 * interval '1 second' where id = $1`;
const FAILED = "update photo_fetches set error = $2, state = 'failed' where id = $1";
/** By the place that the newest import gave it. */
const KEEP = `
  with wanted as (delete from photo_fetches where id = $1 returning property_id, company_id, url, sort)
  insert into media (id, company_id, owner_kind, owner_id, mime, width, height, size, sha256, sort, source_url)
  select $2, company_id, 'property', property_id, $3, $4, $5, $6, $7, sort, url from wanted returning id`;

export function createPhotoFetches({ systemScope, transaction }: Database): PhotoFetches {
  return {
    claim: (limit, leaseSeconds) => once<DuePhoto>(systemScope, CLAIM, [limit, leaseSeconds]),
    async settle(fetch, settled) {
      if (settled.was === 'again') await once(systemScope, AGAIN, [fetch, settled.why, settled.afterSeconds]);
      else await once(systemScope, FAILED, [fetch, settled.why]);
    },
    async keep({ id, company }, file) {
      const values = [id, file.id, file.mime, file.width ?? null, file.height ?? null, file.size, file.sha256];
      return (await transaction(company, (tx) => tx.rows(KEEP, values))).length > 0;
    },
  };
}
