import { darker, lighter } from '#adapters/pictures/colour.ts';
import { fade, oval, shape, stroke, times } from '#adapters/pictures/svg.ts';
import { drawLake, drawSea } from './draw-shores.ts';
import { drawSky } from './draw-sky.ts';
import { drawCity, drawVillage } from './draw-towns.ts';
import { ridge } from './ridge.ts';
import type { Site } from './site.ts';

function drawHills({ light, dice }: Site): string {
  const layer = (y: number, height: number, bends: number, colour: string, distance: number) =>
    shape(ridge(dice, y, height, bends), light.far(colour, distance));
  const rows = times(9, (index) =>
    stroke(
      `M${820 + index * 92} 700 Q${900 + index * 60} 660 ${960 + index * 34} 628`,
      light.far('#6f8f45', 0.1),
      5,
      'opacity="0.5"',
    ),
  );
  const cypresses = times(11, (index) => {
    const x = 60 + index * 66 + dice.between(-18, 18);
    return oval(x, 642 - dice.between(0, 26), 7, dice.between(18, 32), light.far('#3f6a4c', 0.22));
  });
  return (
    layer(430, 90, 2.4, '#7f93b8', 0.58) +
    layer(500, 70, 3.1, '#7ba08c', 0.45) +
    layer(560, 46, 2.2, '#7fae72', 0.28) +
    cypresses +
    layer(640, 34, 2.8, '#94b95c', 0.1) +
    rows
  );
}

const SCENES = { sea: drawSea, hills: drawHills, city: drawCity, village: drawVillage, lake: drawLake };

/** The country around a home: sky, what lies far off, and a meadow from about y 690 down. */
export function drawScene(site: Site): string {
  const { light, dice, sketch } = site;
  const grass = light.on(sketch.scene === 'lake' ? '#7cb069' : '#93b765');
  const meadow = fade('meadow', [0, light.far(lighter(grass, 0.12), 0.08)], [0.5, grass], [1, darker(grass, 0.22)]);
  return `${drawSky(site)}${SCENES[sketch.scene](site)}<defs>${meadow}</defs>${shape(ridge(dice, 705, 14, 2.3), 'url(#meadow)')}`;
}
