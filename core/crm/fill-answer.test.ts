import { expect, it } from 'vitest';
import { fillAnswer, fits, unfilledIn } from './fill-answer.ts';

const texts = { en: 'Hello {first_name}, {home} is free on {date}. {agent}', nl: 'Dag {first_name}' };

it('fills in what is known, in the client’s language', () => {
  const known = { first_name: 'Emma', home: 'Villa $& $1', date: '3 Dec', agent: 'Ana' };
  expect(fillAnswer({ texts }, known, ['nl', 'en'])).toBe('Dag Emma');
  expect(fillAnswer({ texts }, known, ['de', 'en'])).toBe('Hello Emma, Villa $& $1 is free on 3 Dec. Ana');
  expect(fillAnswer({ texts: { sv: 'Hej' } }, known, ['de', 'en'])).toBe('Hej');
  expect(fillAnswer({ texts: {} }, known, ['de'])).toBeUndefined();
});

it('leaves what is not known in its braces, and fills no name in again', () => {
  const filled = fillAnswer({ texts }, { first_name: '{home}', home: null, date: '' }, ['en']) ?? '';
  expect(filled).toBe('Hello {home}, {home} is free on {date}. {agent}');
  expect(unfilledIn(filled)).toEqual(['{home}', '{date}', '{agent}']);
  expect(unfilledIn('{other} {constructor}')).toEqual([]);
});

it.each([
  ['Is the POOL heated?', true],
  ['Zwembad: piscína?', true],
  ['pools', true],
  ['carpool', false],
  ['Is it heated, the garden', false],
  ['', false],
])('knows whether it answers %s', (words, expected) => {
  expect(fits({ forWords: ['pool', 'Piscina', 'heated garden', '', '?'] }, words)).toBe(expected);
});
