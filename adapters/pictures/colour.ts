const channels = (hex: string): [number, number, number] => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

/** A colour between two of the form #rrggbb; share 0 is the first, 1 the second. */
export function mix(first: string, second: string, share: number): string {
  const [r, g, b] = channels(first);
  const [r2, g2, b2] = channels(second);
  const blend = (from: number, to: number) =>
    Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  return `#${blend(r, r2)}${blend(g, g2)}${blend(b, b2)}`;
}

export const darker = (colour: string, share: number): string => mix(colour, '#1d1a2b', share);
export const lighter = (colour: string, share: number): string => mix(colour, '#ffffff', share);
