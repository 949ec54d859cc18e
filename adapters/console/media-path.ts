import type { MediaId } from '#core/ids.ts';
import type { Size } from '#core/media.ts';

/** Where pages find a stored picture or recording. */
export const mediaPath = (id: MediaId, size: Size): string => `/crm/media/${id}?size=${size}`;
