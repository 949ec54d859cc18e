import type { FileOwner, Files, StoredFile } from '#core/media.ts';
import type { PortNeeds } from './port-needs.ts';

const KEEP = `
  insert into media (id, company_id, owner_kind, owner_id, mime, sort, width, height, duration_seconds, size, sha256)
  values ($1, $2, $3, $4, $5, (select count(*) from media where owner_kind = $3 and owner_id = $4), $6, $7, $8, $9, $10)
  on conflict (id) do update set owner_kind = excluded.owner_kind, owner_id = excluded.owner_id, sort = excluded.sort`;

/** Notes whose the file is; one that was somebody's goes over. */
export async function keepFile(tx: PortNeeds['tx'], { kind, id: owner }: FileOwner, file: StoredFile): Promise<void> {
  const { id, mime, width, height, seconds, size, sha256 } = file;
  const sizes = [width ?? null, height ?? null, seconds ?? null, size, sha256];
  await tx.rows(KEEP, [id, tx.company, kind, owner, mime, ...sizes]);
}

export const createFiles = ({ tx }: PortNeeds): Files => ({ keep: (owner, file) => keepFile(tx, owner, file) });
