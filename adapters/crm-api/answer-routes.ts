import { Type } from 'typebox';
import { addSavedAnswer, changeSavedAnswer, removeSavedAnswer } from '#core/crm/keep-saved-answers.ts';
import { SAVED_ANSWER_MEANINGS, SAVED_ANSWER_REMOVED_MEANINGS } from '#core/crm/meanings.ts';
import type { SavedAnswer } from '#core/crm/saved-answers.ts';
import { LANGUAGES } from '#core/language.ts';
import type { Routes } from './api.ts';
import { accepted } from './errors.ts';
import { byId, id, idOf, problems, words } from './schema-parts.ts';

/** As long as a message to a client may be (CONSOLE: composer). */
const MOST_TEXT = 4000;
const closed = { additionalProperties: false };
const fields = {
  title: words(100),
  texts: Type.Partial(
    Type.Object(Object.fromEntries(LANGUAGES.map((language) => [language, words(MOST_TEXT)])), closed),
    { ...closed, description: 'by language; {first_name}, {home}, {date} and {agent} are filled in where it is used' },
  ),
  for: Type.Array(words(100), { maxItems: 50, description: 'words of a client that it answers' }),
  whose: Type.Enum(['mine', 'office'], { description: 'whether the whole office uses it; those are kept by Admins' }),
};
const body = Type.Object(
  { title: fields.title, texts: fields.texts, for: Type.Optional(fields.for), whose: Type.Optional(fields.whose) },
  closed,
);
export const answerSchema = Type.Object({ id, ...fields }, closed);

const shown = ({ forWords, user, ...answer }: SavedAnswer) => ({
  ...answer,
  for: forWords,
  whose: user === null ? 'office' : 'mine',
});
type Given = { readonly for?: readonly string[]; readonly whose?: string };
const given = <Body extends Given>({ for: forWords, whose, ...rest }: Body) => ({
  ...rest,
  ...(forWords === undefined ? {} : { forWords }),
  ...(whose === undefined ? {} : { office: whose === 'office' }),
});

const tags = ['Saved answers'];

export const answerRoutes: Routes = (api, door) => {
  api.get(
    '/answers',
    {
      config: { deed: 'readRecords' },
      schema: {
        tags,
        summary: 'The saved answers of the office, and the user’s own',
        response: { 200: Type.Object({ items: Type.Array(answerSchema) }, closed), ...problems() },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => ({
        status: 200,
        body: { items: (await kept.savedAnswers.seenBy(agent.id)).map(shown) },
      })),
  );

  api.post(
    '/answers',
    {
      config: { deed: 'keepOwnAnswers' },
      schema: {
        tags,
        summary: 'Saves an answer',
        body,
        response: { 201: answerSchema, ...problems('notAllowed', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const wanted = { forWords: [], office: false, ...given(request.body) };
        const { answer } = accepted(SAVED_ANSWER_MEANINGS, await addSavedAnswer(kept, agent, wanted));
        return { status: 201, body: shown(answer) };
      }),
  );

  api.patch(
    '/answers/:id',
    {
      config: { deed: 'keepOwnAnswers' },
      schema: {
        ...{ tags, summary: 'Changes a saved answer', params: byId, body: Type.Partial(body, closed) },
        response: { 200: answerSchema, ...problems('notAllowed', 'notFound', 'invalid') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const id = idOf(request.params.id, 'saved answer');
        const changed = await changeSavedAnswer(kept, agent, id, given(request.body));
        return { status: 200, body: shown(accepted(SAVED_ANSWER_MEANINGS, changed).answer) };
      }),
  );

  api.delete(
    '/answers/:id',
    {
      config: { deed: 'keepOwnAnswers' },
      schema: {
        tags,
        summary: 'Removes a saved answer',
        params: byId,
        response: { 204: Type.Null(), ...problems('notAllowed', 'notFound') },
      },
    },
    (request, reply) =>
      door.answer(request, reply, async ({ kept, agent }) => {
        const id = idOf(request.params.id, 'saved answer');
        accepted(SAVED_ANSWER_REMOVED_MEANINGS, await removeSavedAnswer(kept, agent, id));
        return { status: 204, body: null };
      }),
  );
};
