import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { BrokenFeed, type Feed, type FeedItem } from '#core/imports/feed.ts';
import { type Element, itemOf } from './item-of.ts';

/** A listing with more than this is none (Kyero allows 50 photos and thirteen languages). */
const MOST_LISTING_CHARACTERS = 1_000_000;
/** Characters that the parser gets at once, so that it is seen where a listing ends. */
const PIECE = 64 * 1024;
/** `<?xml … encoding="…"?>` stands within so many bytes, in signs of ASCII. */
const HEAD_BYTES = 200;

/**
 * Reads a Kyero feed of version 3 as it comes, a listing at a time. Its encoding is that of its first line, UTF-8 where that
 * says none. Throws BrokenFeed where it is no such feed, or not well-formed from some line on.
 */
export async function* readKyero(bytes: AsyncIterable<Uint8Array>): Feed {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const ready: FeedItem[] = [];
  let broken: BrokenFeed | undefined;
  const open: Element[] = [];
  let characters = 0;
  const fail = (detail: string) => {
    broken ??= new BrokenFeed(detail, parser.line);
  };
  const add = (text: string) => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  /** The parser keeps words until it meets a tag, so they are counted before it gets them. */
  const write = (text: string) => {
    for (let at = 0; at < text.length && !broken; at += PIECE) {
      const piece = text.slice(at, at + PIECE);
      characters += piece.length;
      if (characters > MOST_LISTING_CHARACTERS) fail('the listing is larger than any real one');
      else parser.write(piece);
    }
  };

  let isRootRead = false;
  parser.on('error', (error) => fail(plainly(error.message)));
  // Its own names could stand for anything, as often as it likes.
  parser.on('doctype', () => fail('a feed has no document type'));
  parser.on('opentag', ({ local, attributes }: SaxesTagNS) => {
    if (!isRootRead && local !== 'root') fail(`the feed begins with <${local}>, not with <root>`);
    isRootRead = true;
    if (open.length === 0 && local !== 'property') return;
    const element: Element = { name: local, line: parser.line, text: '', children: [], order: orderIn(attributes) };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element || open.length > 0 || broken) return;
    ready.push(itemOf(element));
    characters = 0;
  });

  const decode = createDecoder();
  for await (const chunk of bytes) {
    if (!broken) write(decode(chunk));
    yield* ready.splice(0);
    if (broken) throw broken;
  }
  write(decode());
  if (!broken) parser.close();
  yield* ready.splice(0);
  if (broken) throw broken;
}

function orderIn(attributes: Record<string, SaxesAttributeNS>): number {
  return Number(attributes.id?.value);
}

/** Without the place, which is said beside it. */
const plainly = (message: string) => message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '');

/** Decodes a stream by what its first bytes say; called without any at its end. */
function createDecoder(): (chunk?: Uint8Array) => string {
  let decoder: TextDecoder | undefined;
  let begun: Uint8Array = new Uint8Array();
  return (chunk) => {
    if (!decoder) {
      begun = joined(begun, chunk);
      if (chunk && begun.length < HEAD_BYTES) return '';
      decoder = decoderFor(begun);
      return decoder.decode(begun, { stream: chunk !== undefined });
    }
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  };
}

function joined(one: Uint8Array, other: Uint8Array = new Uint8Array()): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function decoderFor(head: Uint8Array): TextDecoder {
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be');
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le');
  const said = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(
    new TextDecoder('latin1').decode(head.subarray(0, HEAD_BYTES)),
  );
  try {
    return new TextDecoder(said?.[1] ?? 'utf-8');
  } catch {
    throw new BrokenFeed(`the encoding ${said?.[1]} is not known`, 1);
  }
}
