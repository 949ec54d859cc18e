import sharp from 'sharp';
import { createDice } from './create-dice.ts';
import { createLight } from './create-light.ts';
import { drawOutside } from './property/draw-outside.ts';
import type { HomeSketch } from './property-sketch.ts';
import { drawRoom } from './room/draw-room.ts';
import { picture } from './svg.ts';

const WIDTH = 1600;
const HEIGHT = 1067;

/** A drawing of a home or of one of its rooms: a JPEG of 1600 by 1067, the same bytes for the same sketch. */
export async function drawProperty(sketch: HomeSketch): Promise<Buffer> {
  const dice = createDice(`${sketch.seed} ${sketch.kind} ${sketch.view}`);
  const site = { sketch, dice, light: createLight(sketch.time) };
  const drawing = sketch.view === 'outside' ? drawOutside(site) : drawRoom(site, sketch.view);
  return sharp(Buffer.from(picture(WIDTH, HEIGHT, drawing)))
    .jpeg({ quality: 84 })
    .toBuffer();
}
