import { dialogRoute } from '#adapters/console/dialog.ts';
import type { Door } from '#adapters/console/door.ts';
import { html } from '#adapters/console/html.ts';

/** The single keys, in the order in which they are shown. */
const KEYS = [
  [['Ctrl', 'K'], 'find'],
  [['G', 'T'], 'goToday'],
  [['G', 'R'], 'goRequests'],
  [['G', 'M'], 'goMessages'],
  [['G', 'C'], 'goContacts'],
  [['G', 'D'], 'goDeals'],
  [['G', 'P'], 'goProperties'],
  [['J'], 'next'],
  [['K'], 'before'],
  [['X'], 'choose'],
  [['1', '2', '3'], 'accept'],
  [['O'], 'otherTime'],
  [['D'], 'decline'],
  [['R'], 'reply'],
  [['Z'], 'remind'],
  [['M'], 'message'],
  [['H'], 'hold'],
  [['P'], 'offer'],
  [['A'], 'addHomes'],
  [['L'], 'move'],
  [['Ctrl', '↵'], 'send'],
  [['C'], 'new'],
  [['/'], 'answers'],
  [['Esc'], 'close'],
] as const;

/** All keys, in a dialog of their own. */
export function keysRoutes(door: Door): void {
  dialogRoute(door, {
    path: '/keys',
    deed: 'readRecords',
    current: 'settings',
    show: async ({ say }) => ({
      title: say('keys.title'),
      body: html`<dl class="keys">${KEYS.map(([keys, what]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${say(`keys.${what}`)}</dd></div>`)}</dl><p class="s muted">${say('keys.off')}</p>`,
    }),
  });
}
