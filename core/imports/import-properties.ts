import type { Clock } from '#core/clock.ts';
import type { Agent } from '#core/crm/agent.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import type { CrmKept } from '#core/crm/crm-kept.ts';
import type { CompanyId, PropertyId } from '#core/ids.ts';
import { isSameValue } from '#core/same-value.ts';
import type { Store } from '#core/store.ts';
import { BrokenFeed, type Feed, type FeedHome, type FeedItem } from './feed.ts';
import type { ImportId, ImportRecord, ImportRefusal, ImportReport } from './imports.ts';

type Needs = { readonly store: Store<CrmKept>; readonly clock: Clock };

export type Imported =
  | { readonly was: 'imported'; readonly record: ImportRecord }
  /** Another import of the company is under way. */
  | { readonly was: 'busy' };

/** Homes of one transaction: nobody waits for it long, and a kill loses only what the next import does anyway. */
const AT_ONCE = 50;
const MOST_REFUSALS = 1000;
/** An import that was not heard of for so long was killed. */
export const QUIET_SECONDS = 120;
/** A feed that lost more than half of what it had is more likely cut than true; below so many homes it may be true. */
const FEW = 10;
const MOST_CLOSED = 0.5;

/**
 * Takes the listings of a feed: new ones are added, known ones changed where they differ, and those that an earlier import
 * brought and this feed no longer has are taken off the market. A trial only says what it would do. What can't be taken is
 * reported with its line and stops nothing. Done again, it changes nothing.
 */
export async function importProperties(
  { store, clock }: Needs,
  company: CompanyId,
  by: Agent,
  feed: Feed,
  isTrial: boolean,
): Promise<Imported> {
  const id = await store.transaction(company, (kept) => beginImport(kept, by, isTrial));
  if (!id) return { was: 'busy' };
  return { was: 'imported', record: await takeFeed({ store, clock }, company, id, feed, isTrial) };
}

/** The first half: nobody else's import begins until this one ends. Undefined where another one is under way. */
export const beginImport = (
  { imports }: Pick<CrmKept, 'imports'>,
  by: Agent,
  isTrial: boolean,
): Promise<ImportId | undefined> => imports.begin(by.id, isTrial, QUIET_SECONDS);

/** The second half, for who waits for the end elsewhere: how far it came is read from its record meanwhile. */
export async function takeFeed(
  { store, clock }: Needs,
  company: CompanyId,
  id: ImportId,
  feed: Feed,
  isTrial: boolean,
): Promise<ImportRecord> {
  const run: Run = { id, isTrial, seen: new Map(), report: NOTHING };
  let state: 'done' | 'broken' = 'done';
  try {
    for await (const batch of inBatches(feed))
      run.report = await store.transaction(company, (kept) => takeSome({ ...kept, clock }, run, batch));
    run.report = await closeMissing({ store, clock }, company, run);
  } catch (error) {
    if (!(error instanceof BrokenFeed)) throw error;
    state = 'broken';
    run.report = withRefusals(run.report, [
      { line: error.line, reference: null, field: 'feed', detail: error.message },
    ]);
  }
  const record = await store.transaction(company, async ({ imports }) => {
    await imports.end(id, state, run.report);
    return imports.find(id, QUIET_SECONDS);
  });
  if (!record) throw new Error('the import is gone');
  return record;
}

const NOTHING: ImportReport = {
  ...{ read: 0, added: 0, changed: 0, unchanged: 0, closed: 0, not_closed: 0, photos: 0, refused: 0 },
  refusals: [],
};

