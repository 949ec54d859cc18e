/** What stands between words, and breaks a line where it is shown. */
const BREAKS =
  /<\/?(?:p|div|section|article|header|footer|h[1-6]|ul|ol|tr|table|tbody|thead|blockquote|pre|dl|dt|dd|hr)(?:\s[^<>]*)?\/?>|<br(?:\s[^<>]*)?\/?>/gi;
const ITEMS = /<li(?:\s[^<>]*)?>/gi;
/** Never shown, with all that is in it. */
const UNSEEN = /<(script|style|head|title|template)(?:\s[^<>]*)?>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->|<!doctype[^<>]*>/gi;
const TAGS = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]*)?\/?>/gi;
const REFERENCES = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;

/** HTML's names of signs (HTML, named character references), those that texts about homes have. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    shy: '',
    zwnj: '',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  },
  ...{
    euro: '€',
    pound: '£',
    yen: '¥',
    cent: '¢',
    deg: '°',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
  },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„' },
  ...{ laquo: '«', raquo: '»', bull: '•', middot: '·', copy: '©', reg: '®', trade: '™', iexcl: '¡', iquest: '¿' },
  ...{ ordf: 'ª', ordm: 'º', times: '×', plusmn: '±', sect: '§', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oslash: 'ø' },
  ...{ Oslash: 'Ø', oelig: 'œ', OElig: 'Œ', lstrok: 'ł', Lstrok: 'Ł', eth: 'ð', ETH: 'Ð', thorn: 'þ', THORN: 'Þ' },
};
/** A letter with one of these behind its name, as in `eacute` (Unicode, combining diacritical marks). */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', ring: '\u030a' },
  ...{ cedil: '\u0327', caron: '\u030c', ogon: '\u0328', dot: '\u0307' },
};
/** Feeds put HTML into HTML: what was `&lt;b&gt;` is a tag as well. */
const ROUNDS = 3;

/** The words of a text that other systems keep as HTML, with its paragraphs; a text that is none stays as it is. */
export function plainWords(text: string): string {
  let words = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = words;
    words = withoutTags(words).replace(REFERENCES, signOf);
    if (words === before) break;
  }
  return words === text ? text : tidied(words);
}

const withoutTags = (text: string): string =>
  text.replace(UNSEEN, '').replace(ITEMS, '\n• ').replace(BREAKS, '\n').replace(TAGS, '');

const tidied = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function signOf(whole: string, decimal: string | undefined, hex: string | undefined, name = ''): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  if (code === 0xa0) return ' ';
  if (code !== undefined) return code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  const sign = SIGNS[name] ?? SIGNS[name.toLowerCase()];
  if (sign !== undefined) return sign;
  const accent = ACCENTS[name.slice(1)];
  return accent && /^[a-z]/i.test(name) ? `${name[0]}${accent}`.normalize('NFC') : whole;
}

type Described = { readonly description?: readonly { readonly title?: string; readonly text?: string }[] };

/** A listing as it came in, its descriptions in plain words. */
export function withPlainWords<Body extends Described>(body: Body): Body {
  if (!body.description) return body;
  const description = body.description.map((each) => ({
    ...each,
    ...(each.title === undefined ? {} : { title: plainWords(each.title) }),
    ...(each.text === undefined ? {} : { text: plainWords(each.text) }),
  }));
  return { ...body, description };
}
