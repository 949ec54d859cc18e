import type { Asked, Door, Outcome, Visit } from '#adapters/console/door.ts';
import type { Form } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import type { Page } from '#adapters/console/layout.ts';
import { deedForm, empty, field, panel } from '#adapters/console/parts.ts';
import {
  addSavedAnswer,
  changeSavedAnswer,
  removeSavedAnswer,
  type SavedAnswerGiven,
} from '#core/crm/keep-saved-answers.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { SAVED_ANSWER_MEANINGS, SAVED_ANSWER_REMOVED_MEANINGS } from '#core/crm/meanings.ts';
import { may } from '#core/crm/rights.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import { isId, type SavedAnswerId } from '#core/ids.ts';
import { LANGUAGES, type Language } from '#core/language.ts';
import { settingsTabs } from './tabs.ts';

const HERE = '/crm/settings/answers';
const MOST_TITLE = 100;
/** As long as a message to a client may be (CONSOLE: composer). */
const MOST_TEXT = 4000;
const MOST_WORDS = 50;

/** The answers that an office saves, and each user's own. */
export function answersRoutes(door: Door): void {
  door.page({
    path: '/settings/answers',
    deed: 'readRecords',
    show: (visit) => answersPage(visit),
    parts: { answers: (visit) => list(visit) },
  });

  door.deed({
    path: '/settings/answers/add',
    deed: 'keepOwnAnswers',
    work: (visit, form) => keep(visit, form, undefined, (given) => addSavedAnswer(visit.kept, visit.agent, given)),
  });

  door.deed({
    path: '/settings/answers/:id/change',
    deed: 'keepOwnAnswers',
    work: (visit, form, asked) =>
      keep(visit, form, idIn(asked), (given, id) =>
        id ? changeSavedAnswer(visit.kept, visit.agent, id, given) : Promise.resolve({ was: 'missing' as const }),
      ),
  });

  door.deed({
    path: '/settings/answers/:id/remove',
    deed: 'keepOwnAnswers',
    async work({ kept, agent, say }, _form, asked): Promise<Outcome> {
      const id = idIn(asked);
      const removed = id ? await removeSavedAnswer(kept, agent, id) : { was: 'missing' as const };
      const meaning = meaningOf(SAVED_ANSWER_REMOVED_MEANINGS, removed);
      return meaning.is === 'done' ? { is: 'done', said: say('answers.removed') } : meaning;
    },
  });
}

const idIn = ({ params: { id = '' } }: Asked): SavedAnswerId | undefined =>
  isId(id) ? (id as SavedAnswerId) : undefined;

type Kept = Awaited<ReturnType<typeof addSavedAnswer>> | Awaited<ReturnType<typeof changeSavedAnswer>>;

async function keep(
  visit: Visit,
  form: Form,
  id: SavedAnswerId | undefined,
  work: (given: SavedAnswerGiven, id: SavedAnswerId | undefined) => Promise<Kept>,
): Promise<Outcome> {
  const { say } = visit;
  const given = givenIn(form);
  const wrong: Wrong = {
    ...(given.title === '' || given.title.length > MOST_TITLE
      ? { title: say('answers.titleNeeded', { most: String(MOST_TITLE) }) }
      : {}),
    ...(Object.values(given.texts).some((text) => text.length > MOST_TEXT)
      ? { text: say('answers.tooLong', { most: String(MOST_TEXT) }) }
      : Object.keys(given.texts).length === 0
        ? { text: say('answers.textNeeded') }
        : {}),
  };
  if (wrong.title || wrong.text) {
    const again = answerForm(visit, given, id, wrong);
    return {
      is: 'again',
      form: again,
      page: (fresh) => answersPage(fresh, { form: answerForm(fresh, given, id, wrong), ...(id ? { id } : {}) }),
    };
  }
  const meaning = meaningOf(SAVED_ANSWER_MEANINGS, await work(given, id));
  return meaning.is === 'done' ? { is: 'done', said: say('frame.saved'), to: HERE } : meaning;
}

function givenIn(form: Form): SavedAnswerGiven {
  const texts = LANGUAGES.flatMap((language) => {
    const text = form.text(`text-${language}`).replaceAll('\r\n', '\n').trim();
    return text === '' ? [] : [[language, text] as const];
  });
  const forWords = form
    .text('for')
    .split(',')
    .map((word) => word.trim().slice(0, MOST_TITLE))
    .filter((word) => word !== '');
  return {
    title: form.text('title').trim(),
    texts: Object.fromEntries(texts),
    forWords: [...new Set(forWords)].slice(0, MOST_WORDS),
    office: form.text('whose') === 'office',
  };
}

type Wrong = { readonly title?: string; readonly text?: string };
/** A form that was not taken, in the place of the one for the same answer; of none: for a new one. */
type Again = { readonly form: Html; readonly id?: SavedAnswerId };

