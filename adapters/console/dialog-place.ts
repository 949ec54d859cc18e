import { html } from './html.ts';

/** The empty dialog of every page; `opensDialog` fills it. */
export const dialogPlace = html`<dialog class="pop dialog" id="dialog" aria-labelledby="dialog-title"></dialog>`;
