import { mix } from '#adapters/pictures/colour.ts';
import type { Choices } from '#adapters/pictures/create-dice.ts';
import type { Site } from '#adapters/pictures/property/site.ts';

/** The colours that a home's rooms are furnished in. */
export type Decor = {
  readonly wall: string;
  readonly floor: string;
  readonly wood: string;
  readonly fabric: string;
  readonly accent: string;
  readonly second: string;
  readonly metal: string;
};
/** A room: the site with light as it falls indoors, and its colours. */
export type Room = { readonly site: Site; readonly decor: Decor };

const SCHEMES: Choices<Decor> = [
  {
    wall: '#f4ebdf',
    floor: '#c89a6b',
    wood: '#9a6a45',
    fabric: '#e7dccd',
    accent: '#c96f4a',
    second: '#e9b77c',
    metal: '#b58b4f',
  },
  {
    wall: '#e4ebe4',
    floor: '#d3b48c',
    wood: '#b5865a',
    fabric: '#7f9c86',
    accent: '#e0a458',
    second: '#f3efe6',
    metal: '#3f4650',
  },
  {
    wall: '#edf0f2',
    floor: '#b99474',
    wood: '#8a5f43',
    fabric: '#41617f',
    accent: '#e39a63',
    second: '#f1e4d3',
    metal: '#c29b5a',
  },
  {
    wall: '#f6e8e1',
    floor: '#d9bd98',
    wood: '#c1905f',
    fabric: '#d79c8e',
    accent: '#6d8c86',
    second: '#fbf5ee',
    metal: '#b98a55',
  },
  {
    wall: '#f2efe8',
    floor: '#a67f5f',
    wood: '#6f4c38',
    fabric: '#c9a03f',
    accent: '#3f6f78',
    second: '#efe3d0',
    metal: '#30363f',
  },
  {
    wall: '#dde6ea',
    floor: '#d8c4a8',
    wood: '#a9805a',
    fabric: '#f0ebe2',
    accent: '#5b87a6',
    second: '#e7b59a',
    metal: '#8f98a3',
  },
];

/** Goes indoors: after sunset lamps light a room, so it only turns a little warmer. */
export function createRoom(site: Site): Room {
  const { light, dice } = site;
  const warmth = light.isDark ? 0.16 : 0.04;
  const on = (colour: string) => mix(colour, light.isDark ? '#8a4f3a' : light.sky[2], warmth);
  const scheme = dice.pick(SCHEMES);
  const decor = {
    wall: on(scheme.wall),
    floor: on(scheme.floor),
    wood: on(scheme.wood),
    fabric: on(scheme.fabric),
    accent: on(scheme.accent),
    second: on(scheme.second),
    metal: on(scheme.metal),
  };
  return { site: { ...site, light: { ...light, on } }, decor };
}
