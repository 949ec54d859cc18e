import { createFileStore } from '#adapters/media/create-file-store.ts';
import { createS3Store } from '#adapters/media/create-s3-store.ts';
import type { MediaStore } from '#core/media.ts';
import type { MediaSettings } from './settings/media-settings.ts';

/** The store that the settings name. */
export const mediaStoreOf = (settings: MediaSettings): MediaStore =>
  settings.is === 's3' ? createS3Store(settings) : createFileStore(settings.folder);
