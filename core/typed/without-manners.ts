import { plainOf } from './plain-of.ts';

/** An order or a choice is no longer than this; what is, is a message. */
const LONGEST = 80;
/** Greetings, thanks and the like that stand around what is meant, folded, in the ten languages and as people shorten them. */
const MANNERS = [
  'please|pls|plz|thanks|thank you|thank you very much|many thanks|thx|ty|cheers|hi|hello|hey|ok|okay|now|sorry',
  'alstublieft|alsjeblieft|aub|ajb|svp|bedankt|dank u|dank u wel|dank je|dank je wel|dankjewel|dankuwel|hallo|hoi|nu',
  'bitte|danke|danke schon|vielen dank|jetzt|sofort|mfg',
  's il vous plait|s il te plait|stp|merci|merci beaucoup|bonjour|salut|maintenant',
  'por favor|gracias|muchas gracias|hola|buenos dias|ahora|ya',
  'obrigado|obrigada|muito obrigado|muito obrigada|ola|bom dia|agora|se faz favor',
  'per favore|per piacere|grazie|grazie mille|ciao|buongiorno|adesso|ora',
  'prosze|dziekuje|dzieki|dzien dobry|czesc|teraz',
  'tack|tack sa mycket|snalla|hej|nu',
  'takk|tusen takk|vennligst|er du snill|hei|na',
].flatMap((each) => each.split('|'));
const AROUND = [...MANNERS].sort((one, other) => other.length - one.length).join('|');
const BEFORE = new RegExp(`^(?:${AROUND}) (?=.)`, 'u');
const AFTER = new RegExp(`(?<=.) (?:${AROUND})$`, 'u');

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
  let left = folded(words);
  if (left.length > LONGEST) return '';
  for (;;) {
    const less = left.replace(BEFORE, '').replace(AFTER, '');
    if (less === left) return left;
    left = less;
  }
}
