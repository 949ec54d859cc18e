import { badRequest } from './errors.ts';
import { BUTTONS, BUTTONS_IN_ROW, CALLBACK_DATA_BYTES, COPY_TEXT_LENGTH } from './limits.ts';
import { type Fields, isFields, textField } from './params.ts';

/** A button under a message, as the Bot API writes it. */
export type InlineButton = { readonly text: string } & Fields;

const ACTIONS = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
] as const;
const KEPT = [...ACTIONS, 'style', 'icon_custom_emoji_id'] as const;
const STYLES = new Set(['', 'danger', 'success', 'primary']);

/** Checked rows of an inline keyboard; empty rows are left out. */
export function inlineRows(value: unknown): InlineButton[][] {
  if (!Array.isArray(value)) throw badRequest('Field "inline_keyboard" must be of type Array');
  const rows = value.map((row: unknown) => {
    if (!Array.isArray(row)) {
      throw badRequest('Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays');
    }
    if (row.length > BUTTONS_IN_ROW) throw badRequest('reply markup is too long');
    return row.map(buttonOf);
  });
  if (rows.reduce((sum, row) => sum + row.length, 0) > BUTTONS) throw badRequest('reply markup is too long');
  return rows.filter((row) => row.length > 0);
}

function buttonOf(value: unknown): InlineButton {
  if (!isFields(value)) throw unparsed('InlineKeyboardButton must be an Object');
  if (value.text === undefined) throw unparsed('Can\'t find field "text"');
  const text = textField(value, 'text');
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if (!STYLES.has(textField(value, 'style'))) throw unparsed('Invalid button style specified');

  const actions = ACTIONS.filter((name) => value[name] !== undefined && value[name] !== null);
  if (actions.length === 0) throw unparsed('Text buttons are unallowed in the inline keyboard');
  if (actions.length > 1) throw unparsed('Exactly one of the optional fields must be used');
  checkAction(value);

  const kept = KEPT.filter((name) => value[name] !== undefined && value[name] !== null);
  return { text, ...Object.fromEntries(kept.map((name) => [name, value[name]])) };
}

function checkAction(button: Fields) {
  const has = (name: string) => button[name] !== undefined && button[name] !== null;
  if (has('callback_data')) {
    const bytes = Buffer.byteLength(textField(button, 'callback_data'));
    if (bytes < 1 || bytes > CALLBACK_DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (has('url')) checkUrl(textField(button, 'url'), /^(https?|tg|ton|tonsite):$/);
  if (isFields(button.web_app)) checkUrl(textField(button.web_app, 'url'), /^https:$/);
  if (isFields(button.login_url)) checkUrl(textField(button.login_url, 'url'), /^https?:$/);
  if (isFields(button.copy_text)) {
    const copied = textField(button.copy_text, 'text');
    if (copied === '' || copied.length > COPY_TEXT_LENGTH) throw badRequest('BUTTON_COPY_TEXT_INVALID');
  }
}

function checkUrl(url: string, schemes: RegExp) {
  const parsed = URL.parse(url) ?? URL.parse(`http://${url}`);
  const isHost = parsed !== null && (parsed.protocol === 'tg:' || /[.:]|^localhost$/.test(parsed.hostname));
  if (!parsed || !isHost || !schemes.test(parsed.protocol)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
  }
}

function unparsed(reason: string) {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}
