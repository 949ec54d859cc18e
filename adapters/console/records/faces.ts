import { type Html, html } from '#adapters/console/html.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { initials } from '#adapters/console/parts.ts';
import type { MediaId } from '#core/ids.ts';

/** A person's photo, or the first letters of their name; it stands beside the name and is not read out. */
export const face = (
  { name, photo }: { readonly name: string; readonly photo: MediaId | null },
  size: '' | 's' | 'l' = 's',
): Html =>
  html`<span class="avatar ${size}" aria-hidden="true">${photo ? html`<img src="${mediaPath(photo, 'thumb')}" alt="" loading="lazy">` : initials(name)}</span>`;

/** The name by which somebody is spoken of: the first of it. */
export const shortName = (name: string): string => name.split(/\s+/)[0] ?? name;
