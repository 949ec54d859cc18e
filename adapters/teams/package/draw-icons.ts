import sharp from 'sharp';

/** Pixels of the two icons (Teams, app icons). */
const [COLOR, OUTLINE] = [192, 32];

const house = (paint: string) => `<path d="M6 16 L16 7 L26 16" ${paint}/><path d="M9 14.5 V25 H23 V14.5" ${paint}/>`;
const svg = (size: number, inner: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${inner}</svg>`,
  );
const stroke = (width: number) =>
  `fill="none" stroke="#ffffff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`;

/** The app's icons as Teams wants them: one in colour on a ground, one white on nothing. PNG. */
export async function drawIcons(): Promise<{ readonly color: Buffer; readonly outline: Buffer }> {
  const door = '<path d="M14 25 v-5 a2 2 0 0 1 4 0 v5z" fill="#ffffff"/>';
  const [color, outline] = await Promise.all([
    sharp(svg(COLOR, `<rect width="32" height="32" fill="#1f6f63"/>${house(stroke(2.2))}${door}`))
      .png()
      .toBuffer(),
    sharp(svg(OUTLINE, house(stroke(2))))
      .png()
      .toBuffer(),
  ]);
  return { color, outline };
}
