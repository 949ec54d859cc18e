import type { Dice } from '#adapters/pictures/create-dice.ts';
import type { Light } from '#adapters/pictures/create-light.ts';
import type { HomeSketch } from '#adapters/pictures/property-sketch.ts';

/** What everyone who draws on one picture shares. */
export type Site = { readonly sketch: HomeSketch; readonly light: Light; readonly dice: Dice };
