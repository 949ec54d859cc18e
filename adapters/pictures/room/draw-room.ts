import { createDice } from '#adapters/pictures/create-dice.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import type { View } from '#adapters/pictures/property-sketch.ts';
import { createRoom } from './decor.ts';
import { drawBathroom } from './draw-bathroom.ts';
import { drawBedroom } from './draw-bedroom.ts';
import { drawKitchen } from './draw-kitchen.ts';
import { drawLivingRoom } from './draw-living-room.ts';
import { drawTerrace } from './draw-terrace.ts';

/** A room of a home with what its windows look out on. */
export function drawRoom(outside: Site, view: Exclude<View, 'outside'>): string {
  // The colours are rolled from the home alone, so that all its rooms are furnished by one hand.
  const room = createRoom({ ...outside, dice: createDice(`rooms of ${outside.sketch.seed}`) });
  switch (view) {
    case 'living-room':
      return drawLivingRoom({ ...room, site: { ...room.site, dice: outside.dice } }, outside);
    case 'kitchen':
      return drawKitchen({ ...room, site: { ...room.site, dice: outside.dice } }, outside);
    case 'bedroom':
      return drawBedroom({ ...room, site: { ...room.site, dice: outside.dice } }, outside);
    case 'bathroom':
      return drawBathroom({ ...room, site: { ...room.site, dice: outside.dice } }, outside);
    case 'terrace':
      return drawTerrace(outside, room.decor);
  }
}
