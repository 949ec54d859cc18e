import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import type { Say } from '#adapters/console/say.ts';
import type { FileLine } from '#core/crm/overviews.ts';

/** Photos that are shown of an album before the rest is counted. */
const SHOWN = 6;

/** What clients sent: photos as a grid of links to the whole picture, recordings with a player, the rest to be kept. */
export function recordings(say: Say, files: readonly FileLine[], home: string): Html | false {
  const photos = files.filter(({ mime }) => mime.startsWith('image/'));
  const voices = files.filter(({ mime }) => mime.startsWith('audio/'));
  const others = files.filter((file) => !photos.includes(file) && !voices.includes(file));
  if (files.length === 0) return false;
  return html`${photos.length > 0 && grid(say, photos, home)}
${voices.map(({ id }) => html`<audio class="t2 player" controls preload="none" src="${mediaPath(id, 'original')}" aria-label="${say('home.voice', { home })}"></audio>`)}
${others.map(({ id }) => html`<p class="t1"><a class="link" href="${mediaPath(id, 'original')}">${icon('file', 's')} ${say('home.file')}</a></p>`)}`;
}

function grid(say: Say, photos: readonly FileLine[], home: string): Html {
  const all = photos.length;
  const rest = all - SHOWN;
  return html`<div class="w-40 t2 photos">${photos.slice(0, SHOWN).map(({ id }, at) => {
    const nth = at + 1;
    const isLast = nth === SHOWN && rest > 0;
    const name = isLast
      ? say('home.photoMore', { nth, all, home, more: rest })
      : say('home.photoOf', { nth, all, home });
    return html`<a href="${mediaPath(id, 'full')}" target="_blank" rel="noopener"><img src="${mediaPath(id, 'thumb')}" alt="${name}" loading="lazy"></a>`;
  })}</div>`;
}
