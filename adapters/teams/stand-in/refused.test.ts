import { describe, expect, it } from 'vitest';
import { checkCard, Refused } from './refused.ts';

const words = { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: 'Hello' }] };
const link = { type: 'Action.OpenUrl', title: 'Open', url: 'https://chat.example.com' };
const press = { type: 'Action.Execute', title: 'Home', verb: 'press', data: {}, fallback: { ...link } };
const photo = { type: 'Image', url: 'https://chat.example.com/1.jpg', altText: 'House', size: 'Stretch' };
const ticks = { type: 'Input.ChoiceSet', id: 'days', label: 'Days', choices: [{ title: 'Mon', value: '2026-12-07' }] };
const cardOf = (...body: readonly object[]) => ({
  ...{ type: 'AdaptiveCard', version: '1.5', fallbackText: 'Hello' },
  body,
});
const setOf = (many: number) => ({ type: 'ActionSet', actions: Array.from({ length: many }, () => press) });
const hiding = (id: string) => ({ type: 'Action.ToggleVisibility', title: 'More', targetElements: [id] });

describe('Teams', () => {
  it.each<[string, object]>([
    ['words, pictures and six actions', cardOf(words, { ...photo, msteams: { allowExpand: true } }, setOf(6))],
    ['a form', cardOf({ type: 'ColumnSet', columns: [{ type: 'Column', width: 'stretch', items: [ticks] }] })],
    [
      'rows behind More',
      cardOf({ type: 'ActionSet', actions: [hiding('rest')] }, { type: 'Container', id: 'rest', items: [setOf(1)] }),
    ],
  ])('takes %s', (_, card) => {
    expect(() => checkCard({ ...card })).not.toThrow();
  });

  it.each<[string, object]>([
    ['another version', { ...cardOf(words), version: '1.6' }],
    ['no words for what shows no cards', { ...cardOf(words), fallbackText: '' }],
    ['seven actions in a set', cardOf(setOf(7))],
    ['none', cardOf(setOf(0))],
    ['an element of a later version', cardOf({ type: 'Rating', value: 4 })],
    [
      'the same within a column',
      cardOf({ type: 'ColumnSet', columns: [{ type: 'Column', items: [{ type: 'Carousel' }] }] }),
    ],
    ['an element called as every object is', cardOf({ type: 'constructor' })],
    ['a property that there is not', cardOf({ ...photo, allowExpand: true })],
    ['a picture without words', cardOf({ ...photo, altText: '' })],
    ['a picture over http', cardOf({ ...photo, url: 'http://chat.example.com/1.jpg' })],
    [
      'a press that older clients do not know',
      cardOf({ type: 'ActionSet', actions: [{ ...press, fallback: undefined }] }),
    ],
    ['an action without words', cardOf({ type: 'Container', items: [words], selectAction: { ...link, title: '' } })],
    ['an input without a label', cardOf({ ...ticks, label: '' })],
    ['commas in what is ticked', cardOf({ ...ticks, choices: [{ title: 'Both', value: 'a,b' }] })],
    ['two inputs of one name', cardOf(ticks, ticks)],
    ['More that shows nothing', cardOf({ type: 'ActionSet', actions: [hiding('rest')] })],
    ['a card of 29 KB', cardOf({ ...words, inlines: [{ type: 'TextRun', text: '家'.repeat(10_000) }] })],
    ['an element that is a word', { ...cardOf(), body: ['Hello'] }],
  ])('refuses %s', (_, card) => {
    expect(() => checkCard({ ...card })).toThrow(Refused);
  });
});
