import { type Hole, type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';

/** A button that opens further ones above the page, where nothing that scrolls cuts them off; it needs no script. */
export const menu = ({
  id,
  name,
  body,
  className = 'btn icon plain',
  label,
  key,
}: {
  readonly id: string;
  readonly name: string;
  readonly body: Hole;
  readonly className?: string;
  /** Shown in the place of three dots. */
  readonly label?: Hole;
  /** The single key that opens it from its row (keys.js). */
  readonly key?: string;
}): Html =>
  html`<button type="button" class="${className}" popovertarget="${id}"${key !== undefined && html` data-key="${key}"`}${label === undefined && html` aria-label="${name}" title="${name}"`}>${label ?? icon('ellipsis')}</button><div class="drop" id="${id}" popover role="group" aria-label="${name}">${body}</div>`;
