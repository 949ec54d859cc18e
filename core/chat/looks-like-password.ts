import { LANGUAGES } from '#core/language.ts';
import { seenOf, withoutOuter } from '#core/typed/plain-of.ts';
import { readBareEmail } from '#core/typed/read-email.ts';

/** Shorter ones are no password of ours (SPEC 8). */
const LEAST = 8;
const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{N}\p{M}\s]/u];

/**
 * Whether what somebody typed looks like a password: one word of 8 or more with upper case, lower case, a digit and a
 * special character that has no other reading: no address, link, date, time, code, price, phone, reference, handle,
 * place, command or invite in any of the languages. What has one is left alone, since a guess deletes it.
 */
export function looksLikePassword(text: string, isInvite: (word: string) => boolean = () => false): boolean {
  // Letters are counted as they are seen, not as a phone happens to send them.
  const word = text.normalize('NFC').trim();
  if (word.length < LEAST || /\s/u.test(word) || !CLASSES.every((each) => each.test(word))) return false;
  const bare = withoutOuter(word, '_-', '_-');
  if ([word, bare].some(isInvite)) return false;
  // Ordinal signs would become letters.
  const seen = seenOf(word.replace(/(?<=\p{Nd}\.?)[ºª°]/gu, ''));
  return ![isEmail, isLink, isReference, isCommand, isHandle, isFile, isShare, isSpelled].some((isIt) => isIt(seen));
}

