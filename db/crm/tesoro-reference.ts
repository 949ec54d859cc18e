/** Letters and digits that can't be mistaken for each other when read aloud (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The reference that clients see, from the random end of the listing's id: 40 bits, `T-7K3M9Q2X`. */
export function tesoroReference(id: string): string {
  const bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  const sign = (place: number) => SIGNS[Number((bits >> BigInt(5 * place)) & 31n)] ?? '';
  return `T-${[7, 6, 5, 4, 3, 2, 1, 0].map(sign).join('')}`;
}
