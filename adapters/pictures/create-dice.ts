export type Choices<T> = readonly [T, ...T[]];

/** Chance that falls the same way for the same seed. */
export type Dice = {
  between(low: number, high: number): number;
  pick<T>(choices: Choices<T>): T;
  chance(odds: number): boolean;
};

/** Dice for one drawing (FNV-1a makes the seed a number, mulberry32 rolls it on). */
export function createDice(seed: string): Dice {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);

  const roll = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    between: (low, high) => low + (high - low) * roll(),
    pick: (choices) => choices[Math.floor(roll() * choices.length)] ?? choices[0],
    chance: (odds) => roll() < odds,
  };
}
