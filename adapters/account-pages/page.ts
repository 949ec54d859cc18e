/** One field of a form; `kind` as browsers and password managers know it. */
export type Field = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'email' | 'text' | 'password';
  readonly autocomplete: string;
  readonly value?: string;
  readonly hint?: string;
};

const HEAD = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<style>
:root { color-scheme: light dark; --line: #8a99a3; --good: #1a6b3c; --bad: #b3261e; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 2rem auto; padding: 0 1.2rem; }
h1 { font-size: 1.35rem; line-height: 1.25; }
label { display: block; margin: 1.1rem 0 .25rem; font-weight: 600; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .65rem .7rem; border: 1px solid var(--line);
  border-radius: .5rem; background: Field; color: FieldText; }
input:focus-visible, button:focus-visible { outline: 3px solid #2f7fd1; outline-offset: 1px; }
button { font: inherit; font-weight: 600; width: 100%; margin-top: 1.5rem; padding: .8rem; border: 0;
  border-radius: .5rem; background: #14507e; color: #fff; }
small { display: block; margin-top: .25rem; }
.note { padding: .7rem .9rem; border-radius: .5rem; border-left: .3rem solid var(--bad); background: #b3261e1c; }
.note.good { border-color: var(--good); background: #1a6b3c1c; }
header { display: flex; align-items: center; gap: .7rem; margin-bottom: 1.6rem; font-weight: 600; }
header img { max-width: 10rem; max-height: 3.5rem; padding: .25rem; border-radius: .4rem; background: #fff; }
.note ul { margin: .3rem 0 0; padding-left: 1.1rem; }
</style>`;

/** Whose page it is: the office's name, and its logo as an address that holds it. */
export type Head = { readonly office: string; readonly logo: string | undefined };

/** A page with a form; what is wrong with what was sent stands above it and is read out first. */
export function formPage(
  language: string,
  head: Head,
  {
    title,
    intro,
    save,
    fields,
    csrf,
    wrong = [],
  }: {
    readonly title: string;
    readonly intro: string;
    readonly save: string;
    readonly fields: readonly Field[];
    readonly csrf: string;
    readonly wrong?: readonly string[];
  },
): string {
  const [first, ...others] = wrong;
  const list = others.length > 0 ? `<ul>${others.map((each) => `<li>${escaped(each)}</li>`).join('')}</ul>` : '';
  const note = first === undefined ? '' : `<div class="note" role="alert">${escaped(first)}${list}</div>`;
  return page(
    language,
    head,
    title,
    `<p>${escaped(intro)}</p>
${note}
<form method="post">
<input type="hidden" name="csrf" value="${csrf}">
${fields.map(fieldOf).join('\n')}
<button>${escaped(save)}</button>
</form>`,
  );
}

/** A page that only says something. */
export const notePage = (
  language: string,
  head: Head | undefined,
  title: string,
  note: string,
  isGood: boolean,
): string => page(language, head, title, `<p class="note${isGood ? ' good' : ''}" role="status">${escaped(note)}</p>`);

const page = (language: string, head: Head | undefined, title: string, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
${HEAD}
<title>${escaped(title)}</title>
</head>
<body>
${head ? headOf(head) : ''}<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;

/** The picture says no more than the name beside it. */
const headOf = ({ office, logo }: Head): string =>
  `<header>${logo === undefined ? '' : `<img src="${logo}" alt="">`}<span>${escaped(office)}</span></header>\n`;

function fieldOf({ name, label, kind, autocomplete, value = '', hint }: Field): string {
  const described = hint ? ` aria-describedby="${name}-hint"` : '';
  const below = hint ? `\n<small id="${name}-hint">${escaped(hint)}</small>` : '';
  const digits = autocomplete === 'one-time-code' ? ' inputmode="numeric"' : '';
  return `<label for="${name}">${escaped(label)}</label>
<input id="${name}" name="${name}" type="${kind}" autocomplete="${autocomplete}" value="${escaped(value)}" required${digits}${described}>${below}`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
