import type { PartOfDay } from '#core/chat/text.ts';
import type { Language } from '#core/language.ts';
import { fold } from './fold.ts';

type Part = Exclude<PartOfDay, 'any'>;

/** The words that a language has for parts of a day, folded as `fold` does. */
export type PartWords = {
  /** The longest first, so that a phrase is known before the words in it. */
  readonly parts: readonly (readonly [string, PartOfDay])[];
  /** Words that say the day besides: `tonight`, as days from today. */
  readonly dated: ReadonlyMap<string, { readonly fromToday: number; readonly part: Part }>;
  /** The morning, but tomorrow where no other day is named. */
  readonly morning: string | undefined;
  /** What may stand before a part. */
  readonly around: ReadonlySet<string>;
};

type Row = Readonly<Record<Part | 'any', string>> & {
  /** Of today, by part; and of tomorrow, where a language has a word for it. */
  readonly today: Readonly<Partial<Record<Part, string>>>;
  readonly tomorrow?: Readonly<Partial<Record<Part, string>>>;
  readonly alsoMorning?: string;
  readonly around: string;
};

/** Alternatives stand between bars. Noon begins the afternoon. */
const ROWS: Readonly<Record<Language, Row>> = {
  en: {
    morning: 'morning|mornings|am|a m|before noon|before lunch|forenoon',
    afternoon: 'afternoon|afternoons|pm|p m|noon|midday|lunchtime|lunch time|after lunch',
    evening: 'evening|evenings|eve|night|after work',
    any: 'any time|anytime|all day|whole day|the whole day|any time of day',
    today: { morning: 'this morning', afternoon: 'this afternoon', evening: 'tonight|this evening' },
    around: 'in the at on during early late',
  },
  nl: {
    morning: 'ochtend|ochtends|s ochtends|morgens|s morgens|vroeg|voormiddag|vm|in de morgen',
    afternoon: 'middag|middags|s middags|namiddag|namiddags|nm|tussen de middag',
    evening: 'avond|avonds|s avonds|na het werk',
    any: 'hele dag|de hele dag|maakt niet uit hoe laat|elk moment',
    today: {
      morning: 'vanochtend|vanmorgen|deze ochtend',
      afternoon: 'vanmiddag|deze middag',
      evening: 'vanavond|deze avond',
    },
    alsoMorning: 'morgen',
    around: 'in de het op om einde eind',
  },
  de: {
    morning:
      'vormittag|vormittags|vorm|vm|morgens|früh|frueh|in der früh|am morgen|in der frühe|am frühen morgen|früh morgens',
    afternoon:
      'nachmittag|nachmittags|nachm|nm|mittag|mittags|spätnachmittag|am späten nachmittag|am frühen nachmittag',
    evening: 'abend|abends|am frühen abend|nach der arbeit|nach feierabend',
    any: 'ganztägig|ganztags|den ganzen tag|ganzen tag|jederzeit',
    today: {},
    alsoMorning: 'morgen',
    around: 'am in der im zur zum gegen um den',
  },
  fr: {
    morning: 'matin|matinée|le matin|au matin|matins',
    afternoon: 'après-midi|apres midi|aprèm|aprem|midi|à midi',
    evening: 'soir|soirée|soirs|fin de journée',
    any: 'toute la journée|à toute heure|n’importe quand|journée entière',
    today: { morning: 'ce matin', afternoon: 'cet après-midi|cette après-midi|cet aprèm', evening: 'ce soir' },
    around: 'dans la le l en a au de du début fin',
  },
  es: {
    morning:
      'por la mañana|a la mañana|de la mañana|en la mañana|por las mañanas|de mañana|temprano|mañanas|antes del mediodía',
    afternoon: 'tarde|tardes|mediodía|después de comer|sobremesa',
    evening: 'noche|noches|tarde noche',
    any: 'todo el día|cualquier hora|a cualquier hora',
    today: { morning: 'esta mañana', afternoon: 'esta tarde', evening: 'esta noche' },
    alsoMorning: 'mañana',
    around: 'por la las a al en de el',
  },
  pt: {
    morning: 'manhã|manhãs|de manhã|pela manhã|cedo|parte da manhã',
    afternoon: 'tarde|tardes|meio-dia|hora de almoço|parte da tarde',
    evening: 'noite|noites|fim do dia|final do dia',
    any: 'todo o dia|o dia todo|o dia inteiro|qualquer hora|a qualquer hora',
    today: {
      morning: 'esta manhã',
      afternoon: 'esta tarde|logo à tarde',
      evening: 'esta noite|logo à noite',
    },
    around: 'à a ao de da do pela pelo na no em as',
  },
  it: {
    morning: 'mattina|mattino|mattinata|mattine|mattutino|presto',
    afternoon: 'pomeriggio|pomeriggi|mezzogiorno|dopo pranzo|ora di pranzo',
    evening: 'sera|serata|sere|tardo pomeriggio',
    any: 'tutto il giorno|tutta la giornata|qualsiasi ora|a qualsiasi ora',
    today: {
      morning: 'stamattina|stamani|stamane|questa mattina',
      afternoon: 'questo pomeriggio',
      evening: 'stasera|questa sera',
    },
    tomorrow: { morning: 'domattina' },
    around: 'di nel nella la il al alla in del della a',
  },
  pl: {
    morning: 'rano|ranek|rankiem|z rana|przed południem|przedpołudnie|przedpołudniem|do południa',
    afternoon: 'po południu|popołudniu|popołudnie|popołudniem|południe|w południe|po obiedzie',
    evening: 'wieczór|wieczorem|wieczorkiem|po pracy',
    any: 'cały dzień|o każdej porze|obojętnie o której|dowolna pora',
    today: {},
    around: 'w we z na',
  },
  sv: {
    morning: 'förmiddag|förmiddagen|fm|morgonen|bitti|morse|tidigt',
    afternoon: 'eftermiddag|eftermiddagen|em|lunchtid|mitt på dagen',
    evening: 'kväll|kvällen|kvällstid|efter jobbet',
    any: 'hela dagen|när som helst',
    today: {
      morning: 'i förmiddag|imorse|i morse',
      afternoon: 'i eftermiddag',
      evening: 'i kväll|ikväll',
    },
    alsoMorning: 'morgon',
    around: 'på i om under den vid',
  },
  no: {
    morning: 'formiddag|formiddagen|morgenen|tidlig|på morgenen|morgonen',
    afternoon: 'ettermiddag|ettermiddagen|middag|lunsjtid|midt på dagen',
    evening: 'kveld|kvelden|etter jobb',
    any: 'hele dagen|når som helst|heile dagen',
    today: {
      morning: 'i formiddag|i morges',
      afternoon: 'i ettermiddag',
      evening: 'i kveld|ikveld',
    },
    alsoMorning: 'morgen',
    around: 'på i om under den ved',
  },
};

