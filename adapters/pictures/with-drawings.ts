import { phrase } from '#core/chat/text.ts';
import { type Drawing, drawingOf } from '#core/drawings.ts';
import type { MediaId } from '#core/ids.ts';
import type { Bytes, MediaStore } from '#core/media.ts';
import type { Words } from '#core/words.ts';
import { drawEnergyLabel } from './draw-energy-label.ts';
import { drawSlide } from './draw-slide.ts';

/** Drawings kept in memory: platforms ask for each of them once an account, Teams again and again. About 30 KB each. */
const MOST_KEPT = 100;

/** A store that also gives what is drawn by us: a PNG, of one size whichever is asked for. */
export function withDrawings(store: MediaStore, words: Words): MediaStore {
  const kept = new Map<MediaId, Promise<Buffer>>();

  function bytesOf(id: MediaId, drawing: Drawing): Promise<Buffer> {
    const drawn = kept.get(id) ?? draw(drawing, words);
    kept.delete(id);
    kept.set(id, drawn);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest) kept.delete(oldest);
    drawn.catch(() => kept.delete(id));
    return drawn;
  }

  return {
    ...store,
    async get(company, media, size): Promise<Bytes | undefined> {
      const drawing = drawingOf(media);
      if (!drawing) return store.get(company, media, size);
      return { data: await bytesOf(media, drawing), mime: 'image/png' };
    },
  };
}

function draw(drawing: Drawing, words: Words): Promise<Buffer> {
  if (drawing.is === 'slide') return drawSlide(drawing.slide);
  const say = (key: 'energyLabel' | 'consumption' | 'emissions') => words.say(phrase(`drawn.${key}`), drawing.language);
  const said = { title: say('energyLabel'), consumption: say('consumption'), emissions: say('emissions') };
  return drawEnergyLabel(drawing.rating, said);
}
