/** One figure: its name with what a histogram adds to it, its labels, its value. */
export type Sample = {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
};
export type Family = {
  readonly name: string;
  readonly type: string;
  readonly help: string;
  readonly samples: readonly Sample[];
};

const NAME = /^[a-z][a-z0-9_]*$/;
const SAMPLE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"(,|$)/y;
/** Units that are not the base ones (Prometheus, metric and label naming). */
const OTHER_UNITS = /_(ms|milliseconds|microseconds|minutes|hours|days|kb|kilobytes|mb|megabytes|percent)(_|$)/;

/**
 * Reads Prometheus' text format (0.0.4) as strictly as its own checker does, and throws at the first thing that is wrong: order
 * of HELP, TYPE and figures, names and units, labels, doubled figures, and what a histogram has to add up to.
 */
export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const families = new Map<string, Family & { samples: Sample[] }>();
  let current: (Family & { samples: Sample[] }) | undefined;
  let help: { name: string; words: string } | undefined;
  for (const line of text.slice(0, -1).split('\n')) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (kind === 'HELP') {
      help = { name, words: rest };
    } else if (kind === 'TYPE') {
      if (help?.name !== name) throw new Error(`${name} has no HELP right before its TYPE`);
      if (families.has(name)) throw new Error(`${name} is there twice`);
      if (!['counter', 'gauge', 'histogram'].includes(rest)) throw new Error(`${name} is a ${rest}`);
      checkName(name, rest, help.words);
      current = { name, type: rest, help: help.words, samples: [] };
      families.set(name, current);
    } else {
      const sample = sampleOf(line);
      if (!current || !belongs(sample.name, current)) throw new Error(`${line} is not of ${current?.name}`);
      current.samples.push(sample);
    }
  }
  for (const family of families.values()) checkSamples(family);
  return families;
}

function checkName(name: string, type: string, help: string): void {
  if (!NAME.test(name)) throw new Error(`${name} is no name`);
  if (OTHER_UNITS.test(name)) throw new Error(`${name} is in no base unit`);
  if ((type === 'counter') !== name.endsWith('_total')) throw new Error(`${name} is a ${type}`);
  if (/_(count|sum|bucket|info)$/.test(name)) throw new Error(`${name} ends as a part of others does`);
  if (name.includes(type)) throw new Error(`${name} repeats its type`);
  if (help.trim() === '' || help === name) throw new Error(`${name} says nothing`);
}

function sampleOf(line: string): Sample {
  const [, name, pairs = '', given = ''] = SAMPLE.exec(line) ?? [];
  if (!name) throw new Error(`no figure: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < pairs.length) {
    const [whole, label = '', value = ''] = LABEL.exec(pairs) ?? [];
    if (!whole) throw new Error(`no labels: ${pairs}`);
    if (label in labels || label.startsWith('__')) throw new Error(`${label} may not be there`);
    labels[label] = value;
  }
  const value = given === '+Inf' ? Number.POSITIVE_INFINITY : Number(given);
  if (Number.isNaN(value)) throw new Error(`no number: ${line}`);
  return { name, labels, value };
}

const belongs = (sample: string, { name, type }: Family): boolean =>
  type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`].includes(sample) : sample === name;

const seriesOf = ({ labels }: Sample, without?: string): string =>
  JSON.stringify(Object.entries(labels).filter(([label]) => label !== without));

function checkSamples({ name, type, samples }: Family): void {
  const all = samples.map((sample) => `${sample.name} ${seriesOf(sample)}`);
  if (new Set(all).size < all.length) throw new Error(`${name} has a figure twice`);
  for (const { labels, name: of } of samples)
    if ('le' in labels !== (of === `${name}_bucket`)) throw new Error(`${of} has, or lacks, le`);
  if (type === 'counter' && samples.some(({ value }) => value < 0)) throw new Error(`${name} is below 0`);
  if (type !== 'histogram') return;
  for (const count of samples.filter((sample) => sample.name === `${name}_count`)) {
    const buckets = samples.filter((sample) => 'le' in sample.labels && seriesOf(sample, 'le') === seriesOf(count));
    const bounds = buckets.map(({ labels }) => (labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le)));
    if (bounds.some((bound, at) => at > 0 && bound <= (bounds[at - 1] ?? 0))) throw new Error(`${name} is in no order`);
    const counts = buckets.map(({ value }) => value);
    if (counts.some((value, at) => value < (counts[at - 1] ?? 0))) throw new Error(`${name} does not add up`);
    if (bounds.at(-1) !== Number.POSITIVE_INFINITY || counts.at(-1) !== count.value)
      throw new Error(`${name} does not end with all of them`);
  }
}
