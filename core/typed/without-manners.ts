import { plainOf } from './plain-of.ts';

/** An order or a choice is no longer than this; what is, is a message. */
const LONGEST = 80;
/** Greetings, thanks and the like that stand around what is meant, folded, in the ten languages and as people shorten them. */
const MANNERS = listOf(
  'please|pls|plz|thanks|thank you|thank you very much|many thanks|thx|ty|cheers|hi|hello|hey|ok|okay|sorry|good morning|good afternoon|good evening|thankyou|kind regards|regards',
  'alstublieft|alsjeblieft|aub|ajb|svp|bedankt|dank u|dank u wel|dank je|dank je wel|dankjewel|dankuwel|hallo|hoi|graag|goedemorgen|goedemiddag|goedenavond|goedendag|mvg|groetjes|groeten',
  'bitte|danke|danke schon|danke sehr|vielen dank|mfg|lg|guten tag|guten morgen|guten abend|moin|gerne|viele grusse|grusse',
  's il vous plait|s il te plait|stp|merci|merci beaucoup|merci d avance|bonjour|bonsoir|salut|cordialement',
  'por favor|gracias|muchas gracias|hola|buenos dias|buenas|buenas tardes|buenas noches|porfa|porfavor|saludos|muchisimas gracias',
  'obrigado|obrigada|muito obrigado|muito obrigada|ola|bom dia|boa tarde|boa noite|se faz favor|obg|cumprimentos',
  'per favore|per piacere|grazie|grazie mille|ciao|buongiorno|buonasera|salve|per cortesia|cordiali saluti|saluti',
  'prosze|dziekuje|dzieki|dzien dobry|dobry wieczor|czesc|witam|poprosze|bardzo prosze|dziekuje bardzo|pozdrawiam',
  'tack|tack sa mycket|tackar|snalla|vanligen|hej|hejsan|god morgon|mvh',
  'takk|tusen takk|vennligst|er du snill|vær sa snill|hei|god morgen|mvh',
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
