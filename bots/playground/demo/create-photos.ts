import type { HomeSketch, TimeOfDay, View } from '#adapters/pictures/property-sketch.ts';
import type { DemoPhoto } from './demo-types.ts';

type Shot = readonly [title: string, view: View, time: TimeOfDay];

/** Photos of one home, each from another room or at another hour. */
export const createPhotos = (home: Omit<HomeSketch, 'view' | 'time'>, shots: readonly Shot[]): readonly DemoPhoto[] =>
  shots.map(([title, view, time]) => ({ title, sketch: { ...home, view, time } }));
