import { createHash } from 'node:crypto';
import { preparePhoto } from '#adapters/media/prepare-photo.ts';
import { drawProperty } from '#adapters/pictures/draw-property.ts';
import type { HomeSketch } from '#adapters/pictures/property-sketch.ts';
import type { NewMedia } from '#core/crm/records.ts';
import type { CompanyId, MediaId } from '#core/ids.ts';
import { type Bytes, type MediaStore, SIZES } from '#core/media.ts';

/** Of a drawing, in pixels. */
const [WIDTH, HEIGHT] = [1600, 1067];
const MIME = 'image/jpeg';

/** A photo of the demo as it is kept until somebody asks for it: its sketch, in the place of the original. */
export function sketched(id: MediaId, sketch: HomeSketch): { readonly file: NewMedia; readonly bytes: Bytes } {
  const data = Buffer.from(JSON.stringify(sketch));
  return { file: recordOf(id, data), bytes: { data, mime: MIME } };
}

/** Told of a photo that is drawn now, before anybody sees it. */
type Drawn = (company: CompanyId, file: NewMedia) => Promise<void>;

/** A store that draws what is kept as a sketch when it is first asked for, and keeps the drawing. */
export function withSketches(store: MediaStore, drawn: Drawn): MediaStore {
  const drawing = new Map<MediaId, Promise<void>>();

  const draw = async (company: CompanyId, id: MediaId, sketch: HomeSketch) => {
    const prepared = await preparePhoto(await drawProperty(sketch));
    if (prepared.was === 'refused') throw new Error(`a drawing is no photo: ${prepared.why}`);
    const { sizes } = prepared.photo;
    // The original last: as long as it is the sketch, nothing counts as drawn.
    for (const size of SIZES.filter((each) => each !== 'original')) await store.put(company, id, size, sizes[size]);
    await store.put(company, id, 'original', sizes.original);
    await drawn(company, recordOf(id, sizes.original.data));
  };
  const drawOnce = async (company: CompanyId, id: MediaId) => {
    const original = await store.get(company, id, 'original');
    const sketch = original && sketchIn(original);
    if (sketch) await draw(company, id, sketch);
  };

  return {
    ...store,
    async get(company, id, size) {
      const kept = await store.get(company, id, size);
      if (kept && !sketchIn(kept)) return kept;
      const under = drawing.get(id) ?? drawOnce(company, id).finally(() => drawing.delete(id));
      drawing.set(id, under);
      await under;
      return store.get(company, id, size);
    },
  };
}

/** No picture begins with the brace that a sketch begins with. */
function sketchIn({ data }: Bytes): HomeSketch | undefined {
  return data[0] === '{'.charCodeAt(0) ? JSON.parse(Buffer.from(data).toString('utf8')) : undefined;
}

const recordOf = (id: MediaId, data: Uint8Array): NewMedia => ({
  id,
  mime: MIME,
  width: WIDTH,
  height: HEIGHT,
  size: data.length,
  sha256: createHash('sha256').update(data).digest('hex'),
});
