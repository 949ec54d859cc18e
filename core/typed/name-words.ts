/** What stands around a name where somebody says it, in the ten languages. None of it is in names but where said. */

/** How people begin to say their name. */
export const INTRODUCTION = new RegExp(
  `^(?:(?:hi|hello|hey|hallo|hoi|bonjour|salut|hola|olá|ciao|cześć|hej|hei),? )?(?:${[
    '(?:my |the |mein |mijn |mon |mi |mitt |(?:o )?meu |(?:il )?mio |moje )?(?:full |voller |volledige )?(?:name|naam|nom|nombre|nome|imię|namn|navn)(?: is|.s| ist| est| es| é| è| to| är| er|:| [-–—])',
    'i am|i.?m|this is|it.s|it is|(?:you can |please )?call me',
    'ik ben|ik heet|dit is|u spreekt met',
    '(?:ich bin|hier ist|das ist)(?: de[rn]| die)?|ich hei(?:ß|ss)e|hier spricht',
    'je m.appelle|je suis|c.est|moi,? c.est',
    '(?:yo )?(?:me llamo|soy)',
    '(?:eu )?(?:chamo-me|me chamo|sou)(?: [ao])?',
    '(?:io )?(?:mi chiamo|sono)',
    '(?:ja )?(?:nazywam się|jestem|mam na imię)',
    'jag heter|jag är|det är',
    'jeg heter|jeg er|det er',
  ].join('|')}) `,
  'iu',
);
/** How they end it. */
export const FAREWELL = / (?:here|speaking|aan de lijn|am apparat|à l.appareil)$/iu;

const FIRST = '(?:(?:my )?(?:first|given) name|voornaam|vorname|prénom|nombre|nome(?: próprio)?|imię|förnamn|fornavn)';
const LAST =
  '(?:(?:my )?(?:last|family) name|surname|achternaam|familienaam|nachname|familienname|name|nom(?: de famille)?|apellidos?|apelidos?|sobrenome|cognome|nazwisko|efternamn|etternavn)';
const JOINED = '(?:\\s*[:=-])?(?:\\s+(?:is|ist|est|es|é|è|to|är|er))?\\s+';

/** Each of the two under its own label, in either order. */
export const LABELLED = [
  new RegExp(`^${FIRST}${JOINED}(?<first>.+?)[,;]?\\s+(?:\\p{Ll}{1,3}\\s+)?${LAST}${JOINED}(?<last>.+)$`, 'iu'),
  new RegExp(`^${LAST}${JOINED}(?<last>.+?)[,;]?\\s+(?:\\p{Ll}{1,3}\\s+)?${FIRST}${JOINED}(?<first>.+)$`, 'iu'),
] as const;

/** How people are addressed; some are somebody's name as well, and so only titles with their dot. */
const TITLES = [
  'mr|mrs|ms|miss|mx|mister|missus|madam|sir|doctor|professor|dr|drs|prof|phd|rev',
  'de heer|heer|dhr|meneer|mijnheer|mevrouw|mevr|mw|mej|juffrouw',
  'herrn?|frau|fräulein|doktor',
  'monsieur|madame|mademoiselle|mme|mlle|docteur|professeur',
  'señora?|señorita|sra?|srta|doña|dña|dra|profesora?',
  'senhora?|srª|srta|professora|doutora?',
  'signor[ae]?|signorina|dottor[e]?|dottoressa|dott|dott\\.ssa|sig\\.ra|sig\\.na|dr\\.ssa|prof\\.ssa|professore|professoressa',
  'panią?|mgr|inż',
  'fru|fröken|frøken',
].join('|');
const DOTTED = 'ing|ir|sig|arch|avv|geom|rag|lic|eng|mag|hr|fr|med|phil|jur|vet|habil|hab|dipl|dipl\\.-ing';
/** Polish for Mr, and a name elsewhere. */
const ALSO_NAMES = 'pan|dona|hr';
const title = (all: string) => `(?:(?:${all})\\.?|(?:${DOTTED})\\.)`;

/** Titles before a first and a last name. */
export const TITLE = new RegExp(`^(?:${title(`${TITLES}|${ALSO_NAMES}`)} )+(?=\\S+ \\S)`, 'iu');
/** The same behind them. */
export const TITLE_BEHIND = new RegExp(`, ?${title(TITLES)}$`, 'iu');
/** Somebody who is addressed by their last name alone. */
export const ADDRESSED = new RegExp(`^${title(TITLES)}(?: |$)`, 'iu');

/** Two people at once: a word for "and" between their first names. Further on it stands in one name, as `Ortega y Gasset`. */
export const TWO_PEOPLE = /^\S+ (?:and|en|und|et|y|e|i|oraz|och|og|[&+]) |[&+]/iu;

/** Words of sentences, folded; none of them is anybody's name in any of the languages, as Will, Can, Wie and Nie are. */
export const SENTENCE = new Set(
  [
    'want need looking buy the not who why what when where prefer interested',
    'niet waarom zoek zoeken geinteresseerd woning',
    'ich mochte nicht suche warum wer wohnung interessiert',
    'veux cherche pourquoi vous interesse',
    'quiero busco quien interesado interesada dueno',
    'nao quero procuro quem interessado interessada',
    'voglio cerco perche interessato',
    'chce szukam dlaczego',
    'jag inte soker varfor intresserad',
    'jeg ikke soker hvorfor hvem interessert',
  ].flatMap((row) => row.split(' ')),
);
