import type { Say } from '#adapters/console/say.ts';
import type { ContactRecord } from '#core/crm/record.ts';
import { LOCALES } from '#core/language.ts';

export const nameOf = ({ first_name, last_name }: Pick<ContactRecord, 'first_name' | 'last_name'>): string =>
  `${first_name} ${last_name}`.trim();

/** What a language is called in the reader's own: `nl` is Dutch. The tag itself where the runtime does not know it. */
export function languageName({ language }: Say, tag: string): string {
  try {
    const names = new Intl.DisplayNames([LOCALES[language]], { type: 'language' });
    const name = names.of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(LOCALES[language]) + name.slice(1);
  } catch {
    return tag;
  }
}
