import { expect, it } from 'vitest';
import { type Drawing, drawingId, drawingOf, ENERGY_CLASSES, energyLabelId, SLIDES } from './drawings.ts';
import { isId, type MediaId } from './ids.ts';
import { LANGUAGES } from './language.ts';

const CLASSES = [null, ...ENERGY_CLASSES];
const EVERY: readonly Drawing[] = [
  ...SLIDES.map((slide) => ({ is: 'slide' as const, slide })),
  ...LANGUAGES.flatMap((language) =>
    CLASSES.flatMap((consumption) =>
      CLASSES.map((emissions) => ({ is: 'energyLabel' as const, rating: { consumption, emissions }, language })),
    ),
  ),
];

it('says in its id what is drawn, and nothing else has that id', () => {
  const ids = EVERY.map(drawingId);

  expect(ids.map(drawingOf)).toEqual(EVERY);
  expect(new Set(ids).size).toBe(EVERY.length);
  expect(ids.every(isId)).toBe(true);
});

it.each([
  '0192f1c4-0000-7000-8000-000000000001',
  '7e507000-0000-8000-8000-ff0101010000',
  '7e507000-0000-8000-8000-010101010b00',
  '7e507000-0000-8000-8000-010209000000',
  '7e507000-0000-8000-8000-010900000000',
])('takes %s for no drawing', (id) => {
  expect(drawingOf(id as MediaId)).toBeUndefined();
});

it('labels what Europe has a class for', () => {
  expect(energyLabelId({ consumption: 'B', emissions: 'exempt' }, 'nl')).toBe(
    drawingId({ is: 'energyLabel', rating: { consumption: 'B', emissions: null }, language: 'nl' }),
  );
  expect(energyLabelId({ consumption: 'pending', emissions: null }, 'nl')).toBeUndefined();
  expect(energyLabelId(null, 'nl')).toBeUndefined();
});
