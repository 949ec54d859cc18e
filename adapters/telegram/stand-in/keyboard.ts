import { badRequest } from './errors.ts';
import { type InlineButton, inlineRows } from './inline-keyboard.ts';
import { type Fields, flagParam, isFields, jsonParam, textField } from './params.ts';

/** A button of the keyboard that replaces the person's own. */
export type ReplyButton = {
  readonly text: string;
  readonly request_contact?: true;
  readonly request_location?: true;
};

export type Markup =
  | { readonly is: 'inline'; readonly rows: readonly (readonly InlineButton[])[] }
  | { readonly is: 'reply'; readonly rows: readonly (readonly ReplyButton[])[]; readonly once: boolean }
  | { readonly is: 'removed' }
  | { readonly is: 'forceReply' };

/** The `reply_markup` of a call, checked; undefined where there is none. */
export function markupOf(params: Fields): Markup | undefined {
  const value = jsonParam(params, 'reply_markup', 'reply keyboard markup');
  if (value === undefined) return undefined;
  if (!isFields(value)) throw badRequest('object expected as reply markup');
  if (value.keyboard !== undefined) {
    return { is: 'reply', rows: replyRows(value.keyboard), once: flagParam(value, 'one_time_keyboard') };
  }
  if (value.inline_keyboard !== undefined) return { is: 'inline', rows: inlineRows(value.inline_keyboard) };
  if (flagParam(value, 'remove_keyboard')) return { is: 'removed' };
  if (flagParam(value, 'force_reply')) return { is: 'forceReply' };
  return undefined;
}

/** The inline keyboard of an edit; other keyboards can't be edited in. No rows where there is none. */
export function inlineMarkupOf(params: Fields): readonly (readonly InlineButton[])[] {
  const markup = markupOf(params);
  if (markup !== undefined && markup.is !== 'inline') throw badRequest('inline keyboard expected');
  return markup?.rows ?? [];
}

function replyRows(value: unknown): ReplyButton[][] {
  if (!Array.isArray(value)) throw badRequest('Field "keyboard" must be of type Array');
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('Field "keyboard" must be an Array of Arrays');
    return row.map((button: unknown): ReplyButton => {
      if (typeof button === 'string') return { text: button };
      if (!isFields(button))
        throw badRequest("can't parse keyboard button: KeyboardButton must be a String or an Object");
      const text = textField(button, 'text');
      if (text === '') throw badRequest('keyboard button text must be non-empty');
      return {
        text,
        ...(flagParam(button, 'request_contact') ? { request_contact: true } : {}),
        ...(flagParam(button, 'request_location') ? { request_location: true } : {}),
      };
    });
  });
}
