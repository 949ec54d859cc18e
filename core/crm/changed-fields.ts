/** What the fields that a change alters were before; undefined where it alters none. */
export function changedFields<Kind extends object>(before: Kind, after: Kind): Record<string, unknown> | undefined {
  const was = new Map(Object.entries(before));
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(was.get(name)) !== JSON.stringify(value),
  );
  if (changed.length === 0) return undefined;
  return Object.fromEntries(changed.map(([name]) => [name, was.get(name)]));
}
