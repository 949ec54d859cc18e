/**
 * The SET list of an update: `a = $2, b = $3`, for those columns that have a value (null is one). The values go behind
 * those that are there already. Undefined where there is nothing to set.
 */
export function assignments(values: unknown[], columns: Readonly<Record<string, unknown>>): string | undefined {
  const set = Object.entries(columns).filter(([, value]) => value !== undefined);
  if (set.length === 0) return undefined;
  return set.map(([column, value]) => `${column} = $${values.push(value)}`).join(', ');
}
