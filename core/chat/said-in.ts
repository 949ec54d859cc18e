import { COMMANDS, type Did } from './turn.ts';

/** `/name`, `/name@bot` and what follows, as bots' commands are written (Bot API: 1 to 32 of a-z, 0-9 and _). */
const COMMAND = /^\/([a-z0-9_]{1,32})(?:@\w{1,64})?(?:\s+(.*))?$/is;
/** What an invite can look like at all (SPEC 8). */
const CODE = /^[\w-]{1,64}$/;

/**
 * What written words mean before anything that is on show: a command, an invite, or just words; undefined where there
 * are none. `isInvite`: whether a word is an invite of the company, which may stand anywhere (SPEC 12).
 */
export function saidIn(written: string, isInvite: (word: string) => boolean): Did | undefined {
  const words = written.trim();
  if (!words) return undefined;
  const [, name, rest = ''] = words.match(COMMAND) ?? [];
  const command = COMMANDS.find((each) => each === name?.toLowerCase());
  if (command === 'start') return { is: 'came', code: rest.split(/\s/)[0] || undefined };
  return command ? { is: 'ordered', command } : (cameIn(words, isInvite) ?? { is: 'wrote', words });
}

/** `START CODE`, or an invite that stands as a word of its own. */
function cameIn(words: string, isInvite: (word: string) => boolean): Did | undefined {
  const all = words.split(/\s+/);
  const [first = '', second = ''] = all;
  const invite = all.find((word) => CODE.test(word) && isInvite(word));
  if (invite !== undefined) return { is: 'came', code: invite };
  if (first.toLowerCase() !== 'start' || all.length > 2) return undefined;
  if (second === '') return { is: 'came', code: undefined };
  return CODE.test(second) && !isLabel(words) ? { is: 'came', code: second } : undefined;
}

/** The label "Start viewing" may be typed too (rule 23), in English, Norwegian or Dutch. */
const isLabel = (words: string) => /^start\s+(viewing|visning|bezichtiging)$/i.test(words);
