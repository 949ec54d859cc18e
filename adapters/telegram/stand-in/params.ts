import { badRequest } from './errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parameter as text; the real server reads every scalar as text. Missing is ''. */
export function textParam(params: Fields, name: string): string {
  const value = params[name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The parameter as a whole number, or undefined where it is missing or no number. */
export function integerParam(params: Fields, name: string): number | undefined {
  const value = params[name];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  const text = textParam(params, name).trim();
  return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export function decimalParam(params: Fields, name: string): number | undefined {
  const text = textParam(params, name).trim();
  const value = Number(text);
  return text !== '' && Number.isFinite(value) ? value : undefined;
}

/** The words the real server takes for yes are true, yes and 1. */
export function flagParam(params: Fields, name: string): boolean {
  return /^(true|yes|1)$/i.test(textParam(params, name).trim());
}

/** A parameter that is JSON-serialised in forms and plain in JSON bodies. */
export function jsonParam(params: Fields, name: string, what: string): unknown {
  const value = params[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    throw badRequest(`can't parse ${what} JSON object`);
  }
}

/** A text field of a nested object; anything but text is refused as the real server does. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw badRequest(`Field "${name}" must be of type String`);
}
