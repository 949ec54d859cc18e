import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Door, Visit } from '#adapters/console/door.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import type { ContactId } from '#core/ids.ts';
import { isId } from '#core/ids.ts';

/** The photos of one message, one at a time. */
export function photoRoute(door: Door): void {
  dialogRoute(door, {
    path: '/messages/:id/photos/:message/:nth',
    deed: 'readRecords',
    current: 'messages',
    async show(visit, { path }, { params }) {
      const { id = '', message = '' } = params;
      if (!isId(id) || !isId(message)) return undefined;
      const found = await visit.kept.thread.find(id, message);
      const files = await visit.kept.talks.files(found?.media ?? []);
      const photos = (found?.media ?? [])
        .flatMap((each) => files.get(each) ?? [])
        .filter(({ mime }) => mime.startsWith('image/'));
      const nth = Number(params.nth);
      const photo = photos[nth - 1];
      if (!photo) return undefined;
      const home = (await visit.kept.talks.more([message])).get(message)?.home?.name;
      const which = { nth: String(nth), all: String(photos.length) };
      const title = home === undefined ? visit.say('talk.photo', which) : visit.say('talk.photoOf', { ...which, home });
      const at = { ...visit, path };
      const body = html`<figure class="viewer"><img src="${mediaPath(photo.id, 'full')}" alt="${title}"></figure>
<div class="flex wrap">${nth > 1 && step(at, id, message, nth - 1, 'chevron-left')}${nth < photos.length && step(at, id, message, nth + 1, 'chevron-right')}<span class="grow"></span><a class="btn" href="${mediaPath(photo.id, 'original')}" download>${icon('download', 's')}${visit.say('talk.download')}</a></div>`;
      return { title, body };
    },
  });
}

function step(visit: Visit, contact: ContactId, message: string, nth: number, drawing: Icon): Html {
  const isBack = drawing === 'chevron-left';
  return html`<span data-turn="${isBack ? 'ArrowLeft' : 'ArrowRight'}">${opensDialog(visit, {
    to: `/crm/messages/${contact}/photos/${message}/${nth}`,
    label: icon(drawing),
    className: 'btn icon',
    name: visit.say(isBack ? 'talk.before' : 'talk.after'),
  })}</span>`;
}
