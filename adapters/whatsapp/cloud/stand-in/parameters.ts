import { type Fields, isFields, listAt, wordsAt } from './fields.ts';
import { GraphError } from './graph-error.ts';

/** The texts of a template's components, in order. */
export function parametersOf(component: Fields): readonly string[] {
  return listAt(component, 'parameters', 0, 20).map((parameter) => {
    if (parameter.type === 'payload') return wordsAt(parameter, 'payload', 256);
    const text = wordsAt(parameter, 'text', 1024);
    if (/[\n\t]| {5}/.test(text))
      throw new GraphError(
        400,
        132000,
        'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
      );
    return text;
  });
}

export const isNamed = (value: unknown): value is Fields & { readonly name: string } =>
  isFields(value) && typeof value.name === 'string';
