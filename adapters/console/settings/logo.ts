import { randomUUID } from 'node:crypto';
import { bytesOf } from '#adapters/console/bytes-of.ts';
import type { Door, Outcome, TakenIn, Visit } from '#adapters/console/door.ts';
import { CARRIED } from '#adapters/console/form.ts';
import { type Html, html } from '#adapters/console/html.ts';
import { icon } from '#adapters/console/icons.ts';
import { mediaPath } from '#adapters/console/media-path.ts';
import { deedForm, panel } from '#adapters/console/parts.ts';
import type { Upload } from '#adapters/console/upload.ts';
import { sha256 } from '#adapters/hashes.ts';
import type { CompanyRecord } from '#core/crm/record.ts';
import { noSuch } from '#core/crm/refusal.ts';
import { type PhotoStored, type PhotoTools, type PreparePhoto, storePhoto } from '#core/crm/store-photo.ts';
import type { CompanyId } from '#core/ids.ts';
import { LOGO_BYTES } from '#core/media.ts';

export type LogoNeeds = Pick<PhotoTools, 'media' | 'newId'> & { readonly prepareLogo: PreparePhoto };

const PATH = '/crm/settings/office';
const DEED = 'changeCompany' as const;
/** What browsers offer to choose; what a file is goes by its content. */
const KINDS = 'image/png,image/jpeg,image/webp,image/avif';
const FIELDS_BYTES = 64 * 1024;

/** The office's sign, as the desk's head and the pages of its clients show it. */
export function logoRoutes(door: Door, needs: LogoNeeds): void {
  door.upload({
    path: '/settings/office/logo',
    deed: DEED,
    most: { bytes: LOGO_BYTES + FIELDS_BYTES, each: LOGO_BYTES, files: 1 },
    take: (company, upload) => takeLogo(needs, company, upload),
  });

  door.deed({
    path: '/settings/office/logo/remove',
    deed: DEED,
    async work({ kept, say }): Promise<Outcome> {
      await kept.records.company.setLogo(null);
      return { is: 'done', said: say('logo.removed'), to: PATH };
    },
  });
}

async function takeLogo(
  { media, newId, prepareLogo }: LogoNeeds,
  company: CompanyId,
  { files }: Upload,
): Promise<TakenIn> {
  let put: PhotoStored | undefined;
  let same = '';
  for await (const file of files) {
    const bytes = await bytesOf(file);
    same = bytes ? sha256(bytes) : file.name;
    put = bytes
      ? await storePhoto({ media, newId, sha256, preparePhoto: prepareLogo }, company, bytes)
      : { was: 'refused', because: 'size', why: '' };
  }
  return {
    same,
    async work({ kept, say }): Promise<Outcome> {
      if (!put) return { is: 'refused', refusal: noSuch('logo'), said: say('logo.choose') };
      if (put.was === 'refused')
        return { is: 'refused', refusal: noSuch('logo'), said: say(`logo.refused.${put.because}`) };
      await kept.records.company.setLogo(put.photo);
      return { is: 'done', said: say('logo.kept'), to: PATH };
    },
    after: async (isKept) => {
      if (!isKept && put?.was === 'stored') await media.remove(company, put.photo.id);
    },
  };
}

/** The logo as it stands, and a form for another; it needs no script. */
export function logoPanel(visit: Visit, { logo, name }: CompanyRecord): Html {
  const { say, csrf } = visit;
  return panel({
    id: 'logo',
    title: say('logo.title'),
    body: html`<div class="body stack"><p class="s muted">${say('logo.hint')} <span id="logo-kinds">${say('logo.kinds')}</span></p>${
      logo
        ? html`<div class="flex wrap between"><img class="logo" src="${mediaPath(logo, 'original')}" alt="${say('logo.alt', { name })}">${deedForm(
            visit,
            {
              ...{ id: 'remove-logo', action: `${PATH}/logo/remove` },
              body: html`<button class="btn plain">${icon('trash-2', 's')}${say('logo.remove')}</button>`,
            },
          )}</div>`
        : html`<p class="s">${say('logo.none')}</p>`
    }<form id="logo-form" class="flex wrap bottom" method="post" action="${PATH}/logo" enctype="multipart/form-data"><input type="hidden" name="${CARRIED.csrf}" value="${csrf}"><input type="hidden" name="${CARRIED.once}" value="${randomUUID()}"><input type="hidden" name="${CARRIED.at}" value="${PATH}"><div class="field"><label class="label" for="logo-file">${say(logo ? 'logo.another' : 'logo.file')}</label><input class="input" id="logo-file" type="file" name="logo" accept="${KINDS}" aria-describedby="logo-kinds"></div><button class="btn">${icon('upload', 's')}${say('logo.go')}</button></form></div>`,
  });
}
