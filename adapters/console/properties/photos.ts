import { randomUUID } from 'node:crypto';
import { bytesOf } from '#adapters/console/bytes-of.ts';
import { dialogRoute, opensDialog } from '#adapters/console/dialog.ts';
import type { Asked, Door, Outcome, TakenIn, Visit } from '#adapters/console/door.ts';
import { CARRIED } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { type Icon, icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { deedForm, empty, panel } from '#adapters/console/parts.ts';
import type { Upload } from '#adapters/console/upload.ts';
import { sha256 } from '#adapters/hashes.ts';
import { changePhoto, removePhoto } from '#core/crm/keep-photos.ts';
import { meaningOf } from '#core/crm/meaning-of.ts';
import { PHOTO_MEANINGS } from '#core/crm/meanings.ts';
import type { FileRecord, PropertyRecord } from '#core/crm/record.ts';
import type { NewMedia } from '#core/crm/records.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { MOST_PHOTOS, type PhotoRefused, type PhotoTools, storePhoto } from '#core/crm/store-photo.ts';
import { type CompanyId, isId } from '#core/ids.ts';
import { FILE_BYTES } from '#core/media.ts';
import { headLine, propertyOf, propertyPage } from './property-page.ts';
import { pathOf } from './property-words.ts';

export type PhotoNeeds = Omit<PhotoTools, 'sha256'>;

const DEED = 'changeProperty' as const;
const MOST_TITLE = 200;
/** What browsers offer to choose; what a file is goes by its content. */
const KINDS = 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif';
/** Around thirty of the largest. */
const MOST_BYTES = MOST_PHOTOS * (FILE_BYTES + 1024 * 1024);

type Refused = { readonly name: string; readonly because: PhotoRefused['because'] };

/** The photos of a property: adding them, their order and titles. */
export function photoRoutes(door: Door, needs: PhotoNeeds): void {
  door.page({
    path: '/properties/:id/photos',
    deed: 'readRecords',
    async show(visit, asked) {
      const property = await propertyOf(visit, asked);
      return (
        property &&
        propertyPage(visit, property, 'photos', html`${adding(visit, property)}${photosPart(visit, property)}`)
      );
    },
    parts: {
      photos: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && photosPart(visit, property);
      },
      line: async (visit, asked) => {
        const property = await propertyOf(visit, asked);
        return property && headLine(visit, property);
      },
    },
  });

  door.upload({
    path: '/properties/:id/photos',
    deed: DEED,
    most: { bytes: MOST_BYTES, each: FILE_BYTES, files: MOST_PHOTOS },
    take: (company, upload) => takePhotos(needs, company, upload),
  });

  door.deed({
    path: '/properties/:id/photos/:photo/title',
    deed: DEED,
    async work(visit, form, { params }): Promise<Outcome> {
      const title = form.text('title').trim().slice(0, MOST_TITLE);
      return changed(visit, params, { title: title === '' ? null : title }, visit.say('photos.titled'));
    },
  });

  door.deed({
    path: '/properties/:id/photos/:photo/place',
    deed: DEED,
    async work(visit, form, { params }): Promise<Outcome> {
      const place = Number(form.text('place'));
      if (!Number.isSafeInteger(place) || place < 0) return { is: 'refused', refusal: noSuch('place') };
      return changed(visit, params, { place }, visit.say('photos.moved', { place: place + 1 }));
    },
  });

  dialogRoute(door, {
    path: '/properties/:id/photos/:photo/remove',
    deed: DEED,
    current: 'properties',
    async show({ say, ...visit }, opener, asked) {
      const property = await propertyOf({ say, ...visit }, asked);
      const photo = property?.files.find(({ id }) => id === asked.params.photo);
      if (!property || !photo) return undefined;
      return {
        title: say('photos.removeTitle'),
        body: deedForm(opener, {
          ...{ id: 'remove-photo', action: `${pathOf(property)}/photos/${photo.id}/remove`, className: 'stack' },
          ...(opener.part === undefined ? {} : { part: opener.part }),
          body: html`<img class="cover" src="${mediaPath(photo.id, 'card')}" alt="${altOf(say, property, photo)}"><p>${say('photos.removeHint')}</p><div class="flex wrap"><button class="btn danger">${say('photos.remove')}</button></div>`,
        }),
      };
    },
  });

  door.deed({
    path: '/properties/:id/photos/:photo/remove',
    deed: DEED,
    async work({ kept, say }, _form, { params: { id = '', photo = '' } }): Promise<Outcome> {
      if (!isId(id) || !isId(photo)) return { is: 'refused', refusal: noSuch('photo') };
      const meaning = meaningOf(PHOTO_MEANINGS, await removePhoto(kept, id, photo));
      return meaning.is === 'done' ? { is: 'done', said: say('photos.removed') } : meaning;
    },
  });
}

async function changed(
  { kept }: Visit,
  { id = '', photo = '' }: Asked['params'],
  change: Parameters<typeof changePhoto>[3],
  said: string,
): Promise<Outcome> {
  if (!isId(id) || !isId(photo)) return { is: 'refused', refusal: noSuch('photo') };
  const meaning = meaningOf(PHOTO_MEANINGS, await changePhoto(kept, id, photo, change));
  return meaning.is === 'done' ? { is: 'done', said } : meaning;
}