async function answersPage(visit: Visit, again?: Again): Promise<Page> {
  const { say } = visit;
  const isNew = again !== undefined && again.id === undefined;
  return {
    title: say('answers.title'),
    current: 'settings',
    width: 'mid',
    intro: say('answers.intro'),
    body: html`${settingsTabs(visit, 'answers')}<div class="stack">${await list(visit, again)}
<details class="panel fold" id="new-answer"${isNew && html` open`}><summary class="btn">${icon('plus', 's')}${say('answers.add')}</summary><div class="body">${isNew ? again.form : answerForm(visit, { title: '', texts: {}, forWords: [], office: false }, undefined, {})}</div></details></div>`,
  };
}

async function list(visit: Visit, again?: Again): Promise<Html> {
  const { say, kept, agent, path } = visit;
  const answers = await kept.savedAnswers.seenBy(agent.id);
  return panel({
    ...{ id: 'answers', title: say('answers.title') },
    body:
      answers.length === 0
        ? empty('message-square', undefined, say('answers.none'))
        : html`<ul class="rows">${answers.map((answer) => row(visit, answer, again?.id === answer.id ? again.form : undefined))}</ul>`,
    live: { path: path.split('?')[0] ?? HERE, part: 'answers', on: ['settings'] },
  });
}

function row(visit: Visit, answer: SavedAnswer, again?: Html): Html {
  const { say, agent } = visit;
  const { id, title, texts, user } = answer;
  const isOffices = user === null;
  const words = html`<b class="strong">${title}</b> <span class="tag">${isOffices ? say('answers.office') : say('answers.mine')}</span><span class="block s muted">${Object.values(texts)[0]}</span>`;
  if (isOffices && !may(agent, 'keepOfficeAnswers')) return html`<li class="pad" id="${id}">${words}</li>`;
  const remove = deedForm(visit, {
    ...{ id: `remove-${id}`, action: `${HERE}/${id}/remove`, part: 'answers' },
    body: html`<button class="btn plain" aria-label="${say('answers.removeNamed', { title })}">${say('answers.remove')}</button>`,
  });
  return html`<li class="pad" id="${id}">${words}<details class="fold t2" id="fold-${id}"${again && html` open`}><summary class="btn plain" aria-label="${say('answers.changeNamed', { title })}">${say('me.change')}</summary><div class="t2">${again ?? answerForm(visit, { ...answer, office: isOffices }, id, {})}</div></details>${remove}</li>`;
}

function answerForm(visit: Visit, given: SavedAnswerGiven, id: SavedAnswerId | undefined, wrong: Wrong): Html {
  const { say, agent, company } = visit;
  const named = id ?? 'new';
  const usual = company.defaultLanguage;
  const text = (language: Language) =>
    textField(visit, language, given.texts[language] ?? '', named, language === usual ? wrong.text : undefined);
  const others = LANGUAGES.filter((language) => language !== usual);
  const isFilled = others.some((language) => given.texts[language]);
  return deedForm(visit, {
    ...{ id: `keep-${named}`, action: id ? `${HERE}/${id}/change` : `${HERE}/add`, className: 'stack' },
    body: html`${field({ id: `title-${named}`, name: 'title', label: say('answers.titleLabel'), value: given.title, wrong: wrong.title })}
${text(usual)}
<p class="s muted">${say('answers.holes', { holes: '{first_name} {home} {date} {agent}' })}</p>
<details class="fold" id="others-${named}"${isFilled && html` open`}><summary class="link s">${say('answers.otherLanguages')}</summary><div class="stack t2">${others.map(text)}</div></details>
<div class="field"><label class="label" for="for-${named}">${say('answers.for')}</label><input class="input" id="for-${named}" name="for" value="${given.forWords.join(', ')}" aria-describedby="for-${named}-hint"><small id="for-${named}-hint">${say('answers.forHint')}</small></div>
${may(agent, 'keepOfficeAnswers') && html`<fieldset class="whose"><legend class="label">${say('answers.whose')}</legend><label><input type="radio" name="whose" value="mine"${!given.office && html` checked`}>${say('answers.mine')}</label><label><input type="radio" name="whose" value="office"${given.office && html` checked`}>${say('answers.office')}</label></fieldset>`}
<div><button class="btn primary">${say('frame.save')}</button></div>`,
  });
}

function textField({ say }: Visit, language: Language, value: string, named: string, wrong: string | undefined): Html {
  const id = `text-${language}-${named}`;
  const name = new Intl.DisplayNames(say.language, { type: 'language' }).of(language) ?? language;
  return html`<div class="field"><label class="label" for="${id}">${say('answers.text', { language: name })}</label><textarea class="input" id="${id}" name="text-${language}" rows="3" lang="${language}" maxlength="${MOST_TEXT}"${wrong && html` aria-invalid="true" aria-describedby="${id}-wrong"`}>${value}</textarea>${wrong && html`<p class="error" id="${id}-wrong">${icon('circle-alert', 's')}<span>${wrong}</span></p>`}</div>`;
}
