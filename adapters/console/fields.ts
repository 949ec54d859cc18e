import { type Hole, type Html, html } from './html.ts';
import { icon } from './icons.ts';
import { banner } from './parts.ts';
import type { Mistakes } from './read-fields.ts';
import type { Say } from './say.ts';

/** What every kind of field has. Its element's id is its name, or `id` where a page has several forms with it. */
type Named = {
  readonly name: string;
  readonly id?: string;
  readonly label: Hole;
  readonly hint?: Hole;
  readonly wrong?: string | undefined;
};
type Typed = Named & {
  readonly value?: string | number | null;
  readonly isNeeded?: boolean;
  readonly most?: number;
};

/** A line to type in. */
export const line = ({
  kind = 'text',
  inputmode,
  className = '',
  list,
  ...named
}: Typed & {
  readonly kind?: 'text' | 'email' | 'password' | 'url' | 'search' | 'time' | 'date';
  readonly inputmode?: 'numeric' | 'decimal';
  readonly className?: string;
  /** What may be chosen from, besides typing. */
  readonly list?: readonly { readonly value: string; readonly name: string }[];
}): Html => {
  const id = named.id ?? named.name;
  const secret = kind === 'password' && html` autocomplete="off"`;
  return framed(
    named,
    html`<input class="input ${className}" id="${id}" name="${named.name}" type="${kind}" value="${named.value ?? ''}"${secret}${inputmode && html` inputmode="${inputmode}"`}${list && html` list="${id}-list"`}${attributes(named)}>${list && html`<datalist id="${id}-list">${list.map(({ value, name }) => html`<option value="${value}">${name}</option>`)}</datalist>`}`,
  );
};

/** Several lines to type in. */
export const lines = ({ rows, ...named }: Typed & { readonly rows: number }): Html =>
  framed(
    named,
    html`<textarea class="input" id="${named.id ?? named.name}" name="${named.name}" rows="${rows}"${attributes(named)}>${named.value ?? ''}</textarea>`,
  );

/** One of several. */
export const choice = ({
  options,
  value,
  className = '',
  ...named
}: Named & {
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly value: string | null;
  readonly className?: string;
}): Html =>
  framed(
    named,
    html`<select class="input ${className}" id="${named.id ?? named.name}" name="${named.name}"${attributes(named)}>${options.map((each) => html`<option value="${each.value}"${each.value === (value ?? '') && html` selected`}>${each.name}</option>`)}</select>`,
  );

/** Yes or no. */
export const tick = ({
  name,
  value = 'yes',
  label,
  isOn,
}: {
  readonly name: string;
  readonly value?: string;
  readonly label: Hole;
  readonly isOn: boolean;
}): Html =>
  html`<label class="check-line flex"><input class="check" type="checkbox" name="${name}" value="${value}"${isOn && html` checked`}> <span>${label}</span></label>`;

/** How much is wrong with a form, above it; nothing where nothing is. */
export const toMend = (say: Say, mistakes: Mistakes): Html | false => {
  const count = Object.keys(mistakes).length;
  return count > 0 && banner('bad', say('frame.mend', { count }));
};

function attributes({ name, id = name, hint, wrong, isNeeded = false, most }: Typed): Html {
  const described = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ');
  return html`${most !== undefined && html` maxlength="${most}"`}${described && html` aria-describedby="${described}"`}${wrong && html` aria-invalid="true"`}${isNeeded && html` required`}`;
}

const framed = ({ name, id = name, label, hint, wrong }: Named, control: Html): Html =>
  html`<div class="field"><label class="label" for="${id}">${label}</label>
${control}
${hint && html`<small id="${id}-hint">${hint}</small>`}${wrong && html`<p class="error" id="${id}-wrong">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}</div>`;
