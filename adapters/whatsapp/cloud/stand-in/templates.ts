import { type Fields, fieldsAt, isFields, listAt, wordsAt } from './fields.ts';
import { GraphError } from './graph-error.ts';
import { isNamed, parametersOf } from './parameters.ts';
import { type Content, words } from './seen.ts';

type Template = {
  readonly name: string;
  readonly language: string;
  readonly category: unknown;
  readonly components: readonly Fields[];
  status: 'PENDING' | 'APPROVED' | 'REJECTED';
};

/** The message templates of a business account: submitted, approved by people, then sent with their holes filled. */
export type Templates = {
  list(): readonly Template[];
  submit(given: Fields): { readonly id: string; readonly status: string };
  /** All of a language, or one. */
  approve(language: string, name?: string): void;
  fill(given: Fields): Content;
};

export function createTemplates(): Templates {
  const all: Template[] = [];
  const approved = new Set<string>();
  const isApproved = ({ name, language }: Pick<Template, 'name' | 'language'>) =>
    approved.has(language) || approved.has(`${language}/${name}`);

  return {
    list: () => all,
    submit: (given) => {
      const components = listAt(given, 'components', 1, 10);
      const template: Template = {
        name: wordsAt(given, 'name', 512),
        language: wordsAt(given, 'language', 10),
        category: given.category,
        components,
        status: 'PENDING',
      };
      if (!/^[a-z0-9_]+$/.test(template.name)) throw new GraphError(400, 100, 'name: lower case, digits and _ only');
      if (given.category !== 'UTILITY' && given.category !== 'MARKETING') throw new GraphError(400, 100, 'category');
      if (all.some((each) => each.name === template.name && each.language === template.language))
        throw new GraphError(400, 100, 'Content in this language already exists');
      if (isApproved(template)) template.status = 'APPROVED';
      all.push(template);
      return { id: String(1000 + all.length), status: template.status };
    },
    approve: (language, name) => {
      approved.add(name === undefined ? language : `${language}/${name}`);
      for (const template of all) if (isApproved(template)) template.status = 'APPROVED';
    },
    fill: (given) => {
      const language = fieldsAt(given, 'language').code;
      const template = all.find((each) => each.name === given.name && each.language === language);
      if (!isNamed(given) || template?.status !== 'APPROVED')
        throw new GraphError(
          404,
          132001,
          `template name (${String(given.name)}) does not exist in ${String(language)}`,
        );
      const components = given.components === undefined ? [] : listAt(given, 'components', 0, 20);
      return filled(template, components);
    },
  };
}

function filled({ components }: Template, given: readonly Fields[]): Content {
  const body = components.find(({ type }) => type === 'BODY');
  const text = typeof body?.text === 'string' ? body.text : '';
  const footer = components.find(({ type }) => type === 'FOOTER');
  const holes = new Set(text.match(/\{\{\d+\}\}/g)).size;
  const bodyGiven = given.find(({ type }) => type === 'body');
  const values = bodyGiven ? parametersOf(bodyGiven) : [];
  if (values.length !== holes)
    throw new GraphError(
      400,
      132000,
      `body: number of localizable_params (${values.length}) does not match (${holes})`,
    );
  const said = values.reduce((so, value, index) => so.replaceAll(`{{${index + 1}}}`, value), text);
  const buttons = components.find(({ type }) => type === 'BUTTONS')?.buttons;
  const titles = Array.isArray(buttons) ? buttons.filter(isFields).map((button) => String(button.text)) : [];
  const payloads = given.filter(({ type }) => type === 'button');
  return {
    ...words('template', typeof footer?.text === 'string' ? `${said}\n\n${footer.text}` : said),
    buttons: titles.map((title, index) => {
      const own = payloads.find((each) => String(each.index) === String(index));
      return { id: own ? (parametersOf(own)[0] ?? title) : title, title };
    }),
  };
}
