import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { box, fade, polygon, round, shape, times } from '#adapters/pictures/svg.ts';
import { ridge } from './ridge.ts';
import type { Site } from './site.ts';

function drawPeaks({ light, dice }: Site, y: number, height: number, distance: number): string {
  const rock = light.far('#5e7391', distance);
  return times(5, (index) => {
    const x = index * 400 - 60 + dice.between(-70, 70);
    const top = y - height * dice.between(0.55, 1);
    const half = dice.between(260, 380);
    const snow = (y - top) * 0.3;
    const lean = half * 0.3;
    return (
      polygon(
        [
          [x - half, y + 40],
          [x, top],
          [x + half, y + 40],
        ],
        rock,
      ) +
      polygon(
        [
          [x, top],
          [x + half, y + 40],
          [x + half * 0.2, y + 40],
          [x + 24, top + snow * 1.6],
        ],
        darker(rock, 0.13),
      ) +
      polygon(
        [
          [x, top],
          [x + lean, top + snow],
          [x + lean * 0.45, top + snow * 0.82],
          [x + lean * 0.1, top + snow * 1.25],
          [x - lean * 0.35, top + snow * 0.85],
          [x - lean, top + snow],
        ],
        light.far('#ffffff', distance * 0.35),
      )
    );
  });
}

function drawWater({ light, dice }: Site, y: number, height: number, colour: string): string {
  const near = light.on(colour);
  const glitter = times(46, () => {
    const down = dice.between(0, 1);
    const around = light.sun.x + dice.between(-60, 60) * (1 + down * 4);
    return round(
      around - 30,
      y + 4 + down * (height - 10),
      14 + down * dice.between(20, 90),
      2 + down * 3,
      2,
      light.sun.colour,
      `opacity="${(0.75 - down * 0.4).toFixed(2)}"`,
    );
  });
  const waves = times(26, () =>
    round(
      dice.between(-40, 1600),
      y + dice.between(10, height),
      dice.between(30, 130),
      3,
      2,
      lighter(near, 0.35),
      'opacity="0.35"',
    ),
  );
  return `<defs>${fade('water', [0, mix(near, light.sky[2], 0.45)], [0.25, mix(near, light.sky[1], 0.2)], [1, near])}</defs>${box(0, y, 1600, height, 'url(#water)')}${waves}${glitter}`;
}

const drawBoat = ({ light }: Site, x: number, y: number, size: number): string =>
  polygon(
    [
      [x, y - 62 * size],
      [x, y - 8 * size],
      [x + 36 * size, y - 8 * size],
    ],
    light.on('#ffffff'),
  ) +
  polygon(
    [
      [x - 4 * size, y - 52 * size],
      [x - 4 * size, y - 8 * size],
      [x - 24 * size, y - 8 * size],
    ],
    light.on('#f0ded0'),
  ) +
  shape(
    `M${x - 34 * size} ${y - 4 * size} h${76 * size} q${-8 * size} ${15 * size} ${-20 * size} ${15 * size} h${-42 * size} q${-10 * size} 0 ${-14 * size} ${-15 * size}z`,
    light.on('#c4523f'),
  );

/** The sea with its coast and sails. */
export function drawSea(site: Site): string {
  const { light, dice } = site;
  const right = dice.chance(0.5);
  const coast = (y: number, reach: number, height: number, colour: string) => {
    const d = `M0 ${y} Q${reach * 0.2} ${y - height * 1.2} ${reach * 0.42} ${y - height * 0.8} T${reach * 0.72} ${y - height * 0.35} T${reach} ${y} Z`;
    return shape(d, colour, right ? 'transform="translate(1600 0) scale(-1 1)"' : '');
  };
  const shore = times(16, (index) => {
    const x = dice.between(20, 420);
    return box(
      right ? 1600 - x : x,
      553 - dice.between(4, 12) - (index % 3) * 6,
      dice.between(9, 20),
      20,
      light.far(index % 2 === 0 ? '#ffffff' : '#f0d9c0', 0.3),
    );
  });
  return (
    coast(562, 980, 150, light.far('#6b88a8', 0.5)) +
    coast(564, 640, 100, light.far('#5d8a72', 0.32)) +
    shore +
    drawWater(site, 560, 240, '#1f86b5') +
    drawBoat(site, dice.between(420, 700), 612, 0.8) +
    drawBoat(site, dice.between(860, 1250), 585, 0.45)
  );
}

/** A lake below snowy mountains. */
export function drawLake(site: Site): string {
  const { light, dice } = site;
  return (
    drawPeaks(site, 540, 330, 0.42) +
    shape(ridge(dice, 520, 34, 3), light.far('#4f7a66', 0.36)) +
    shape(ridge(dice, 552, 16, 5), light.far('#3f6b52', 0.22)) +
    drawWater(site, 575, 200, '#3c8fa3') +
    drawBoat(site, dice.between(300, 1200), 625, 0.6)
  );
}
