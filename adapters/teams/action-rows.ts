import type { Action } from './card.ts';
import { ROW_WORDS } from './limits.ts';
import { textWidth } from './text-width.ts';

/**
 * Actions in rows whose words are shown whole on the narrowest phone: as many a row as its width allows, in their order.
 * Teams draws the actions of one set in one row and cuts their words where they are too long together.
 */
export function actionRows(actions: readonly Action[]): readonly (readonly Action[])[] {
  const rows: (readonly Action[])[] = [];
  for (let at = 0; at < actions.length; at += rows.at(-1)?.length ?? 1) {
    const rest = actions.slice(at);
    const fitting = ROW_WORDS.find(({ actions: many, px }) => rest.length >= many && wide(rest.slice(0, many)) <= px);
    rows.push(rest.slice(0, fitting?.actions ?? 1));
  }
  return rows;
}

/** Whether its words need more than a row of their own. */
export const isTooWide = (action: Action): boolean => wide([action]) > MOST;

const MOST = Math.max(...ROW_WORDS.map(({ px }) => px));
const wide = (actions: readonly Action[]): number => actions.reduce((sum, { title }) => sum + textWidth(title), 0);