const isEmail = (word: string) => readBareEmail(word.replace(/^[\p{L}-]{1,12}:/u, '')) !== undefined;
/** A scheme, `www.`, or a host with a path; a bare `Word1.de` could be either and is not taken for one. */
const isLink = (word: string) =>
  /^[(<"“]?(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.|tel:|geo:|maps:)\S+$/iu.test(word) || isHostWithPath(word);

function isHostWithPath(word: string): boolean {
  const [host = ''] = word.split(/[/?]/u);
  return host.length < word.length && /^(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,}(?::\d+)?$/iu.test(host);
}

const isCommand = (word: string) => /^\/[a-z0-9_]+(@\w+)?$/iu.test(word);
/** `@Anna_2026`: how platforms name people. */
const isHandle = (word: string) => /^@[a-z][\w.]{2,}$/iu.test(word);
/** `IMG_2026-11-26.JPG`, `Plan(2).pdf`: a file's name. */
const isFile = (word: string) =>
  /\.(?:jpe?g|png|heic|heif|gif|webp|pdf|docx?|xlsx?|mp[34]|m4a|mov|ogg|zip|txt|csv)$/iu.test(word);
/** `100%Sure!`, `5*Hotel!`: how much of it, or how many stars. */
const isShare = (word: string) => /^\p{Nd}{1,3}(?:%|(?<=^[1-5])\*)\p{L}+[!.?]{0,3}$/u.test(word);
/** `Ref.:VP-1234`, `#Ab-12/3`: what follows is capitals, digits and what joins them. */
const isReference = (word: string) =>
  /^(?:ref(?:erence|erenz|erencia|erência|\.)?[.:#-]*|#)[\p{Lu}\d]+(?:[-/._][\p{Lu}\d]+)*[.!?)]?$/u.test(
    lowerHead(word),
  );

/** `Ref`, `REF` and `ref` are one; only the head, since the rest must be capitals. */
const lowerHead = (word: string) => word.replace(/^ref(erence|erenz|erencia|erência)?/iu, (head) => head.toLowerCase());

const PARTS = /\p{Nd}+|[\p{L}\p{M}]+/gu;
/** People write few parts without a blank between them. */
const MOST_PARTS = 24;

/**
 * A date, a time, a code, a price, a size, a phone, an address: numbers with words beside them, all of which go with numbers
 * in some language, and signs between them: `Sa.5.12.`, `Code:123456`, `10:00-12:00Uhr`. `Sommer-2024` has a word that
 * does not, `Juni2024!` no sign but the one that passwords end in.
 */
function isSpelled(word: string): boolean {
  // `Tomorrow@11`: at eleven. `Ja,3dec!`: an answer before it.
  const inner = withoutOuter(word)
    .replace(/@(?=\p{Nd}{1,2}(?:[:.h]\p{Nd}{2})?(?:[ap]m|h|u|uur|uhr)?$)/iu, ',')
    .replace(ANSWER, ' ');
  if (!/[^\p{L}\p{M}\p{N}]/u.test(inner) || /[!?^~\\{}[\]<>|=*_%&@]|(?<=[\p{L}\p{N}])#/u.test(inner)) return false;
  const parts = inner.match(PARTS) ?? [];
  if (parts.length > MOST_PARTS) return false;
  const names = parts.filter((part) => /^\p{L}/u.test(part));
  if (isStreet(inner, names.map(plain))) return true;
  // A digit within a word is no way to write a value, but for 10h30.
  if (/\p{L}\p{Nd}+\p{L}/u.test(inner.replace(/(\p{Nd})h(\p{Nd})/giu, '$1:$2'))) return false;
  const isPrice = /[€£$]|\p{Nd}{1,3}(?:[.,'’]\p{Nd}{3})+|\p{Nd}k/iu.test(word);
  return (
    names.some((name) => name.length > 1) &&
    names.filter((name) => name.length === 1).length <= 2 &&
    names.every((name) => isWritten(name) && (isKnown(plain(name)) || (isPrice && /^m(?:ax|in)/u.test(plain(name)))))
  );
}

const ANSWER = /^(?:yes|ok|okay|no|ja|nee|nein|oui|non|si|sí|sim|não|tak|nie|nej|nei),(?=\p{L}|\p{N})/iu;

/** As words are: small, capitals, or with one capital; but for some units. */
const isWritten = (name: string) =>
  /^(?:\p{Lu}?[\p{Ll}\p{M}]*|\p{Lu}+|kW|kWh|Std|WhatsApp|FaceTime|iMessage)$/u.test(name.normalize('NFC'));

/** `Hauptstr.12a`, `C/Mayor,5-2B`, `Kerkstraat12,1017AB`: a kind of street, and a house's number. */
const isStreet = (word: string, names: readonly string[]): boolean =>
  /\p{Nd}{1,5}[a-z]?(?![\p{L}\p{Nd}])/iu.test(word) &&
  (/^c\/\p{L}/iu.test(word) ||
    names.some(
      (name) => STREETS.has(name) || STREET_ENDS.some((end) => name.endsWith(end) && name.length > end.length),
    ));

const STREET_ENDS =
  'strasse str weg platz allee gasse ufer damm straat laan plein gracht kade gatan vagen gaten veien'.split(' ');
const STREETS = new Set(
  [
    'street road avenue lane drive square strasse str platz straat laan plein rue chemin place boulevard bd quai impasse',
    'calle carrer avda avenida plaza paseo camino carretera rua travessa largo praca estrada via viale piazza corso vicolo',
    'ulica ul aleja aleje plac osiedle os gatan vagen torget gata gate gaten veien vei',
  ].flatMap((row) => row.split(' ')),
);

/** Words that stand beside numbers, folded: of codes, times, prices, sizes, phones, rooms and files' like. */
const BESIDE = new Set(
  [
    'code|kode|codigo|codice|kod|pin|otp',
    'am|pm|a|p|m|h|hr|hrs|hour|hours|u|uur|uhr|heure|heures|hora|horas|ore|ora|godz|godzina|kl|klokken|klockan|min|mins|noon|at|om|um|as|alle|o|von|bis|tot|van|till|til|from|until|de|do|od|od|a|la|las|los|le|les|el|los|om|ab|ca|den|der|die|das|dem|het|d|en|und|et|y|i|och|og|oder|or|of|ou|lub|and',
    'nach|nachm|vorm|nachmittag|vormittag|abend|morgen|mittag|morning|afternoon|evening|tonight|today|tomorrow|ochtend|middag|avond|matin|midi|soir|manana|tarde|noche|manha|noite|mattina|mattino|pomeriggio|sera|rano|poludnie|wieczor|formiddag|eftermiddag|ettermiddag|kvall|kveld|heute|vandaag|hoy|hoje|oggi|dzis|idag|imorgon|demain|domani|amanha|jutro|vm|nm|fm|em',
    'kalt|warm|eur|euro|euros|usd|gbp|chf|pln|zl|sek|nok|dkk|kr|kroner|kronor|k|mio|mil|tsd|million|millionen|miljoen|millions|millones|milhoes|milioni|mln|tys|pcm|pm|pw|pa|month|monat|maand|mois|mes|mese|mies|maned|manad|kk|nk|per|pro|par|por|al|vb|price|preis|prijs|prix|precio|preco|prezzo|cena|pris|budget|presupuesto|orcamento|offer|bod|gebot|incl|inkl|excl|exkl|fee|hoa',
    'm|qm|mq|sqm|kvm|sqft|ft|cm|km|mm|ha|acres|acre|area|size|flache|grosse|oppervlakte|surface|superficie|yta|areal|powierzchnia|bed|beds|br|bd|bath|baths|ba|zimmer|zi|kamers|kamer|pieces|hab|habitaciones|quartos|locali|pokoje|pokoi|rum|rom|floor|etage|og|eg|ug|dg|stock|piso|planta|andar|piano|pietro|vaning|etasje|no|nr|num|numero|nummer|number|numer|unit|apt|app|apto|flat|wohnung|wng|objekt|object|plot|lot|block|bloque',
    'tel|telefon|telefoon|telephone|telefono|telefone|phone|mob|mobile|mobil|mobiel|movil|movel|kom|handy|cell|gsm|fax|ext|wa|whatsapp|call|dw|plz|cp|zip|postcode|id|iban|bic|vat|nif|nie|dni|ref|refs|gmt|utc|cet|cest|bst|kw|week|woche|semaine|semana|settimana|tydzien|vecka|uke|energy|class|epc|kwh|co|year|baujahr|bj',
    'villa|villas|apartment|appartement|apartamento|appartamento|apartament|studio|estudio|bungalow|bungalo|penthouse|atico|casa|casas|house|huis|haus|maison|dom|hus|townhouse|duplex|chalet|loft|finca|cottage|moradia|lejlighet|leilighet|lagenhet|mieszkanie|home|homes|garage|garaje|parking',
    'kb|kdb|zkb|ebk|wc|imessage|facetime',
    'st|nd|rd|th|er|re|eme|ste|ten|ter|ro|feira',
  ].flatMap((row) => row.split('|')),
);

let named: readonly string[] | undefined;

/** A month, a day of the week, or their beginnings; or a word beside numbers. One letter alone is a unit, a house's or a zone's. */
function isKnown(name: string): boolean {
  if (name.length === 1 || BESIDE.has(name) || /(?:c|k)od(?:e|igo|ice)?$/u.test(name)) return true;
  named ??= [...months(), ...weekdays()].map(plain);
  return name.length > 2 ? named.some((each) => each.startsWith(name)) : SHORT_DAYS.has(name);
}

/** As calendars shorten the days of the week. */
const SHORT_DAYS = new Set(
  'mo tu we th fr sa su di mi do so ma wo vr za zo lu me je ve pn wt sr cz pt sb nd ti on to lo gi'.split(' '),
);

const months = () =>
  LANGUAGES.flatMap((language) => {
    const name = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    const brief = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
    const dated = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 1))).flatMap((date) => [
      name.format(date),
      brief.format(date),
      // Polish declines the month beside a day.
      dated.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '',
    ]);
  });

const weekdays = () =>
  LANGUAGES.flatMap((language) => {
    const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
    return Array.from({ length: 7 }, (_, day) => name.format(new Date(Date.UTC(2026, 10, 1 + day))));
  });

const plain = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .toLowerCase();