const made = new Map<Language, PartWords>();

/** The words of a language together with those of English that mean nothing else in it, folded. */
export function partWords(language: Language): PartWords {
  let words = made.get(language);
  if (!words) {
    words = wordsOf(language);
    made.set(language, words);
  }
  return words;
}

function wordsOf(language: Language): PartWords {
  const rows = language === 'en' ? [ROWS.en] : [ROWS[language], ROWS.en];
  const own = ROWS[language];
  const around = new Set(rows.flatMap((row) => row.around.split(' ').map(fold)));
  const parts = rows.flatMap((row) =>
    (['morning', 'afternoon', 'evening', 'any'] as const).flatMap((part) =>
      named(row[part])
        // German "am" is no morning.
        .filter((name) => row === own || !own.around.split(' ').includes(name))
        .map((name): readonly [string, PartOfDay] => [name, part]),
    ),
  );
  const dated = rows.flatMap(({ today, tomorrow = {} }) =>
    [today, tomorrow].flatMap((names, fromToday) =>
      (['morning', 'afternoon', 'evening'] as const).flatMap((part) =>
        named(names[part] ?? '').map((name) => [name, { fromToday, part }] as const),
      ),
    ),
  );
  return {
    parts: parts.sort(([one], [other]) => other.length - one.length),
    dated: new Map(dated),
    morning: own.alsoMorning === undefined ? undefined : fold(own.alsoMorning),
    around,
  };
}

const named = (row: string) => row.split('|').filter(Boolean).map(fold);
