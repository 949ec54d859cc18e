import type { MediaId } from './ids.ts';
import { LANGUAGES, type Language } from './language.ts';

/** Classes of the European energy label, best first. */
export const ENERGY_CLASSES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const;
export type EnergyClass = (typeof ENERGY_CLASSES)[number];
export type EnergyRating = { readonly consumption: EnergyClass | null; readonly emissions: EnergyClass | null };

/** The slides of welcome, in their order. */
export const SLIDES = [1, 2, 3, 4] as const;
export type Slide = (typeof SLIDES)[number];

/** A picture of ours that no office uploads. */
export type Drawing =
  | { readonly is: 'energyLabel'; readonly rating: EnergyRating; readonly language: Language }
  | { readonly is: 'slide'; readonly slide: Slide };

/**
 * The id of a drawing says what is drawn (a UUID of version 8, RFC 9562, 5.8), so that it needs neither row nor file and
 * goes wherever a photo goes: whoever is asked for its bytes draws it.
 */
export function drawingId(drawing: Drawing): MediaId {
  const told =
    drawing.is === 'slide'
      ? [KINDS.slide, drawing.slide, 0, 0]
      : [
          KINDS.energyLabel,
          numberOf(drawing.rating.consumption),
          numberOf(drawing.rating.emissions),
          LANGUAGES.indexOf(drawing.language),
        ];
  return `${HEAD}${[EDITION, ...told].map((each) => each.toString(16).padStart(2, '0')).join('')}00` as MediaId;
}

/** What the id of a drawing says; undefined for every other id. */
export function drawingOf(id: MediaId): Drawing | undefined {
  if (!id.startsWith(HEAD)) return undefined;
  const [edition, kind, one, two, three] = (id.slice(HEAD.length).match(/../g) ?? []).map((hex) => parseInt(hex, 16));
  if (edition !== EDITION) return undefined;
  if (kind === KINDS.slide) {
    const slide = SLIDES.find((each) => each === one);
    return slide && { is: 'slide', slide };
  }
  const language = LANGUAGES[three ?? -1];
  if (kind !== KINDS.energyLabel || !language) return undefined;
  return { is: 'energyLabel', rating: { consumption: classOf(one), emissions: classOf(two) }, language };
}

/** The energy label of a property; undefined where the office gave no class that Europe knows. */
export function energyLabelId(
  rating: { readonly consumption: string | null; readonly emissions: string | null } | null,
  language: Language,
): MediaId | undefined {
  const known = (given: string | null | undefined) => ENERGY_CLASSES.find((each) => each === given) ?? null;
  const [consumption, emissions] = [known(rating?.consumption), known(rating?.emissions)];
  if (!consumption && !emissions) return undefined;
  return drawingId({ is: 'energyLabel', rating: { consumption, emissions }, language });
}

const HEAD = '7e507000-0000-8000-8000-';
/** Rises when the drawings change: platforms keep what they were sent under its id. */
const EDITION = 1;
const KINDS = { energyLabel: 1, slide: 2 } as const;

const numberOf = (mark: EnergyClass | null): number => (mark ? ENERGY_CLASSES.indexOf(mark) + 1 : 0);
const classOf = (number: number | undefined): EnergyClass | null => ENERGY_CLASSES[(number ?? 0) - 1] ?? null;
