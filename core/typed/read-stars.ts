import type { Language } from '#core/language.ts';
import { countOf } from './count-of.ts';
import { seenOf } from './plain-of.ts';
import { folded, withoutThanks } from './without-manners.ts';

/** What says this much is no verdict but a letter. */
const LONGEST = 80;
const MOST = 5;
const FULL = /[★⭐🌟✭✮]/gu;
const EMPTY = /[☆✩]/gu;
/** As keyboards without one write a star: `****`, `4*`. */
const ASTERISKS = /^\*{2,5}$|(?<=^\p{Nd} ?)\*$/u;
/** What is no whole number of stars, and signs that make another number of it. */
const BROKEN = /\p{Nd}[.,]\p{Nd}|[½⁄]|[+<>~-]|\p{Nd}\s*%/u;

/** Their names in the ten languages, folded. */
const NAMED =
  /(?:stars?|ster(?:ren|retjes?)?|sterne?n?|etoiles?|estrellas?|estrellitas?|estrelas?|stell[ae]|gwiazd(?:a|e|y|ka|ke|ki|ek)?|stjarnor|stjarna|stjerner?)/u;
/** How people begin to say what they give. */
const GIVEN =
  /^(?:(?:i|we) (?:(?:would |d )?(?:give|rate)|gave|rated)(?: (?:it|this|this one|this home))?|(?:ik geef|wij geven|we geven)(?: (?:het|deze|dit))?|(?:ich gebe|ich vergebe|wir geben|von mir|von uns)(?: (?:ihr|ihm|dafur))?|(?:je (?:lui )?donne|je mets|on donne)|(?:le )?(?:doy|pongo|damos)(?: (?:un|unas))?|(?:dou lhe|dou|damos)|(?:gli |le )?(?:do|diamo)|(?:daje|dajemy|ode mnie)|(?:jag|vi) ger(?: (?:den|det))?|(?:jeg|vi) gir(?: (?:den|det))?) /u;
const OUT_OF = '(?:out of|of|van de|uit|op|von|sur|de|em|su|na|z|av)';
/** The most there are, in digits or in a word, folded. */
const OF_ALL = '(?:5|five|vijf|funf|fuenf|cinq|cinco|cinque|pieciu|piec|fem)';
/** How people call what they give. */
const CALLED =
  /^(?:score|rating|grade|cijfer|note|bewertung|punkte|nota|puntuacion|pontuacao|voto|valutazione|ocena|betyg|karakter) /u;
const WHOLE = new RegExp(
  `^(?<count>\\d|\\p{L}+)(?: ?x)?(?: ?(?<named>${NAMED.source}))?(?: (?<most>${OUT_OF} ${OF_ALL}))?(?: (?<last>${NAMED.source}))?$`,
  'u',
);

/**
 * The stars, 1 to 5, that somebody gave in words or signs that say so: `★★★★☆`, `⭐ 4`, `4/5`, `4 Sterne, danke`; undefined
 * where it is something else, as half a star or a number alone. Number words are of this language or of English.
 */
export function readStars(words: string, language: Language): number | undefined {
  const said = starsIn(words, language);
  return said?.isOutright ? said.stars : undefined;
}

/** The same where stars are asked for: a number by itself, in digits or in a word, says them too. */
export const readAskedStars = (words: string, language: Language): number | undefined =>
  starsIn(words, language)?.stars;

function starsIn(words: string, language: Language): { stars: number; isOutright: boolean } | undefined {
  const seen = (words.length > 4 * LONGEST ? '' : seenOf(words)).replace(ASTERISKS, (run) => '★'.repeat(run.length));
  if (seen.length > LONGEST || BROKEN.test(seen)) return undefined;
  const full = seen.match(FULL)?.length ?? 0;
  const empty = seen.match(EMPTY)?.length ?? 0;
  // A row of nothing but empty ones is none, or as many; who knows.
  if (full === 0 ? empty > 0 : empty > 0 && full + empty !== MOST) return undefined;
  const rest = withoutThanks(folded(seen.replace(FULL, ' ').replace(EMPTY, ' ').replaceAll('/', ' of ')));
  if (rest === '') return isStars(full) ? { stars: full, isOutright: true } : undefined;
  const {
    count = '',
    named,
    most,
    last,
  } = WHOLE.exec(rest.replace(GIVEN, '').replace(CALLED, '').replace(/^an? /u, ''))?.groups ?? {};
  const stars = /^\d$/.test(count) ? Number(count) : countOf(count, language);
  // Beside a number one star is its name; more have to be as many.
  if (!isStars(stars) || (full > 1 && full !== stars)) return undefined;
  return { stars, isOutright: full > 0 || [named, most, last].some((each) => each !== undefined) };
}

const isStars = (count: number | undefined): count is number => count !== undefined && count >= 1 && count <= MOST;
