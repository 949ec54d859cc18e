import { aNumber, aText, aTruth, listOf, oneOf, type Reader, recordOf } from '#core/reader.ts';
import { HOLES, type PhraseKey } from '#locales/phrases.ts';
import { RETIRED_PHRASES } from './retired-phrases.ts';
import { type Joined, PARTS_OF_DAY, SHORT_MOMENTS, type Text, type Value } from './text.ts';

type Kind = 'words' | 'number' | 'moment' | 'day' | 'money' | 'area' | 'text';

/** What fills each kind of hole. */
const VALUES: Readonly<Record<Kind, Reader<Value>>> = {
  words: aText,
  number: aNumber,
  moment: recordOf({ moment: aText, zone: aText }, { as: oneOf(SHORT_MOMENTS), until: aText, inYear: aTruth }),
  day: recordOf({ day: aText }, { part: oneOf(PARTS_OF_DAY), brief: aTruth }),
  money: recordOf({ amount: aNumber, currency: aText }),
  area: recordOf({ squareMetres: aNumber }),
  text: (json) => readText(json),
};

const aVerbatim = recordOf({ verbatim: aText });
const aTranslated = recordOf({ translated: listOf(recordOf({ lang: aText, words: aText })) });
const isPhrase = (say: unknown): say is PhraseKey => typeof say === 'string' && Object.hasOwn(HOLES, say);
const isObject = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** A text that was stored; undefined where it is a phrase that nothing took the place of, or lacks what fills its holes today. */
export const readText: Reader<Text> = (json) => {
  if (!isObject(json)) return undefined;
  if ('verbatim' in json) return aVerbatim(json);
  if ('translated' in json) return aTranslated(json);
  if ('join' in json) return readJoined(json);
  return readPhrase(json);
};

/** What of it can be read. */
function readJoined({ join, by }: Readonly<Record<string, unknown>>): Joined | undefined {
  if (!Array.isArray(join) || typeof by !== 'string') return undefined;
  return { join: join.map(readText).filter((each) => each !== undefined), by };
}

function readPhrase({ say, with: values = {} }: Readonly<Record<string, unknown>>): Text | undefined {
  if (!isObject(values)) return undefined;
  if (!isPhrase(say)) return RETIRED_PHRASES.get(say)?.(values);
  const filled: Record<string, Value> = {};
  for (const [hole, kind] of Object.entries<Kind>(HOLES[say])) {
    const value = VALUES[kind](values[hole]);
    if (value === undefined) return undefined;
    filled[hole] = value;
  }
  return Object.keys(filled).length > 0 ? { say, with: filled } : { say };
}
