// How the page makes a file ready for sending.

import { hashOf, upload } from './media.js';
import { Model } from './models.js';

const { privateId } = window.standIn.build;
const objects = new Map();

export class OpaqueData {
  static async createFromData(data, type) {
    return Object.assign(new OpaqueData(), { blob: data.blob ?? data, type });
  }

  url() {
    this.address ??= URL.createObjectURL(this.blob);
    return this.address;
  }

  autorelease() {}

  formData() {
    return this.blob;
  }
}

function typeOf(mime, { asDocument, isPtt }) {
  if (asDocument) return 'document';
  const [kind] = mime.split('/');
  if (kind === 'audio') return isPtt ? 'ptt' : 'audio';
  return kind === 'image' || kind === 'video' ? kind : 'document';
}

export const prepRawMedia = (data, how) => ({
  waitForPrep: async () => {
    const { blob } = data;
    const mimetype = blob.type || data.type;
    const type = typeOf(mimetype, how);
    const filehash = await hashOf(await blob.arrayBuffer());
    const size = type === 'image' ? await sizeOf(blob) : {};
    const media = new Model({ type, mimetype, filehash, size: blob.size, isGif: false, filename: blob.name, ...size });
    media.mediaBlob = await OpaqueData.createFromData(blob, mimetype);
    if (privateId) media.__x_id = undefined;
    objects.set(filehash, { filehash, size: blob.size, type, contentInfo: {}, consolidate() {}, blob });
    return media;
  },
});

async function sizeOf(blob) {
  const picture = await createImageBitmap(blob).catch(() => {
    throw new Error('it is no image');
  });
  return { fullWidth: picture.width, fullHeight: picture.height, preview: undefined };
}

export const mediaObject = (filehash) => objects.get(filehash);

export const uploadMedia = async ({ mediaObject: { blob }, mediaType }) => ({
  mediaEntry: await upload(blob, mediaType),
});
