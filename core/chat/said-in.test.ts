import { expect, it } from 'vitest';
import { saidIn } from './said-in.ts';

const isInvite = (word: string) => word === 'blue-Door_7';
const TOKEN = 'Zk3-9aB_cD4eF5gH6iJ7kL8mN9oP0qRs';

it.each([
  'blue-Door_7',
  'Hi! (blue-Door_7)',
  'START blue-Door_7.',
  '“START blue-Door_7”',
  'Hello, my agent gave me this: blue-Door_7!',
  '\u200bblue-Door_7\u200b',
  '*blue-Door_7*',
  'Code:blue-Door_7',
  'blue–Door_7',
  'START%20blue-Door_7',
  '/start “blue-Door_7”',
  'https://t.me/casa_bot?start=blue-Door_7',
  'this one? https://wa.me/34600000001?text=START%20blue-Door_7',
])('lets in by %j', (words) => {
  expect(saidIn(words, isInvite)).toEqual({ is: 'came', code: 'blue-Door_7' });
});

it.each([
  `t.me/casa_bot?start=${TOKEN}`,
  `https://wa.me/34600000001?text=START+${TOKEN}`,
  `START ${TOKEN}`,
  `Hi! START ${TOKEN}.`,
  `“start ${TOKEN}”, thanks`,
])('lets in by %j', (words) => {
  expect(saidIn(words, isInvite)).toEqual({ is: 'came', code: TOKEN });
});

it.each([
  'https://t.me/another_bot?start=promo',
  'Start viewing',
  'When do we start tomorrow?',
  'I start work on Monday',
])('takes %j for words', (words) => {
  expect(saidIn(words, isInvite)).toEqual({ is: 'wrote', words });
});