/** The last part of a broken feed is handed on before it is said that it is broken. */
async function* inBatches(feed: Feed): AsyncGenerator<readonly FeedItem[]> {
  let batch: FeedItem[] = [];
  try {
    for await (const item of feed) {
      batch.push(item);
      if (batch.length < AT_ONCE) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (batch.length > 0) yield batch;
    throw error;
  }
  if (batch.length > 0) yield batch;
}

/** A home as the feed has it, with what the office adds. */
type Fields = FeedHome & { readonly currency: string };
/** An import as far as it came. */
type Run = {
  readonly id: ImportId;
  readonly isTrial: boolean;
  /** The references that were read, each with its line. */
  readonly seen: Map<string, number>;
  report: ImportReport;
};

async function takeSome(
  kept: CrmKept & Pick<Needs, 'clock'>,
  { id, isTrial, seen, report }: Run,
  batch: readonly FeedItem[],
): Promise<ImportReport> {
  const homes = batch.filter((item) => item.is === 'home');
  const { currency } = await kept.records.company.get();
  const count = { added: 0, changed: 0, unchanged: 0, photos: 0 };
  const there = await kept.imports.withReferences(homes.map(({ home }) => home.reference));
  const put: { property: PropertyId; urls: readonly string[] }[] = [];
  const refusals = batch.flatMap(refusalsOf);
  for (const { line, home, photos } of homes) {
    const { reference } = home;
    const first = seen.get(reference);
    if (first !== undefined) {
      refusals.push({ line, reference, field: 'ref', detail: `stands in the feed twice, first on line ${first}` });
      continue;
    }
    seen.set(reference, line);
    const found = there.get(reference);
    const fields = { ...home, status: statusFor(home, found), currency: home.currency ?? currency };
    const outcome = found ? (hasAll(found, fields) ? 'unchanged' : 'changed') : 'added';
    count[outcome] += 1;
    if (isTrial) continue;
    put.push({ property: await keep(kept, found?.id, fields, outcome), urls: photos });
  }
  if (put.length > 0) {
    await kept.imports.mark(
      put.map(({ property }) => property),
      id,
    );
    count.photos = await kept.imports.photos(put);
  }
  const counted = {
    ...report,
    read: report.read + batch.length,
    added: report.added + count.added,
    changed: report.changed + count.changed,
    unchanged: report.unchanged + count.unchanged,
    photos: report.photos + count.photos,
    refused: report.refused + new Set(refusals.map(({ line }) => line)).size,
  };
  const next = withRefusals(
    counted,
    refusals.toSorted((one, other) => one.line - other.line),
  );
  await kept.imports.note(id, next);
  return next;
}

async function keep(
  kept: CrmKept & Pick<Needs, 'clock'>,
  id: PropertyId | undefined,
  fields: Fields,
  outcome: 'added' | 'changed' | 'unchanged',
): Promise<PropertyId> {
  if (!id) return (await kept.records.properties.add(fields)).id;
  if (outcome === 'changed') await changeProperty(kept, id, fields);
  return id;
}

/** Feeds know no reserved homes: what the office said of one stays, unless the feed says that it went. */
const statusFor = ({ status }: FeedHome, found: Pick<FeedHome, 'status'> | undefined): FeedHome['status'] =>
  status === 'active' && found?.status === 'reserved' ? 'reserved' : status;

const hasAll = (record: object, fields: Fields): boolean => {
  const is = new Map(Object.entries(record));
  return Object.entries(fields).every(([name, value]) => isSameValue(is.get(name), value));
};

const refusalsOf = (item: FeedItem): readonly ImportRefusal[] =>
  item.is === 'home'
    ? []
    : item.errors.map((error) => ({ line: item.line, reference: item.reference ?? null, ...error }));

const withRefusals = (report: ImportReport, more: readonly ImportRefusal[]): ImportReport => ({
  ...report,
  refusals: [...report.refusals, ...more].slice(0, MOST_REFUSALS),
});

async function closeMissing(
  { store, clock }: Needs,
  company: CompanyId,
  { id, isTrial, seen, report }: Run,
): Promise<ImportReport> {
  const read = isTrial ? [...seen.keys()] : [];
  const { missing, active } = await store.transaction(company, ({ imports }) => imports.leftOver(id, read));
  if (missing > FEW && missing > active * MOST_CLOSED) return { ...report, not_closed: missing };
  if (isTrial) return { ...report, closed: missing };
  let closed = 0;
  for (let some = AT_ONCE; some === AT_ONCE; ) {
    some = await store.transaction(company, async (kept) => {
      const properties = await kept.imports.someMissing(id, AT_ONCE);
      for (const property of properties) await changeProperty({ ...kept, clock }, property, { status: 'off_market' });
      await kept.imports.note(id, { ...report, closed: closed + properties.length });
      return properties.length;
    });
    closed += some;
  }
  return { ...report, closed };
}
