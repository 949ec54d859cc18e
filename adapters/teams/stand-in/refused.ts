import { type Fields, isFields } from '#core/fields.ts';

/** Teams refuses or cuts it. */
export class Refused extends Error {}

/** Teams' documentation: 6 actions a set are shown; 28 KB are safe everywhere. */
const ACTIONS = 6;
const CARD_BYTES = 28 * 1024;

const ANY = ['type', 'id', 'isVisible', 'spacing', 'separator', 'fallback', 'height'];
const INPUT = [...ANY, 'label', 'value', 'isRequired', 'errorMessage'];
const ACTION = ['type', 'id', 'title', 'tooltip', 'style', 'mode', 'iconUrl', 'isEnabled', 'fallback'];
const BOX = [...ANY, 'selectAction', 'style', 'bleed', 'minHeight', 'verticalContentAlignment'];
/** What there is in version 1.5, with its properties (adaptivecards.io, schema explorer), and Teams' own `msteams`. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  RichTextBlock: [...ANY, 'inlines', 'horizontalAlignment'],
  TextRun: ['type', 'text', 'color', 'fontType', 'highlight', 'isSubtle', 'italic', 'selectAction'].concat([
    'size',
    'strikethrough',
    'underline',
    'weight',
  ]),
  Image: [...ANY, 'url', 'altText', 'size', 'width', 'horizontalAlignment', 'selectAction', 'style', 'msteams'],
  Container: [...BOX, 'items'],
  ColumnSet: [...BOX, 'columns', 'horizontalAlignment'],
  Column: [...BOX, 'items', 'width'],
  FactSet: [...ANY, 'facts'],
  ActionSet: [...ANY, 'actions'],
  'Input.Date': [...INPUT, 'min', 'max', 'placeholder'],
  'Input.Toggle': [...INPUT, 'title', 'valueOn', 'valueOff', 'wrap'],
  'Input.ChoiceSet': [...INPUT, 'choices', 'isMultiSelect', 'style', 'placeholder', 'wrap'],
  'Action.Execute': [...ACTION, 'data', 'verb', 'associatedInputs'],
  'Action.Submit': [...ACTION, 'data', 'associatedInputs'],
  'Action.OpenUrl': [...ACTION, 'url'],
  'Action.ToggleVisibility': [...ACTION, 'targetElements'],
};

/** Throws where Teams would refuse a card, or show something else than was sent. */
export function checkCard(card: Fields): void {
  if (card.type !== 'AdaptiveCard' || card.version !== '1.5') throw new Refused('it is no card of 1.5');
  if (typeof card.fallbackText !== 'string' || card.fallbackText === '') throw new Refused('there is no fallback text');
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > CARD_BYTES) throw new Refused(`the card is too large: ${bytes} bytes`);
  const ids = new Set<unknown>();
  const targets: unknown[] = [];
  for (const part of partsOf(card.body)) {
    checkPart(part);
    if (part.id !== undefined && ids.has(part.id)) throw new Refused(`two elements are called ${String(part.id)}`);
    ids.add(part.id);
    if (Array.isArray(part.targetElements)) targets.push(...part.targetElements);
  }
  const missing = targets.find((target) => !ids.has(target));
  if (missing !== undefined) throw new Refused(`there is nothing called ${String(missing)} to show or hide`);
}

function checkPart(part: Fields): void {
  const type = String(part.type);
  const known = Object.hasOwn(KNOWN, type) ? KNOWN[type] : undefined;
  if (!known) throw new Refused(`no such element or action in 1.5: ${type}`);
  const unknown = Object.keys(part).find((name) => !known.includes(name));
  if (unknown) throw new Refused(`${type} has no ${unknown}`);
  if (type.startsWith('Action.') && !part.title) throw new Refused('an action has no title');
  if (type === 'Action.Execute' && !isFields(part.fallback)) throw new Refused('an Execute has no fallback');
  if (type.startsWith('Input.') && (!part.id || !part.label)) throw new Refused('an input has no id or label');
  if (type === 'Input.ChoiceSet' && hasComma(part)) throw new Refused('what is ticked is told apart by commas');
  if (type === 'Image' && !(part.altText && isFetched(part.url)))
    throw new Refused('an image has no address, or no words');
  const actions = type === 'ActionSet' ? list(part.actions).length : 1;
  if (actions === 0 || actions > ACTIONS) throw new Refused(`${actions} actions in a set are cut`);
}

const hasComma = ({ choices }: Fields): boolean =>
  list(choices).some((choice) => isFields(choice) && String(choice.value).includes(','));

/** Over https, and on loopback without. */
const isFetched = (url: unknown): boolean =>
  typeof url === 'string' && URL.canParse(url) && /^(https:|http:\/\/(127\.0\.0\.1|localhost)[:/]|data:)/.test(url);

/** Every element, run and action in what was given, however deep. */
function partsOf(given: unknown): readonly Fields[] {
  if (Array.isArray(given)) return given.flatMap(partsOf);
  if (!isFields(given)) throw new Refused('an element is no object');
  const { items, columns, inlines, actions, selectAction, fallback } = given;
  const within = [items, columns, inlines, actions, selectAction, fallback].filter((each) => each !== undefined);
  return [given, ...within.flatMap(partsOf)];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
