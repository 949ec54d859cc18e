import sharp from 'sharp';
import { FONT, useFont } from './font.ts';
import { dot, escaped, fade, group, picture, round, shape, stroke } from './svg.ts';

/** An office's logo, its name beside a house between hill and sea: a PNG of 1200 by 400 on transparent ground. */
export async function drawLogo(name: string): Promise<Buffer> {
  useFont();
  const sign =
    `<defs>${fade('ground', [0, '#1f6f63'], [1, '#124a52'])}</defs><clipPath id="sign"><rect x="40" y="40" width="320" height="320" rx="76"/></clipPath>` +
    group(
      round(40, 40, 320, 320, 76, 'url(#ground)') +
        dot(268, 136, 40, '#f6c667') +
        shape('M40 250 Q130 150 220 226 T360 200 V360 H40z', '#3f9a74') +
        shape('M132 290 V206 L200 150 L268 206 V290z', '#fffaf0') +
        stroke('M116 218 L200 148 L284 218', '#e07a4f', 18, 'stroke-linejoin="round"') +
        shape('M182 290 v-40 a18 18 0 0 1 36 0 v40z', '#124a52') +
        shape('M40 288 q40 -20 80 0 t80 0 t80 0 t80 0 V360 H40z', '#49b3c4') +
        stroke('M40 322 q40 -16 80 0 t80 0 t80 0 t80 0', '#d8f2f4', 8),
      'clip-path="url(#sign)"',
    );
  const size = Math.min(104, Math.floor(1330 / Math.max(1, name.length)));
  const text = `<text x="410" y="${200 + size * 0.35}" font-family="${FONT}" font-size="${size}" font-weight="700" letter-spacing="-1" fill="#124a52">${escaped(name)}</text>`;
  return sharp(Buffer.from(picture(1200, 400, sign + text)))
    .png()
    .toBuffer();
}
