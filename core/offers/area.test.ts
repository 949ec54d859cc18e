import { expect, it } from 'vitest';
import { AREA_RADIUS, areaOf, type Point } from './area.ts';

const METRES_A_DEGREE = 111_320;
const metresBetween = (one: Point, other: Point) =>
  Math.hypot(
    (one.latitude - other.latitude) * METRES_A_DEGREE,
    (one.longitude - other.longitude) * METRES_A_DEGREE * Math.cos((one.latitude * Math.PI) / 180),
  );

it.each([
  { latitude: 38.7075, longitude: -0.0812 },
  { latitude: 59.9139, longitude: 10.7522 },
  { latitude: -33.8688, longitude: 151.2093 },
  { latitude: 0, longitude: 0 },
])('says the area around %o, and not the house', (home) => {
  const area = areaOf(home);
  const neighbours = [0.0003, 0.0011].map((off) => ({ ...home, longitude: area.longitude + off }));

  expect(metresBetween(area, home)).toBeLessThan(AREA_RADIUS);
  for (const neighbour of neighbours) expect(areaOf({ ...neighbour, latitude: area.latitude })).toEqual(area);
});
