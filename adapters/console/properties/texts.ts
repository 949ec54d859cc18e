import type { Door, Outcome, Visit } from '#adapters/console/door.ts';
import { choice, line, lines } from '#adapters/console/fields.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import { changeProperty } from '#core/crm/change-property.ts';
import type { PropertyRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { LANGUAGES, LOCALES } from '#core/language.ts';
import { propertyOf } from './property-page.ts';
import { pathOf } from './property-words.ts';

/** Within what a form without files may hold, in any language's letters. */
const MOST = { title: 500, text: 10_000 } as const;
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/;

/** A property's texts, a form a language: what one of them is given leaves the others as they are. */
export function textRoutes(door: Door): void {
  door.deed({
    path: '/properties/:id/texts',
    deed: 'changeProperty',
    async work(visit, form, asked): Promise<Outcome> {
      const before = await propertyOf(visit, asked);
      const lang = form.text('lang');
      if (!before || !TAG.test(lang)) return { is: 'refused', refusal: noSuch('property') };
      const [title, text] = [form.text('title').trim(), form.text('text').trim()];
      const given = {
        lang,
        ...(title ? { title: title.slice(0, MOST.title) } : {}),
        ...(text ? { text: text.slice(0, MOST.text) } : {}),
      };
      const isEmpty = !title && !text;
      const others = before.description.filter((each) => each.lang !== lang);
      const place = before.description.findIndex((each) => each.lang === lang);
      const description = isEmpty ? others : others.toSpliced(place < 0 ? others.length : place, 0, given);
      await changeProperty({ ...visit.kept, clock: visit.clock }, before.id, { description });
      return { is: 'done', said: isEmpty ? visit.say('texts.gone') : visit.say('frame.saved') };
    },
  });
}

export function textsPart(visit: Visit, property: PropertyRecord): Html {
  const { say } = visit;
  const missing = LANGUAGES.filter((each) => !property.description.some(({ lang }) => lang === each));
  return panel({
    id: 'texts',
    title: say('texts.title'),
    aside: html`<span class="s muted">${say('texts.count', { count: property.description.length })}</span>`,
    body: html`<div class="body stack">${property.description.map((each) => textOf(visit, property, each))}${missing.length > 0 && another(visit, property, missing)}</div>`,
    live: { path: `${pathOf(property)}/facts`, part: 'texts', on: [`property-${property.id}`] },
  });
}

/** What a language is called in the reader's own. */
function languageName({ language }: Visit['say'], tag: string): string {
  const name = new Intl.DisplayNames(LOCALES[language], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(LOCALES[language]) + name.slice(1);
}

function textOf(
  visit: Visit,
  property: PropertyRecord,
  { lang, title, text }: PropertyRecord['description'][number],
): Html {
  const { say } = visit;
  return html`<details class="fold" id="text-${lang}"><summary><span class="grow"><b class="strong block">${languageName(say, lang)}</b><span class="s muted block cut">${title ?? text ?? ''}</span></span><span class="btn">${say('texts.edit')}</span></summary>${deedForm(
    visit,
    {
      ...{ id: `text-form-${lang}`, action: `${pathOf(property)}/texts`, part: 'texts', className: 'stack t4' },
      body: html`<input type="hidden" name="lang" value="${lang}">${fields(say, lang, title, text)}<div><button class="btn primary">${say('frame.save')}</button></div>`,
    },
  )}</details>`;
}

const fields = (say: Visit['say'], key: string, title?: string, text?: string): Html =>
  html`${line({ name: 'title', id: `title-${key}`, label: say('texts.name'), value: title ?? null, most: MOST.title })}${lines({ name: 'text', id: `words-${key}`, label: say('texts.text'), value: text ?? null, rows: 8, most: MOST.text, hint: say('texts.hint') })}`;

function another(visit: Visit, property: PropertyRecord, languages: readonly string[]): Html {
  const { say } = visit;
  const options = languages.map((value) => ({ value, name: languageName(say, value) }));
  return html`<details class="fold" id="text-new"><summary><span class="btn">${say('texts.add')}</span></summary>${deedForm(
    visit,
    {
      ...{ id: 'text-form-new', action: `${pathOf(property)}/texts`, part: 'texts', className: 'stack t4' },
      body: html`${choice({ name: 'lang', label: say('texts.language'), value: languages[0] ?? null, options })}${fields(say, 'new')}<div><button class="btn primary">${say('frame.save')}</button></div>`,
    },
  )}</details>`;
}
