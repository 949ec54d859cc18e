import type { FastifyInstance } from 'fastify';
import type { Door } from '#adapters/console/door.ts';
import type { Words } from '#core/words.ts';
import { factsRoutes } from './facts.ts';
import { type ImportNeeds, importRoutes } from './imports.ts';
import { interestRoutes } from './interest.ts';
import { internalRoutes } from './internal.ts';
import { listRoutes } from './list.ts';
import { markRoutes } from './mark.ts';
import { newPropertyRoutes } from './new-property.ts';
import { offerRoutes } from './offer.ts';
import { type PhotoNeeds, photoRoutes } from './photos.ts';
import { priceRoutes } from './price.ts';
import { textRoutes } from './texts.ts';
import { viewingsRoutes } from './viewings.ts';

export type PropertyNeeds = PhotoNeeds & ImportNeeds & { readonly words: Words };

/** The homes of the office. */
export function propertyRoutes(door: Door, server: FastifyInstance, needs: PropertyNeeds): void {
  listRoutes(door);
  newPropertyRoutes(door, needs);
  importRoutes(door, server, needs);
  interestRoutes(door, needs);
  photoRoutes(door, needs);
  factsRoutes(door, needs);
  textRoutes(door);
  viewingsRoutes(door);
  internalRoutes(door);
  priceRoutes(door);
  markRoutes(door);
  offerRoutes(door);
}
