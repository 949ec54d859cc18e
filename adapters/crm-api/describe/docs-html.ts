const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Words as they stand in HTML. */
export const escaped = (plain: string): string => plain.replaceAll(/[&<>"]/g, (each) => ENTITIES[each] ?? each);

/** A sentence of a description: what stands between backticks is code, an address of ours a link. */
export const prose = (plain: string): string => escaped(plain).replaceAll(/`([^`]+)`/g, '<code>$1</code>');

/** A sentence by itself, as descriptions that begin in the middle of one do not stand. */
export function sentence(plain: string): string {
  const begun = plain.replace(/^[a-z]/, (first) => first.toUpperCase());
  return prose(/[.!?]$/.test(begun) || begun === '' ? begun : `${begun}.`);
}

/** What a place of the page is called in its address. */
export const anchorOf = (...parts: readonly string[]): string =>
  parts
    .join(' ')
    .toLowerCase()
    .replace('/api/v1', '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** An example, folded away until it is asked for. */
export const exampleBlock = (title: string, example: unknown): string =>
  example === undefined
    ? ''
    : `<details><summary>${escaped(title)}</summary><pre><code>${escaped(JSON.stringify(example, null, 2))}</code></pre></details>`;
