import type { MediaId, PropertyId } from '#core/ids.ts';
import type { CrmKept } from './crm-kept.ts';
import type { PropertyRecord } from './record.ts';

type Needs = Pick<CrmKept, 'records'>;

export type PhotoChange = {
  /** What it shows; null: nothing is said. */
  readonly title?: string | null;
  /** From 0, the one that clients see first; beyond the end: the last. */
  readonly place?: number;
};
export type PhotoKept = { readonly was: 'changed'; readonly property: PropertyRecord } | { readonly was: 'missing' };

/** Names a photo of a listing, or gives it another place among the others. */
export async function changePhoto(
  { records }: Needs,
  property: PropertyId,
  photo: MediaId,
  { title, place }: PhotoChange,
): Promise<PhotoKept> {
  const before = await records.properties.take(property);
  if (!before?.files.some(({ id }) => id === photo)) return { was: 'missing' };
  if (title !== undefined) await records.properties.nameFile(property, photo, title);
  if (place !== undefined) {
    const others = before.files.map(({ id }) => id).filter((id) => id !== photo);
    await records.properties.orderFiles(property, others.toSpliced(place, 0, photo));
  }
  return changed({ records }, property);
}

/** Takes a photo out of a listing. Its bytes go with the next clearing up. */
export async function removePhoto({ records }: Needs, property: PropertyId, photo: MediaId): Promise<PhotoKept> {
  const before = await records.properties.take(property);
  if (!before?.files.some(({ id }) => id === photo)) return { was: 'missing' };
  await records.properties.dropFile(property, photo);
  return changed({ records }, property);
}

async function changed({ records }: Needs, id: PropertyId): Promise<PhotoKept> {
  const property = await records.properties.find(id);
  return property ? { was: 'changed', property } : { was: 'missing' };
}
