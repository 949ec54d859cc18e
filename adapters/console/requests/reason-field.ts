import type { Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { MOST_REASON } from './reason.ts';

/** The words that a client reads of why; what is wrong with them is read out with the box. */
export const reasonField = ({ say }: Visit, name: string, reason: string, wrong?: string): Html =>
  html`<div class="field"><label class="label" for="reason">${say('request.reasonLabel')}</label>
<textarea class="input" id="reason" name="reason" rows="3" maxlength="${MOST_REASON}" aria-describedby="reason-hint${wrong && ' reason-wrong'}"${wrong && html` aria-invalid="true"`} required>${reason}</textarea>
<small id="reason-hint">${say('request.reasonHint', { name })}</small>
${wrong && html`<p class="error" id="reason-wrong">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}</div>`;
