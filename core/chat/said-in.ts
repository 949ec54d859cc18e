import { seenOf, withoutOuter } from '#core/typed/plain-of.ts';
import { COMMANDS, type Did } from './turn.ts';

/** `/name`, `/name@bot` and what follows, as bots' commands are written (Bot API: 1 to 32 of a-z, 0-9 and _). */
const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w{1,64})?(?:\s+(.*))?$/is;
/** What an invite can look like at all (SPEC 8). */
const CODE = /^[\w-]{1,64}$/;
/** A personal one is no shorter, and no usual word is as long. */
const TOKEN_LEAST = 20;

/**
 * What written words mean before anything that is on show: a command, an invite, or just words; undefined where there
 * are none. `isInvite`: whether a word is an invite of the company, which may stand anywhere (SPEC 12).
 */
export function saidIn(written: string, isInvite: (word: string) => boolean): Did | undefined {
  const words = written.trim();
  if (!words) return undefined;
  const [, name, rest = ''] = words.match(COMMAND) ?? [];
  const command = COMMANDS.find((each) => each === name?.toLowerCase());
  if (command === 'start') return { is: 'came', code: wordIn(rest.split(/\s/)[0] ?? '').code || undefined };
  return command ? { is: 'ordered', command } : (cameIn(words, isInvite) ?? { is: 'wrote', words });
}

/** `START CODE`, or an invite that stands as a word of its own; people put signs and greetings around either. */
function cameIn(words: string, isInvite: (word: string) => boolean): Did | undefined {
  const seen = seenOf(words).replace(DASHES, '-');
  const linked = codeInLink(seen);
  const invite = [
    ...seen
      .split(APART)
      .map(wordIn)
      .flatMap(({ code, bare }) => [code, bare]),
    linked ?? '',
  ].find((word) => CODE.test(word) && isInvite(word));
  if (invite !== undefined) return { is: 'came', code: invite };
  if (linked !== undefined && linked.length >= TOKEN_LEAST) return { is: 'came', code: linked };
  const all = seen.split(/\s+/u).map(wordIn);
  const start = all.findIndex(({ bare }) => bare.toLowerCase() === 'start');
  const code = all[start + 1]?.code ?? '';
  if (start < 0) return undefined;
  if (all.length === 1) return { is: 'came', code: undefined };
  if (!CODE.test(code) || isLabel(words)) return undefined;
  return (start === 0 && all.length === 2) || code.length >= TOKEN_LEAST ? { is: 'came', code } : undefined;
}

/** Keyboards make longer dashes of some, which no code has. */
const DASHES = /[‐‑‒–—−]/gu;
/** What stands between words, and between the parts of a link. */
const APART = /(?:[\s:/?&=+]|%20)+/u;

/** The code in one of our links that was pasted whole: `t.me/bot?start=CODE`, `wa.me/34…?text=START%20CODE`. */
const codeInLink = (words: string): string | undefined =>
  /[?&](?:start=|text=start(?:%20|\+))([\w-]{1,64})(?![\w-])/iu.exec(words)?.[1];

/** A word as a code may be meant by it: its own first and last sign may be `_` or `-`, or stand around it. */
const wordIn = (word: string) => ({ code: withoutOuter(word, '_-', '_-'), bare: withoutOuter(word) });

/** The label "Start viewing" may be typed too (rule 23), in English, Norwegian or Dutch. */
const isLabel = (words: string) => /^start\s+(viewing|visning|bezichtiging)$/i.test(words);
