import { type Fields, fieldsAt, listAt, only, wordsAt } from './fields.ts';
import type { FileOf } from './files.ts';
import { GraphError } from './graph-error.ts';
import * as most from './limits.ts';
import { type Content, type SeenSection, words } from './seen.ts';

/** Reads an interactive message: reply buttons, a list or one link. */
export function interactive(given: Fields, fileOf: FileOf): Content {
  const { type } = given;
  only(given, ['type', 'header', 'body', 'footer', 'action'], 'interactive');
  const body = wordsAt(fieldsAt(given, 'body'), 'text', type === 'list' ? most.LIST_BODY : most.BUTTON_BODY);
  const footer = given.footer === undefined ? '' : wordsAt(fieldsAt(given, 'footer'), 'text', most.FOOTER);
  const header = given.header === undefined ? {} : headerOf(fieldsAt(given, 'header'), type, fileOf);
  const text = [header.text, body, footer].filter(Boolean).join('\n\n');
  const base = { ...words('reply', text), ...(header.file === undefined ? {} : { file: header.file }) };
  const action = fieldsAt(given, 'action');
  switch (type) {
    case 'button':
      return { ...base, buttons: buttonsOf(action) };
    case 'list':
      return { ...base, sections: sectionsOf(action), opens: wordsAt(action, 'button', most.BUTTON_TITLE) };
    case 'cta_url':
      return { ...base, links: [linkOf(action)] };
    default:
      throw new GraphError(400, 131009, `Interactive messages of type ${JSON.stringify(type)} are not known`);
  }
}

function headerOf(header: Fields, type: unknown, fileOf: FileOf): { text?: string; file?: string } {
  if (header.type === 'text') return { text: wordsAt(header, 'text', most.HEADER_TEXT) };
  if (type === 'list') throw new GraphError(400, 131009, 'The header of a list can only be text');
  if (header.type === 'image') return { file: fileOf(fieldsAt(header, 'image'), 'image') };
  throw new GraphError(400, 131009, `A header of type ${JSON.stringify(header.type)} is not known`);
}

function buttonsOf(action: Fields): Content['buttons'] {
  only(action, ['buttons'], 'action');
  const buttons = listAt(action, 'buttons', 1, most.BUTTONS).map((button) => {
    if (button.type !== 'reply') throw new GraphError(400, 131009, 'A button is of type reply');
    const reply = fieldsAt(button, 'reply');
    only(reply, ['id', 'title'], 'reply');
    return { id: wordsAt(reply, 'id', most.BUTTON_ID), title: wordsAt(reply, 'title', most.BUTTON_TITLE) };
  });
  unique(
    buttons.map(({ id }) => id),
    'Button ids',
  );
  unique(
    buttons.map(({ title }) => title),
    'Button titles',
  );
  return buttons;
}

function sectionsOf(action: Fields): readonly SeenSection[] {
  only(action, ['button', 'sections'], 'action');
  const all = listAt(action, 'sections', 1, most.SECTIONS);
  const sections = all.map((section) => {
    only(section, ['title', 'rows'], 'sections');
    const isNamed = all.length > 1 || section.title !== undefined;
    return {
      title: isNamed ? wordsAt(section, 'title', most.SECTION_TITLE) : '',
      rows: listAt(section, 'rows', 1, most.ROWS).map((row) => {
        only(row, ['id', 'title', 'description'], 'rows');
        return {
          id: wordsAt(row, 'id', most.ROW_ID),
          title: wordsAt(row, 'title', most.ROW_TITLE),
          description: row.description === undefined ? '' : wordsAt(row, 'description', most.ROW_DESCRIPTION),
        };
      }),
    };
  });
  const rows = sections.flatMap((section) => section.rows);
  if (rows.length > most.ROWS)
    throw new GraphError(400, 131009, `Total row count exceed max allowed count: ${most.ROWS}`);
  unique(
    rows.map(({ id }) => id),
    'Row ids',
  );
  return sections;
}

function linkOf(action: Fields): Content['links'][number] {
  only(action, ['name', 'parameters'], 'action');
  if (action.name !== 'cta_url') throw new GraphError(400, 131009, 'The action of a cta_url is named so');
  const parameters = fieldsAt(action, 'parameters');
  const url = wordsAt(parameters, 'url', 2000);
  if (!/^https?:\/\/\S+$/.test(url)) throw new GraphError(400, 131009, 'url is no address');
  return { text: wordsAt(parameters, 'display_text', most.BUTTON_TITLE), url };
}

function unique(all: readonly string[], what: string): void {
  if (new Set(all).size < all.length) throw new GraphError(400, 131009, `${what} are not unique`);
}
