import {
  type CounterName,
  type GaugeName,
  type HistogramName,
  type LabelsOf,
  METRICS,
  type Metric,
  type MetricName,
} from './metric-table.ts';

/** One figure of a gauge. */
type Reading<Name extends GaugeName> = { readonly labels: LabelsOf<Name>; readonly value: number };
/** Labels may be left out where a figure has none. */
type Labelled<Name extends MetricName> = keyof LabelsOf<Name> extends never ? [] : [labels: LabelsOf<Name>];

/** Counts and measurements as Prometheus takes them; what they are called and mean is in `METRICS`. */
export type Metrics = {
  count<Name extends CounterName>(name: Name, ...labels: Labelled<Name>): void;
  /** `value` in the unit that the name ends with. */
  observe<Name extends HistogramName>(name: Name, value: number, ...labels: Labelled<Name>): void;
  /** Read when somebody looks; one that fails is left out. */
  gauge<Name extends GaugeName>(
    name: Name,
    read: () => readonly Reading<Name>[] | Promise<readonly Reading<Name>[]>,
  ): void;
  /** The text exposition format, 0.0.4. */
  text(): Promise<string>;
};

/** How often each bound was not passed; the last is the endless one. */
type Histogram = { readonly counts: number[]; sum: number };

export function createMetrics(): Metrics {
  const counters = new Map<MetricName, Map<string, number>>();
  const histograms = new Map<MetricName, Map<string, Histogram>>();
  const gauges = new Map<MetricName, () => Promise<readonly string[]>>();

  const linesOf = async (name: MetricName, metric: Metric): Promise<readonly string[]> => {
    switch (metric.is) {
      case 'counter': {
        const series = [...(counters.get(name) ?? (metric.labels.length > 0 ? [] : [['', 0] as const]))];
        return series.map(([labels, value]) => line(name, labels, value));
      }
      case 'gauge':
        return (
          (await gauges
            .get(name)?.()
            .catch(() => [])) ?? []
        );
      case 'histogram':
        return [...(histograms.get(name) ?? [])].flatMap(([labels, found]) =>
          histogramLines(name, metric.buckets, labels, found),
        );
    }
  };

  return {
    count(name, ...[labels]) {
      const counter = ofName(counters, name);
      const series = pairs(labels ?? {});
      counter.set(series, (counter.get(series) ?? 0) + 1);
    },
    observe(name, value, ...[labels]) {
      const { buckets } = METRICS[name];
      const all = ofName(histograms, name);
      const series = pairs(labels ?? {});
      const found = all.get(series) ?? { counts: Array.from({ length: buckets.length + 1 }, () => 0), sum: 0 };
      all.set(series, found);
      found.sum += value;
      for (const [at, bound] of [...buckets, Number.POSITIVE_INFINITY].entries())
        if (value <= bound) found.counts[at] = (found.counts[at] ?? 0) + 1;
    },
    gauge(name, read) {
      gauges.set(name, async () => (await read()).map(({ labels, value }) => line(name, pairs(labels), value)));
    },
    async text() {
      // All at once: those that the database keeps waiting wait beside each other.
      const families = await Promise.all(
        namesOf(METRICS).map(async (name) => {
          const { is, help } = METRICS[name];
          return [`# HELP ${name} ${help}`, `# TYPE ${name} ${is}`, ...(await linesOf(name, METRICS[name]))];
        }),
      );
      return `${families.flat().join('\n')}\n`;
    },
  };
}

const namesOf = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table)[];

function ofName<Value>(all: Map<MetricName, Map<string, Value>>, name: MetricName): Map<string, Value> {
  const found = all.get(name) ?? new Map<string, Value>();
  all.set(name, found);
  return found;
}

/** The signs that have to be escaped in a value (text exposition format, 0.0.4). */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

const pairs = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}="${value.replaceAll(/[\\"\n]/g, (each) => ESCAPES[each] ?? each)}"`)
    .join(',');

const line = (name: string, labels: string, value: number): string => `${name}${labels && `{${labels}}`} ${value}`;

function histogramLines(
  name: string,
  buckets: readonly number[],
  labels: string,
  { counts, sum }: Histogram,
): readonly string[] {
  const bounds = [...buckets.map(String), '+Inf'];
  return [
    ...bounds.map((bound, at) =>
      line(`${name}_bucket`, [labels, `le="${bound}"`].filter(Boolean).join(','), counts[at] ?? 0),
    ),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, counts.at(-1) ?? 0),
  ];
}
