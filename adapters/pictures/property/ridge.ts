import type { Dice } from '#adapters/pictures/create-dice.ts';

/** A ridge across the picture that closes at the bottom. */
export function ridge(dice: Dice, y: number, height: number, bends: number): string {
  const phases = [dice.between(0, 6), dice.between(0, 6), dice.between(0, 6)] as const;
  const at = (x: number) => {
    const way = (x / 1600) * Math.PI * bends;
    return (
      y -
      height *
        (0.55 * Math.sin(way + phases[0]) +
          0.3 * Math.sin(way * 2.1 + phases[1]) +
          0.15 * Math.sin(way * 4.3 + phases[2]))
    );
  };
  const steps = Array.from({ length: 41 }, (_, index) => `L${index * 40} ${at(index * 40).toFixed(1)}`).join(' ');
  return `M0 1067 ${steps} L1600 1067 Z`;
}
