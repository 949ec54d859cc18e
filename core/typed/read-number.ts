import { plainOf, seenOf } from './plain-of.ts';
import { withoutManners } from './without-manners.ts';

/** What people call a line of a menu, in the ten languages. */
const CALLED =
  /^(?:the |de |die |das |la |le |el |o |a |il |den |det )?(?:option|optie|opcion|opcao|opzione|opcja|alternativ|number|nummer|numero|numer|nr|no|nro|num|choice|keuze|wahl|choix|scelta|val|valg) /u;

/** How people begin to choose. */
const CHOSEN =
  /^(?:i choose|i take|i pick|i ll take|ik kies|ik neem|doe maar|ich nehme|ich wahle|je prends|je choisis|elijo|escojo|escolho|fico com|scelgo|prendo|wybieram|biore|jag valjer|jag tar|jeg velger|jeg tar)(?: (?:the|la|le|el|o|a|il|den|die|de))? /u;

/**
 * The number of a menu that somebody answered with: `2`, `2.`, `(2)`, `2️⃣`, `２`, `option 2, please`, in any script's
 * digits; undefined where it is something else, as an amount.
 */
export function readNumber(words: string): number | undefined {
  // A sign beside it makes it another number, a reference, or stars.
  const named = seenOf(words).replace(/^(?:#|n\.?[°ºo]\.?) ?(?=\p{Nd}{1,2}$)/iu, '');
  if (/^[+#-]|[€$£%°★☆⭐🌟]/u.test(named)) return undefined;
  const plain = plainOf(named);
  const bare = /^\d+$/.test(plain)
    ? plain
    : /[.,:]\d/.test(plain)
      ? ''
      : withoutManners(plain).replace(CHOSEN, '').replace(CALLED, '');
  return /^\d{1,3}$/.test(bare) ? Number(bare) : undefined;
}