/** Stores what can be stored, one at a time, so that only one is in memory; what can't be is said by name. */
async function takePhotos(needs: PhotoNeeds, company: CompanyId, { files }: Upload): Promise<TakenIn> {
  const stored: NewMedia[] = [];
  const hashes: string[] = [];
  const refused: Refused[] = [];
  const removeAll = async () => {
    for (const { id } of stored) await needs.media.remove(company, id);
  };
  try {
    for await (const file of files) {
      const bytes = await bytesOf(file);
      const put = bytes && (await storePhoto({ ...needs, sha256 }, company, bytes));
      if (!bytes || !put) refused.push({ name: file.name, because: 'size' });
      else if (put.was === 'refused') refused.push({ name: file.name, because: put.because });
      else {
        stored.push(put.photo);
        hashes.push(sha256(bytes));
      }
    }
  } catch (error) {
    await removeAll();
    throw error;
  }
  return {
    same: hashes.join(),
    async work({ kept: { records }, say }, { params: { id = '' } }): Promise<Outcome> {
      if (!isId(id) || !(await records.properties.take(id))) return { is: 'refused', refusal: noSuch('property') };
      const why = refused.map(({ name, because }) => say(`photos.refused.${because}`, { name })).join(' ');
      if (stored.length === 0)
        return { is: 'refused', refusal: noSuch('photo'), said: why || say('photos.chooseSome') };
      await records.properties.addFiles(id, stored);
      return { is: 'done', said: [say('photos.added', { count: stored.length }), why].filter(Boolean).join(' ') };
    },
    after: async (isKept) => {
      if (!isKept) await removeAll();
    },
  };
}

/** Without script all go at once; with it one by one, as they are chosen or dropped. */
function adding({ say, csrf, path }: Visit, property: PropertyRecord): Html {
  const address = `${pathOf(property)}/photos`;
  return html`<form class="b4 drop-area" id="add-photos" method="post" action="${address}" enctype="multipart/form-data" data-upload="photos" data-stored="${say('photos.stored', { done: '{done}', total: '{total}' })}" data-changed="property-${property.id}">
<input type="hidden" name="${CARRIED.csrf}" value="${csrf}"><input type="hidden" name="${CARRIED.once}" value="${randomUUID()}"><input type="hidden" name="${CARRIED.at}" value="${path}">
${icon('image-plus')}<label class="strong" for="files">${say('photos.add')}</label><p class="s muted" id="files-hint">${say('photos.hint')}</p>
<input id="files" type="file" name="photos" multiple accept="${KINDS}" aria-describedby="files-hint"> <button class="btn primary">${say('photos.go')}</button>
<div class="how-far" hidden><progress value="0" max="1" aria-label="${say('photos.add')}"></progress><p role="status"></p></div><ul class="error-list"></ul>
</form>`;
}

function photosPart(visit: Visit, property: PropertyRecord): Html {
  const { say } = visit;
  const { files } = property;
  return panel({
    id: 'photos',
    title: say('property.tab.photos'),
    aside: html`<span class="s muted">${say('photos.count', { count: files.length })}</span>`,
    body:
      files.length === 0
        ? empty('image', undefined, say('photos.none'))
        : html`<ol class="photo-order">${files.map((file, place) => photo(visit, property, file, place))}</ol>`,
    live: { path: `${pathOf(property)}/photos`, part: 'photos', on: [`property-${property.id}`] },
  });
}

const altOf = (say: Visit['say'], { name }: PropertyRecord, { title }: FileRecord) =>
  title ?? say('photos.alt', { home: name });

function photo(visit: Visit, property: PropertyRecord, file: FileRecord, place: number): Html {
  const { say } = visit;
  const { id, title } = file;
  const address = `${pathOf(property)}/photos/${id}`;
  const nth = place + 1;
  const last = property.files.length - 1;
  const moves = (kind: 'first' | 'earlier' | 'later', to: number, drawing: Icon, isPossible: boolean) =>
    isPossible &&
    deedForm(visit, {
      ...{ id: `${kind}-${id}`, action: `${address}/place`, part: 'photos' },
      body: html`<input type="hidden" name="place" value="${to}"><button class="btn icon plain" aria-label="${say(`photos.${kind}`, { nth })}" title="${say(`photos.${kind}`, { nth })}">${icon(drawing, 's')}</button>`,
    });
  return html`<li id="photo-${id}" data-row><a href="${mediaPath(id, 'full')}" target="_blank" rel="noopener"><img src="${mediaPath(id, 'thumb')}" alt="${altOf(say, property, file)}" loading="lazy"></a>
<div class="flex between"><span class="s strong">${nth}${place === 0 && html` <span class="tag accent">${say('photos.cover')}</span>`}</span><span class="flex tight">${moves('first', 0, 'arrow-left-to-line', place > 1)}${moves('earlier', place - 1, 'arrow-left', place > 0)}${moves('later', nth, 'arrow-right', place < last)}${opensDialog(visit, { to: `${address}/remove`, part: 'photos', label: icon('trash-2', 's'), name: say('photos.removeNamed', { nth }), className: 'btn icon plain' })}</span></div>
${deedForm(visit, {
  ...{ id: `title-${id}`, action: `${address}/title`, part: 'photos', className: 'flex' },
  body: html`<label class="vh" for="t-${id}">${say('photos.title', { nth })}</label><input class="input" id="t-${id}" name="title" value="${title ?? ''}" maxlength="${MOST_TITLE}" placeholder="${say('photos.titleHint')}"><button class="btn" aria-label="${say('photos.saveTitle', { nth })}">${say('frame.save')}</button>`,
})}</li>`;
}
