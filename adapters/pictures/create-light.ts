import { mix } from './colour.ts';
import type { TimeOfDay } from './property-sketch.ts';

/** What an hour of the day does to every colour. */
export type Light = {
  readonly sky: readonly [top: string, middle: string, low: string];
  readonly sun: { readonly colour: string; readonly x: number; readonly y: number; readonly radius: number };
  readonly glass: readonly [top: string, bottom: string];
  readonly isDark: boolean;
  /** The colour as it looks in this light. */
  on(colour: string): string;
  /** The colour of something distant: 0 near, 1 lost in the air. */
  far(colour: string, distance: number): string;
};

type Hour = Omit<Light, 'on' | 'far'> & { readonly cast: string; readonly strength: number };

const HOURS: Record<TimeOfDay, Hour> = {
  morning: {
    sky: ['#7db9e3', '#bfe0ec', '#fdebd8'],
    sun: { colour: '#fff3d6', x: 330, y: 330, radius: 58 },
    glass: ['#8fc0d6', '#e9f2ec'],
    isDark: false,
    cast: '#ffdcb8',
    strength: 0.09,
  },
  day: {
    sky: ['#3d97dd', '#84c6f1', '#dcf1fb'],
    sun: { colour: '#fffbe6', x: 1310, y: 160, radius: 56 },
    glass: ['#6fb1d6', '#d5edf6'],
    isDark: false,
    cast: '#ffffff',
    strength: 0,
  },
  golden: {
    sky: ['#5f86bd', '#f3b48c', '#ffdca6'],
    sun: { colour: '#fff0c2', x: 1180, y: 420, radius: 70 },
    glass: ['#e9a77c', '#ffe1ad'],
    isDark: false,
    cast: '#ef8f52',
    strength: 0.2,
  },
  dusk: {
    sky: ['#1c2757', '#5b4c8e', '#ee9a86'],
    sun: { colour: '#fdf4dc', x: 1240, y: 170, radius: 40 },
    glass: ['#ffd27a', '#ffedc0'],
    isDark: true,
    cast: '#2c2b63',
    strength: 0.46,
  },
};

/** The light of one time of day. */
export function createLight(time: TimeOfDay): Light {
  const { cast, strength, ...hour } = HOURS[time];
  const on = (colour: string) => mix(colour, cast, strength);
  const air = mix(hour.sky[1], hour.sky[2], 0.6);
  return { ...hour, on, far: (colour, distance) => mix(on(colour), air, distance) };
}
