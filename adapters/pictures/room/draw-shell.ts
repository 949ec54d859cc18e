import { darker, lighter, mix } from '#adapters/pictures/colour.ts';
import { drawScene } from '#adapters/pictures/property/draw-scene.ts';
import type { Site } from '#adapters/pictures/property/site.ts';
import { box, fade, group, type Point, polygon, shape, stroke, times } from '#adapters/pictures/svg.ts';
import type { Room } from './decor.ts';

export const BACK = { left: 250, right: 1350, top: 130, bottom: 720 } as const;

/** Floor, walls and ceiling as seen from the doorway. */
export function drawShell({ site, decor }: Room, floor: 'planks' | 'tiles' = 'planks'): string {
  const { left, right, top, bottom } = BACK;
  const ground: readonly Point[] = [
    [left, bottom],
    [right, bottom],
    [1680, 1067],
    [-80, 1067],
  ];
  const seam = darker(decor.floor, 0.13);
  const lines = times(15, (index) =>
    stroke(`M${left + index * ((right - left) / 14)} ${bottom} L${-300 + index * (2200 / 14)} 1067`, seam, 2.6),
  );
  const depths = [742, 772, 812, 864, 930, 1012];
  const joints =
    floor === 'tiles'
      ? depths.map((y) => stroke(`M0 ${y} H1600`, seam, 2.2)).join('')
      : depths
          .map((y, row) =>
            times(7, (index) =>
              stroke(`M${(index * 2 + (row % 2)) * 120 + site.dice.between(-20, 20)} ${y} h34`, seam, 2.2),
            ),
          )
          .join('');
  return (
    `<defs>${fade('floor', [0, darker(decor.floor, 0.06)], [1, lighter(decor.floor, 0.16)])}${fade('back', [0, decor.wall], [1, darker(decor.wall, 0.05)])}${fade('eave', [0, '#2a1c26', 0.2], [1, '#2a1c26', 0])}${fade('glass', [0, site.light.glass[0]], [1, site.light.glass[1]])}${fade('beam', [0, '#fff6dc', 0.42], [1, '#fff6dc', 0])}</defs>` +
    polygon(
      [
        [0, 0],
        [1600, 0],
        [right, top],
        [left, top],
      ],
      lighter(decor.wall, 0.45),
    ) +
    polygon(
      [
        [0, 0],
        [left, top],
        [left, bottom],
        [-80, 1067],
        [0, 1067],
      ],
      darker(decor.wall, 0.09),
    ) +
    polygon(
      [
        [1600, 0],
        [right, top],
        [right, bottom],
        [1680, 1067],
        [1600, 1067],
      ],
      darker(decor.wall, 0.15),
    ) +
    box(left, top, right - left, bottom - top, 'url(#back)') +
    box(left, top, right - left, 40, 'url(#eave)', 'opacity="0.5"') +
    polygon(ground, 'url(#floor)') +
    `<clipPath id="ground"><polygon points="${left},${bottom} ${right},${bottom} 1680,1067 -80,1067"/></clipPath>` +
    group(lines + joints, 'clip-path="url(#ground)"') +
    box(left, bottom - 18, right - left, 18, lighter(decor.wall, 0.6)) +
    polygon(
      [
        [left, bottom - 18],
        [left, bottom],
        [-80, 1067],
        [-80, 1030],
      ],
      lighter(decor.wall, 0.3),
    ) +
    polygon(
      [
        [right, bottom - 18],
        [right, bottom],
        [1680, 1067],
        [1680, 1030],
      ],
      lighter(decor.wall, 0.2),
    )
  );
}

/** The country seen through an opening. */
function drawOutlook(outside: Site, x: number, y: number, w: number, h: number): string {
  return `<svg x="${x}" y="${y}" width="${w}" height="${h}" viewBox="0 150 1600 ${Math.min(740, Math.round((1600 * h) / w))}" preserveAspectRatio="xMidYMid slice">${drawScene(outside)}</svg>`;
}

/** A window on the back wall, with its light on the floor. */
export function drawRoomWindow(
  { site, decor }: Room,
  outside: Site,
  place: { x: number; y: number; w: number; h: number; panes: number; curtains: boolean },
): string {
  const { x, y, w, h, panes, curtains } = place;
  const frame = lighter(decor.wall, 0.75);
  const bars = times(panes - 1, (index) => box(x + ((index + 1) * w) / panes - 5, y, 10, h, frame));
  const sheen = polygon(
    [
      [x + w * 0.12, y],
      [x + w * 0.24, y],
      [x + w * 0.08, y + h],
      [x, y + h],
      [x, y + h * 0.8],
    ],
    '#ffffff',
    'opacity="0.16"',
  );
  const cloth = mix(decor.second, '#ffffff', 0.45);
  const drape = (left: number, wide: number) =>
    shape(`M${left} ${y - 34} h${wide} q6 ${h * 0.5} 0 ${h + 62} h${-wide} q-6 ${-h * 0.5} 0 ${-h - 62}z`, cloth) +
    times(4, (index) =>
      stroke(
        `M${left + wide * (0.2 + index * 0.2)} ${y - 28} q${index % 2 === 0 ? 5 : -5} ${h * 0.5} 0 ${h + 54}`,
        darker(cloth, 0.12),
        4,
      ),
    );
  const rail = curtains
    ? stroke(`M${x - 100} ${y - 36} H${x + w + 100}`, decor.metal, 8) + drape(x - 84, 90) + drape(x + w - 6, 90)
    : '';
  const beam = site.light.isDark
    ? ''
    : polygon(
        [
          [x + 20, BACK.bottom],
          [x + w - 20, BACK.bottom],
          [x + w - 190, 1067],
          [x - 330, 1067],
        ],
        'url(#beam)',
      );
  return (
    box(x - 16, y - 16, w + 32, h + 32, frame) +
    box(x - 16, y + h + 12, w + 32, 10, '#2a1c26', 'opacity="0.14"') +
    drawOutlook(outside, x, y, w, h) +
    box(x, y, w, 12, '#2a1c26', 'opacity="0.16"') +
    sheen +
    bars +
    rail +
    beam
  );
}
