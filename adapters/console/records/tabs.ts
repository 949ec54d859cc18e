import { type Html, html } from '#adapters/console/html.ts';

export type Tab = { readonly to: string; readonly label: string; readonly count?: number; readonly isCurrent: boolean };

/** Pages of one record; each has its own address. */
export const tabs = (name: string, all: readonly Tab[]): Html =>
  html`<nav class="tabs" aria-label="${name}">${all.map(
    ({ to, label, count, isCurrent }) =>
      html`<a href="${to}"${isCurrent && html` aria-current="page"`}>${label}${count !== undefined && count > 0 && html` <span class="count">${count}</span>`}</a>`,
  )}</nav>`;

/** One of several views of the same list, as links. */
export const segments = (name: string, all: readonly Omit<Tab, 'count'>[]): Html =>
  html`<nav class="seg" aria-label="${name}">${all.map(
    ({ to, label, isCurrent }) => html`<a href="${to}"${isCurrent && html` aria-current="true"`}>${label}</a>`,
  )}</nav>`;

/** An address with these values asked for; what is empty is left out. */
export function withQuery(path: string, values: Readonly<Record<string, string | number | undefined>>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') asked.set(name, String(value));
  return asked.size > 0 ? `${path}?${asked}` : path;
}
