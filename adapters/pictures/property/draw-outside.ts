import type { HomeKind } from '#adapters/pictures/property-sketch.ts';
import { group } from '#adapters/pictures/svg.ts';
import { drawApartment, drawPenthouse } from './draw-block.ts';
import { drawBungalow, drawChalet, drawFinca } from './draw-country-house.ts';
import { drawGarden } from './draw-grounds.ts';
import { partDefs } from './draw-parts.ts';
import { drawScene } from './draw-scene.ts';
import { drawRoofs, drawStreet } from './draw-street.ts';
import { drawLoft, drawStudio } from './draw-town-building.ts';
import { drawDuplex, drawTownhouse } from './draw-town-house.ts';
import { drawVilla } from './draw-villa.ts';
import type { Site } from './site.ts';

const HOMES: Record<HomeKind, (site: Site) => string> = {
  villa: drawVilla,
  finca: drawFinca,
  bungalow: drawBungalow,
  chalet: drawChalet,
  townhouse: drawTownhouse,
  duplex: drawDuplex,
  apartment: drawApartment,
  penthouse: drawPenthouse,
  studio: drawStudio,
  loft: drawLoft,
};
const ON_A_STREET: ReadonlySet<HomeKind> = new Set(['townhouse', 'apartment', 'studio', 'loft']);

const LOW: ReadonlySet<HomeKind> = new Set(['bungalow', 'finca', 'duplex', 'chalet']);

/** A home in its country. */
export function drawOutside(site: Site): string {
  const { kind, pool } = site.sketch;
  const scene = drawScene(site) + partDefs(site);
  if (kind === 'penthouse') return scene + drawRoofs(site) + drawPenthouse(site);
  const { behind, before } = ON_A_STREET.has(kind) && !pool ? drawStreet(site) : drawGarden(site);
  // Low houses come nearer, so that every home fills its picture.
  const size = LOW.has(kind) || site.sketch.storeys < 2 ? 1.16 : 1.04;
  return (
    scene +
    behind +
    group(HOMES[kind](site), `transform="translate(800 850) scale(${size}) translate(-800 -850)"`) +
    before
  );
}
