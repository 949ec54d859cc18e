import { plainOf } from './plain-of.ts';

/** An order or a choice is no longer than this; what is, is a message. */
const LONGEST = 80;
/** Greetings, thanks and the like that stand around what is meant, folded, in the ten languages and as people shorten them. */
const MANNERS = listOf(
  'please|pls|plz|thanks|thank you|thank you very much|many thanks|thx|ty|cheers|hi|hello|hey|ok|okay|sorry',
  'alstublieft|alsjeblieft|aub|ajb|svp|bedankt|dank u|dank u wel|dank je|dank je wel|dankjewel|dankuwel|hallo|hoi',
  'bitte|danke|danke schon|vielen dank|mfg',
  's il vous plait|s il te plait|stp|merci|merci beaucoup|bonjour|salut',
  'por favor|gracias|muchas gracias|hola|buenos dias',
  'obrigado|obrigada|muito obrigado|muito obrigada|ola|bom dia|se faz favor',
  'per favore|per piacere|grazie|grazie mille|ciao|buongiorno',
  'prosze|dziekuje|dzieki|dzien dobry|czesc',
  'tack|tack sa mycket|snalla|hej',
  'takk|tusen takk|vennligst|er du snill|hei',
);
/** What an order may have besides. */
const AT_ONCE = listOf('now|nu|jetzt|sofort|maintenant|ahora|ya|agora|adesso|ora|teraz|na');

const ofManners = around(MANNERS);
const ofOrders = around([...MANNERS, ...AT_ONCE]);

/** Words without case, accents, signs and pictures. */
export const folded = (words: string): string =>
  plainOf(words)
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Short words, folded, without greeting, request and thanks; empty where they are too long to be an order. */
export function withoutManners(words: string): string {
  if (words.length > 4 * LONGEST) return '';
  const short = folded(words);
  return short.length > LONGEST ? '' : ofOrders(short);
}
/** Folded words without greeting, request and thanks around them; empty where there is nothing else. */
export const withoutThanks = (words: string): string => (MANNERS.includes(words) ? '' : ofManners(words));

function around(manners: readonly string[]): (words: string) => string {
  const all = manners.toSorted((one, other) => other.length - one.length).join('|');
  const before = new RegExp(`^(?:${all}) (?=.)`, 'u');
  const after = new RegExp(`(?<=.) (?:${all})$`, 'u');
  return (words) => {
    let left = words;
    for (;;) {
      const less = left.replace(before, '').replace(after, '');
      if (less === left) return left;
      left = less;
    }
  };
}

function listOf(...rows: readonly string[]): readonly string[] {
  return rows.flatMap((row) => row.split('|'));
}
