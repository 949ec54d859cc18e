import type { Visit } from '#adapters/console/door.ts';
import { choice, line, toMend } from '#adapters/console/fields.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Mistakes, readFields } from '#adapters/console/read-fields.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { isId, type UserId } from '#core/ids.ts';
import { LANGUAGES } from '#core/language.ts';
import type { Phones } from '#core/typed/phones.ts';
import { readBareEmail } from '#core/typed/read-email.ts';
import { languageName } from './contact-words.ts';

/** What of a contact people of the office type; as it stands in the form. */
export type Typed = Readonly<Record<Field, string>>;
const FIELDS = ['first_name', 'last_name', 'email', 'phone', 'language', 'role', 'tags', 'assigned_to'] as const;
type Field = (typeof FIELDS)[number];

/** What is to be kept of it. */
export type Written = Pick<
  ContactRecord,
  'first_name' | 'last_name' | 'email' | 'phone' | 'language' | 'role' | 'tags' | 'assigned_to'
>;

/** As the API takes them. */
const LONGEST = { name: 100, email: 254, phone: 50, role: 100, tag: 100, tags: 500 } as const;

export const typedOf = (contact?: ContactRecord, owner: UserId | null = null): Typed => ({
  first_name: contact?.first_name ?? '',
  last_name: contact?.last_name ?? '',
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  language: contact?.language ?? '',
  role: contact?.role ?? '',
  tags: (contact?.tags ?? []).join(', '),
  assigned_to: (contact ? contact.assigned_to : owner) ?? '',
});

/** What a form says of a contact, and what is wrong with it. */
export function readContact(
  { say, company }: Visit,
  form: Form,
  phones: Phones,
): { readonly typed: Typed; readonly written: Written; readonly mistakes: Mistakes } {
  const fields = readFields(form, say);
  const mistakes: Record<string, string> = {};
  const name = (field: 'first_name' | 'last_name') => {
    const words = fields.needed(field, LONGEST.name);
    if (/\d/.test(words)) mistakes[field] = say('field.name');
    return words;
  };
  const [first_name, last_name] = [name('first_name'), name('last_name')];
  const typedEmail = fields.needed('email', LONGEST.email);
  const email = readBareEmail(typedEmail);
  if (typedEmail !== '' && !email) mistakes.email = say('field.email');
  const typedPhone = fields.words('phone', LONGEST.phone);
  const phone = typedPhone === null ? null : phones.read(typedPhone, { timeZone: company.timeZone });
  if (phone === undefined) mistakes.phone = say('field.phone');
  const language = form.text('language');
  const owner = form.text('assigned_to');
  const tags = (fields.words('tags', LONGEST.tags) ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const tooLong = tags.find((tag) => tag.length > LONGEST.tag);
  if (tooLong) mistakes.tags = say('field.tooLong', { most: LONGEST.tag, has: tooLong.length });
  return {
    typed: { ...typedOf(), ...Object.fromEntries(FIELDS.map((field) => [field, form.text(field)])) },
    written: {
      ...{ first_name, last_name, email: email ?? typedEmail, phone: phone ?? null, tags },
      language: language === '' ? null : language,
      role: fields.words('role', LONGEST.role),
      assigned_to: isId(owner) ? owner : null,
    },
    mistakes: { ...fields.mistakes, ...mistakes },
  };
}

/** The fields of a contact, with what is wrong with each. `known`: who has the e-mail already. */
export async function contactFields(
  { say, kept }: Visit,
  typed: Typed,
  mistakes: Mistakes = {},
  known?: Html,
): Promise<Html> {
  const colleagues = await kept.overviews.colleagues();
  const tag = typed.language;
  const tags = tag === '' || LANGUAGES.some((each) => each === tag) ? LANGUAGES : [...LANGUAGES, tag];
  const of = (name: Field) => ({ name, id: `contact-${name}`, value: typed[name], wrong: mistakes[name] });
  return html`${toMend(say, mistakes)}
<div class="pairs">
${line({ ...of('first_name'), label: say('contacts.firstName'), isNeeded: true, most: LONGEST.name })}
${line({ ...of('last_name'), label: say('contacts.lastName'), isNeeded: true, most: LONGEST.name })}
<div>${line({ ...of('email'), kind: 'email', label: say('contacts.email'), isNeeded: true, most: LONGEST.email })}${known}</div>
${line({ ...of('phone'), label: say('contacts.phone'), most: LONGEST.phone })}
${choice({
  ...of('language'),
  label: say('contacts.language'),
  options: [
    { value: '', name: say('contacts.languageOpen') },
    ...tags.map((value) => ({ value, name: languageName(say, value) })),
  ],
})}
${line({ ...of('role'), label: say('contacts.role'), hint: say('contacts.roleHint'), most: LONGEST.role })}
${line({ ...of('tags'), label: say('contacts.tags'), hint: say('contacts.tagsHint'), most: LONGEST.tags })}
${choice({
  ...of('assigned_to'),
  label: say('contacts.owner'),
  options: [
    { value: '', name: say('contacts.ownerNobody') },
    ...colleagues.map(({ id, name }) => ({ value: id, name })),
  ],
})}
</div>`;
}
