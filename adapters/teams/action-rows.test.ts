import { describe, expect, it } from 'vitest';
import { actionRows } from './action-rows.ts';
import { actionSets } from './action-sets.ts';
import { openUrl } from './press.ts';
import { textWidth } from './text-width.ts';

const rowsOf = (...titles: readonly string[]) =>
  actionRows(titles.map((title) => openUrl(title, 'https://chat.example.com'))).map((row) =>
    row.map(({ title }) => title),
  );

describe('actions', () => {
  it('stand in one row as long as their words fit a phone', () => {
    expect(rowsOf('Yes', 'No', 'Home')).toEqual([['Yes', 'No', 'Home']]);
    expect(rowsOf('Interested', 'Not interested', '☆ Favourite', 'Home')).toEqual([
      ['Interested', 'Not interested'],
      ['☆ Favourite', 'Home'],
    ]);
    expect(rowsOf('Immobile successivo', 'Contatta l’agente', 'Home')).toEqual([
      ['Immobile successivo'],
      ['Contatta l’agente', 'Home'],
    ]);
  });

  it('keep their order and lose none, whatever is written on them', () => {
    const titles = ['', '👨‍👩‍👧‍👦'.repeat(9), 'W'.repeat(40), 'i', 'é'.normalize('NFD'), 'Ελλάδα', '漢字', '\u0000'];

    expect(rowsOf(...titles).flat()).toEqual(titles);
    expect(rowsOf()).toEqual([]);
  });

  it('with more words than a button shows are lines that are pressed', () => {
    const wide = openUrl('Αποδοχή: Μεγάλο σπίτι με θέα στη θάλασσα', 'https://chat.example.com');

    expect(actionSets([], [wide], () => '')).toMatchObject([{ type: 'Container', selectAction: wide }]);
  });

  it('beyond six rows are behind More, and the last stays at hand', () => {
    const all = Array.from({ length: 9 }, (_, at) =>
      openUrl(`Something as wide as row ${at}`, 'https://chat.example.com'),
    );
    const sets = actionSets([], all, () => 'More');

    expect(sets.map((set) => ('actions' in set ? set.actions.map(({ title }) => title.slice(-1)) : set.type))).toEqual([
      ...['0', '1', '2', '3', '4'].map((each) => [each]),
      ['e'],
      ['8'],
      'Container',
    ]);
  });
});

it('measures words as Arial Bold draws them, and signs of other fonts as no narrower', () => {
  // Advances of Arial Bold in 1/1000: H 722, o 611, m 889, e 556.
  expect(textWidth('Home')).toBeCloseTo(((722 + 611 + 889 + 556) * 14) / 1000, 0);
  expect(textWidth('🌐')).toBeGreaterThan(18);
});
