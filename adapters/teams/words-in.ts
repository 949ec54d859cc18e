import { type Fields, fieldsIn, isFields, textIn } from '#core/fields.ts';

/** Letters of HTML that are read: what a message of Teams holds (limits and specifications, about 28 KB). */
const HTML_LENGTH = 28 * 1024;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** What Teams puts into plain text for what stands beside it: a quote, an attachment, the bot's own name. */
const MARKS = /<quoted\b[^<>]*>(?:\s*<\/quoted>)?|<\/quoted>|<attachment\b[^<>]*>(?:\s*<\/attachment>)?/gi;

/** What a person wrote in an activity, without the marks of Teams; where its text is empty, out of the copy as HTML. */
export function wordsIn(activity: Fields): string {
  const html = htmlIn(activity);
  const text = textIn(activity, 'text') ?? '';
  // There the quoted words stand in the text as if they were the person's own.
  const isReply = html !== undefined && QUOTE.test(html);
  const isMarkup = activity.textFormat === 'xml' && /<(p|div|br|span)\b|&(?:#\w+|[a-z]{2,8});/i.test(text);
  const plain = isMarkup ? plainOf(text) : text;
  const words = html !== undefined && (isReply || !plain.trim()) ? plainOf(html.replace(QUOTE, '')) : plain;
  return withoutMarks(words, activity).trim();
}

/** Where a picture is that stands in the copy as HTML alone, as a GIF of the picker does; the signs of emoji are words. */
export function pictureIn(activity: Fields): string | undefined {
  const tags =
    htmlIn(activity)
      ?.replace(QUOTE, '')
      .match(/<img\b[^<>]*>/gi) ?? [];
  const tag = tags.find((each) => !EMOJI.test(each));
  return tag && /\bsrc\s*=\s*["']([^"'<>]{1,2000})["']/i.exec(tag)?.[1]?.replaceAll('&amp;', '&');
}

/** The message that the words answer. */
export function quotedIn(activity: Fields): string | undefined {
  const quoted = listIn(activity, 'entities').flatMap(
    (entity) => textIn(fieldsIn(entity, 'quotedReply'), 'messageId') ?? [],
  );
  const referred = listIn(activity, 'attachments')
    .filter(({ contentType }) => contentType === 'messageReference')
    .flatMap(({ content }) => textIn(fieldsOf(content), 'messageId') ?? []);
  const [, reply] = /\bitemid\s*=\s*["'](\d{1,20})["']/i.exec(QUOTE.exec(htmlIn(activity) ?? '')?.[0] ?? '') ?? [];
  const [, marked] =
    /<quoted\b[^<>]*\bmessageId\s*=\s*["']([^"'<>]{1,100})["']/i.exec(textIn(activity, 'text') ?? '') ?? [];
  return quoted[0] ?? referred[0] ?? reply ?? marked;
}

/** A quote as Teams' own clients write it (schema.skype.com/Reply). */
const QUOTE = /<blockquote\b[^<>]*schema\.skype\.com\/Reply[\s\S]*?<\/blockquote>/i;

function withoutMarks(words: string, activity: Fields): string {
  const bot = textIn(fieldsIn(activity, 'recipient'), 'id');
  const names = listIn(activity, 'entities')
    .filter((entity) => entity.type === 'mention' && bot !== undefined && fieldsIn(entity, 'mentioned').id === bot)
    .flatMap((entity) => textIn(entity, 'text') ?? []);
  return names.reduce((all, name) => (name ? all.replaceAll(name, '') : all), words.replace(MARKS, ''));
}

function htmlIn(activity: Fields): string | undefined {
  const found = listIn(activity, 'attachments').find(({ contentType }) => contentType === 'text/html');
  return found && textIn(found, 'content')?.slice(0, HTML_LENGTH);
}

/** Lines stay lines, and an emoji is the sign that its picture stands for. */
function plainOf(html: string): string {
  return html
    .replace(/[\r\n]+/g, ' ')
    .replace(/<(?:img|emoji)\b[^<>]*>/gi, signOf)
    .replace(/<br\b[^<>]*>|<\/(?:p|div|li|h\d|tr)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{1,8});/gi, (all, name: string) => entity(name) ?? all)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

const EMOJI = /^<emoji|schema\.skype\.com\/Emoji/i;
/** Pictures besides have a description, which nobody wrote. */
const signOf = (tag: string): string =>
  EMOJI.test(tag) ? (/\balt\s*=\s*["']([^"'<>]{1,16})["']/i.exec(tag)?.[1] ?? '') : '';

function entity(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : undefined;
}

function listIn(fields: Fields, name: string): readonly Fields[] {
  const list: unknown = fields[name];
  return Array.isArray(list) ? list.filter(isFields) : [];
}

/** What is attached comes as an object or as JSON in a string. */
function fieldsOf(content: unknown): Fields {
  if (typeof content !== 'string') return isFields(content) ? content : {};
  try {
    const parsed: unknown = JSON.parse(content);
    return isFields(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
