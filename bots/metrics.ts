/** Counters, and gauges that are read when somebody looks, as Prometheus takes them. */
export type Metrics = {
  count(name: string, labels?: Readonly<Record<string, string>>): void;
  gauge(name: string, read: () => number): void;
  /** The text exposition format, 0.0.4. */
  text(): string;
};

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const gauges = new Map<string, () => number>();

  const seriesOf = (labels: Readonly<Record<string, string>>) => {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value.replace(/["\\\n]/g, '_')}"`);
    return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
  };

  return {
    count: (name, labels = {}) => {
      const counter = counters.get(name) ?? new Map<string, number>();
      counters.set(name, counter);
      const series = seriesOf(labels);
      counter.set(series, (counter.get(series) ?? 0) + 1);
    },
    gauge: (name, read) => void gauges.set(name, read),
    text: () => {
      const lines: string[] = [];
      for (const [name, counter] of counters) {
        lines.push(`# TYPE ${name} counter`);
        for (const [series, value] of counter) lines.push(`${name}${series} ${value}`);
      }
      for (const [name, read] of gauges) lines.push(`# TYPE ${name} gauge`, `${name} ${read()}`);
      return `${lines.join('\n')}\n`;
    },
  };
}
