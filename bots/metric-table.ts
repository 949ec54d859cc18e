/** What we count and measure, by Prometheus' rules for names: base units (`_seconds`, `_bytes`), `_total` of what only grows. */
export const METRICS = {
  tesoro_http_requests_total: {
    is: 'counter',
    labels: ['method', 'route', 'status'],
    help: 'Requests that were answered, by the pattern of their route.',
  },
  tesoro_events_stored_total: {
    is: 'counter',
    labels: [],
    help: 'Events of platforms that were stored instead of done at once: files, and those whose turn failed or had to wait.',
  },
  tesoro_deliveries_total: {
    is: 'counter',
    labels: ['was'],
    help: 'Attempts to send a message, by what became of them; again: it is tried later.',
  },
  tesoro_whatsapp_foreign_total: {
    is: 'counter',
    labels: [],
    help: 'What WhatsApp told of numbers that are not ours.',
  },
  tesoro_teams_ignored_total: {
    is: 'counter',
    labels: [],
    help: 'Activities of Teams that are not for the bot.',
  },
  tesoro_answer_seconds: {
    is: 'histogram',
    labels: ['channel'],
    help: 'From an event having come to the first message of its answer being with the platform.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
  tesoro_events_in_hand: { is: 'gauge', labels: [], help: 'Events whose turn is under way in this process.' },
  tesoro_queue_items: {
    is: 'gauge',
    labels: ['queue', 'state'],
    help: 'What stands in the queues of the whole deployment.',
  },
  tesoro_queue_oldest_seconds: {
    is: 'gauge',
    labels: ['queue', 'state'],
    help: 'How long the oldest of it stands there; 0 where there is none.',
  },
  tesoro_channel_state: {
    is: 'gauge',
    labels: ['account', 'state'],
    help: 'How each channel account of this process is: 1 of the state that it has, 0 of the others.',
  },
  tesoro_database_up: { is: 'gauge', labels: [], help: 'Whether the database answers: 1, or 0.' },
  process_start_time_seconds: {
    is: 'gauge',
    labels: [],
    help: 'When this process began, in seconds since 1970 (UTC).',
  },
  process_resident_memory_bytes: { is: 'gauge', labels: [], help: 'Memory that this process holds.' },
} as const satisfies Readonly<Record<string, Metric>>;

/** One family of figures. `buckets`: upper bounds, ascending, without the endless one. */
export type Metric = { readonly labels: readonly string[]; readonly help: string } & (
  | { readonly is: 'counter' | 'gauge' }
  | { readonly is: 'histogram'; readonly buckets: readonly number[] }
);

type Named<Is extends Metric['is']> = {
  [Name in keyof typeof METRICS]: (typeof METRICS)[Name]['is'] extends Is ? Name : never;
}[keyof typeof METRICS];
export type MetricName = keyof typeof METRICS;
export type CounterName = Named<'counter'>;
export type GaugeName = Named<'gauge'>;
export type HistogramName = Named<'histogram'>;
/** The labels that a figure of this name has, each with its value. */
export type LabelsOf<Name extends MetricName> = Readonly<Record<(typeof METRICS)[Name]['labels'][number], string>>;
