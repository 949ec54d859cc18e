import type { DemoProperty } from '#bots/playground/demo/demo-types.ts';
import { costaBlancaFlats } from './costa-blanca-flats.ts';
import { costaBlancaHouses } from './costa-blanca-houses.ts';
import { costaDelSol } from './costa-del-sol.ts';
import { rentals } from './rentals.ts';

/** All that the office has in its books. */
export const properties: readonly DemoProperty[] = [
  ...costaBlancaHouses,
  ...costaBlancaFlats,
  ...costaDelSol,
  ...rentals,
];
