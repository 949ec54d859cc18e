import { escaped } from '#adapters/escaped.ts';
import { PASSWORD_LEAST, PASSWORD_MOST, PASSWORD_NEEDS, type PasswordNeed } from '#core/accounts/password.ts';
import { SCRIPT } from './script.ts';

/** One field of a form. `more`: its further attributes, for browsers and password managers. */
type Field = { readonly name: string; readonly label: string; readonly value?: string; readonly more: string };

/** What a form of ours asks. */
export type Asked = {
  readonly intro: string;
  readonly save: string;
  /** Hidden fields. */
  readonly carried: Readonly<Record<string, string>>;
  readonly fields: readonly Field[];
  readonly next: { readonly label: string; readonly rules: string; readonly show: string; readonly needs: Needs };
  /** What is wrong with what was sent; the first line leads the others. */
  readonly wrong: readonly string[];
};
type Needs = readonly { readonly need: PasswordNeed; readonly words: string }[];

/** A form with a new password at its end; what was wrong stands above it and is read out first. */
export function formOf({ intro, save, carried, fields, next, wrong }: Asked): string {
  const hidden = Object.entries(carried).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`,
  );
  return `<p>${escaped(intro)}</p>
${wrongOf(wrong)}<form method="post">
${[...hidden, ...fields.map(fieldOf)].join('\n')}
${nextOf(next)}
<button>${escaped(save)}</button>
</form>
<script>${SCRIPT}</script>`;
}

function wrongOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return '';
  const list = others.length > 0 ? `<ul>${others.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>` : '';
  return `<div class="wrong" role="alert">${escaped(first)}${list}</div>\n`;
}

const fieldOf = ({ name, label, value = '', more }: Field): string =>
  `<label for="${name}">${escaped(label)}</label>
<input id="${name}" name="${name}" value="${escaped(value)}" autocapitalize="off" spellcheck="false" required ${more}>`;

function nextOf({ label, rules, show, needs }: Asked['next']): string {
  const limits = `minlength="${PASSWORD_LEAST}" maxlength="${PASSWORD_MOST}" aria-describedby="rules needs"`;
  const field = fieldOf({ name: 'next', label, more: `type="password" autocomplete="new-password" ${limits}` });
  const each = needs.map(
    ({ need, words }) =>
      `<li data-need="${escaped(PASSWORD_NEEDS[need].source)}"><span aria-hidden="true">·</span>${escaped(words)}</li>`,
  );
  return `${field}
<label class="show" data-script hidden><input type="checkbox" id="show">${escaped(show)}</label>
<small class="hint" id="rules" data-plain>${escaped(rules)}</small>
<ul class="needs" id="needs" data-script hidden>${each.join('')}</ul>`;
}
