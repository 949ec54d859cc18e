import { readFileSync } from 'node:fs';
import { type Html, html, trusted } from './html.ts';

/** The names of Lucide's drawings that the console shows. */
const NAMES = [
  'activity',
  'arrow-left',
  'arrow-right',
  'arrow-left-to-line',
  'alarm-clock',
  'ban',
  'bell',
  'arrow-down',
  'bot',
  'calendar',
  'calendar-check',
  'calendar-clock',
  'calendar-plus',
  'calendar-search',
  'check',
  'check-check',
  'chevron-left',
  'chevron-right',
  'chevrons-up-down',
  'circle-alert',
  'circle-check',
  'circle-help',
  'circle-user-round',
  'clock',
  'clock-alert',
  'coffee',
  'contact',
  'download',
  'copy',
  'ellipsis',
  'external-link',
  'eye',
  'file',
  'file-text',
  'footprints',
  'hand',
  'handshake',
  'heart',
  'hourglass',
  'house',
  'house-plus',
  'image',
  'images',
  'image-plus',
  'key-round',
  'log-out',
  'mail',
  'map-pin',
  'menu',
  'message-circle',
  'message-square',
  'messages-square',
  'mic',
  'pencil',
  'pause',
  'phone',
  'play',
  'plus',
  'refresh-cw',
  'reply',
  'search',
  'send',
  'settings',
  'shield-check',
  'smartphone',
  'square-pen',
  'star',
  'sun',
  'tag',
  'trash-2',
  'triangle-alert',
  'upload',
  'user-plus',
  'user-round',
  'users',
  'webhook',
  'wifi-off',
  'x',
  'zap',
] as const;
export type Icon = (typeof NAMES)[number];

const DRAWN = drawings();

/** A drawing beside words: who reads the page aloud passes over it. */
export const icon = (name: Icon, size: 's' | 'm' = 'm'): Html =>
  html`<svg class="i${size === 's' ? ' s' : ''}" viewBox="0 0 24 24" aria-hidden="true">${DRAWN.get(name)}</svg>`;

/** Read once, and only what is shown is kept. */
function drawings(): ReadonlyMap<Icon, Html> {
  const file = new URL(import.meta.resolve('@iconify-json/lucide/icons.json'));
  const { icons, aliases }: { icons: Record<string, { body: string }>; aliases: Record<string, { parent: string }> } =
    JSON.parse(readFileSync(file, 'utf8'));
  return new Map(
    NAMES.map((name) => {
      const body = icons[name]?.body ?? icons[aliases[name]?.parent ?? '']?.body;
      if (body === undefined) throw new Error(`Lucide has no drawing called ${name}`);
      return [name, trusted(body)];
    }),
  );
}
