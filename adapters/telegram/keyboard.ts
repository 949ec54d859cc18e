import type { InlineKeyboardButton } from 'grammy/types';
import type { Intent } from '#core/chat/intent.ts';
import { encodeIntent } from '#core/turns/intent-code.ts';
import { BUTTONS, BUTTONS_IN_ROW } from './limits.ts';
import { rich } from './rich.ts';

/** Rows of buttons below a message. */
export type Keyboard = readonly (readonly InlineKeyboardButton[])[];
export type Tone = 'good' | 'bad';

const STYLES = { good: 'success', bad: 'danger' } as const satisfies Record<Tone, string>;
/** Telegram refuses a button without a text. */
const NAMELESS = '·';

export function pressButton(label: string, intent: Intent, tone?: Tone): InlineKeyboardButton {
  const text = rich(label).plain.trim() || NAMELESS;
  return { text, callback_data: encodeIntent(intent), ...(tone ? { style: STYLES[tone] } : {}) };
}

export const linkButton = (label: string, url: string): InlineKeyboardButton => ({
  text: rich(label).plain.trim() || NAMELESS,
  url,
});

/**
 * Whether Telegram takes the address on a button; of another kind it goes into the text, since one bad button refuses
 * the whole message ("Wrong HTTP URL": a scheme besides http and https, a host without a dot).
 */
export function isButtonUrl(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) && /[.:]/.test(parsed.hostname);
}

/** Letters of a label that show whole on half and on a third of a phone's width. */
const HALF = 19;
const THIRD = 10;

/** Buttons in rows for one hand: good beside bad, short ones two or three a row, long ones alone. */
export function laidOut(buttons: readonly InlineKeyboardButton[]): Keyboard {
  const laid: InlineKeyboardButton[][] = [];
  for (let at = 0; at < buttons.length; ) {
    const many = isPair(buttons, at) ? 2 : (fitting(buttons, at, 3, THIRD) ?? fitting(buttons, at, 2, HALF) ?? 1);
    laid.push(buttons.slice(at, at + many));
    at += many;
  }
  return laid;
}

/** Interested and Not interested are one choice, however long their labels. */
function isPair(buttons: readonly InlineKeyboardButton[], at: number): boolean {
  const styles = [buttons[at]?.style, buttons[at + 1]?.style];
  return styles.includes(STYLES.good) && styles.includes(STYLES.bad);
}

function fitting(buttons: readonly InlineKeyboardButton[], at: number, many: number, width: number) {
  const row = buttons.slice(at, at + many);
  // A pair further on stays together.
  const isWhole = row.length === many && row.every((_, index) => index === 0 || !isPair(buttons, at + index));
  return isWhole && row.every(({ text }) => text.length <= width) ? many : undefined;
}

/** As many rows as needed, equally long. */
export function grid(buttons: readonly InlineKeyboardButton[], most: number): Keyboard {
  const count = Math.ceil(buttons.length / Math.min(most, BUTTONS_IN_ROW));
  const width = Math.ceil(buttons.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, row) => buttons.slice(row * width, (row + 1) * width));
}

/** The core pages what is long, so that more can't happen. */
export function checked(keyboard: Keyboard): Keyboard {
  const count = keyboard.flat().length;
  if (count > BUTTONS) throw new Error(`${count} buttons are more than Telegram takes`);
  return keyboard;
}
