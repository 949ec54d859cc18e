import { createHash } from 'node:crypto';

/**
 * The only script of the pages: shows what is typed into password fields where it is asked to, and ticks the needs of a
 * new one as it grows. Without it the needs are named after sending.
 */
export const SCRIPT = `
const all = (query) => document.querySelectorAll(query);
const fields = all('input[type=password]');
for (const each of all('[data-script]')) each.hidden = false;
for (const each of all('[data-plain]')) each.hidden = true;
for (const each of all('#show')) each.onchange = () => {
  for (const field of fields) field.type = each.checked ? 'text' : 'password';
};
for (const next of all('#next')) {
  const tick = () => {
    for (const need of all('[data-need]')) {
      const met = new RegExp(need.dataset.need, 'u').test(next.value);
      need.className = met ? 'met' : '';
      need.firstElementChild.textContent = met ? '✓' : '·';
    }
  };
  next.oninput = tick;
  tick();
}
`;

/** How a content security policy names it. */
export const SCRIPT_HASH = `'sha256-${createHash('sha256').update(SCRIPT).digest('base64')}'`;
