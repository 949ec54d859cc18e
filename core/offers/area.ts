export type Point = { readonly latitude: number; readonly longitude: number };

/** Degrees: a kilometre and a bit from south to north. */
const CELL = 0.01;
/** Metres from the middle of a cell to its corners, on the equator, where cells are widest. */
export const AREA_RADIUS = 800;

/**
 * Where a property lies before its viewing is confirmed (rule 9): the middle of the cell of a fixed grid that it stands in.
 * Always the same for the same home, so that asking again tells nothing more.
 */
export const areaOf = ({ latitude, longitude }: Point): Point => ({
  latitude: middleOf(latitude),
  longitude: middleOf(longitude),
});

const middleOf = (degrees: number): number => Number((Math.floor(degrees / CELL) * CELL + CELL / 2).toFixed(3));
