import { escaped } from '#adapters/escaped.ts';
import { initialsOf } from '#adapters/initials-of.ts';
import type { Letter, LetterLine } from '#core/letter.ts';

/** The logo's name within the mail (RFC 2392). */
export const LOGO_CID = 'logo';
/** What every mailbox shows whole; narrower ones squeeze it. */
const WIDTH = 600;

/** In the head for those that know both schemes; all else stands on the elements, since some mailboxes drop the head. */
const STYLE = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .ground { background: #14181d !important; } .sheet { background: #1d242c !important; }
  .ink { color: #eceff2 !important; } .quiet { color: #a9b4bf !important; }
  .box { background: #14181d !important; border-color: #6b7885 !important; }
  .act { background: #7db8e6 !important; border-color: #7db8e6 !important; } .on-act { color: #0b2438 !important; }
  .way { border-color: #7db8e6 !important; } .way-ink { color: #7db8e6 !important; }
}`;
const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const MONO = 'font-family:ui-monospace,Menlo,Consolas,monospace';
const INK = `${FONT};font-size:17px;line-height:26px;color:#1c2733`;
const ROW = 'padding:0 0 16px';

/**
 * A letter as HTML: one column, nothing from outside, the same words in the same order as its plain text. `hasLogo`: the
 * mail carries the logo as `LOGO_CID`; else the office's initials are drawn.
 */
export const renderLetter = (
  { language, office, preheader, lines }: Letter,
  hasLogo: boolean,
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(office)}</title>
<style>${STYLE}</style>
</head>
<body class="ground" style="margin:0;padding:0;background:#f6f5f2">
<div style="display:none;max-height:0;overflow:hidden" aria-hidden="true">${escaped(preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="ground" style="background:#f6f5f2">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" class="sheet" style="width:100%;max-width:${WIDTH}px;background:#ffffff;border-radius:16px">
<tr><td style="padding:24px 28px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
<tr><td style="padding:0 0 24px">${headOf(office, hasLogo)}</td></tr>
${lines.map((line) => `<tr>${cellOf(line)}</tr>`).join('\n')}
</table>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;

function headOf(office: string, hasLogo: boolean): string {
  const mark = hasLogo
    ? `<img src="cid:${LOGO_CID}" alt="" height="44" style="height:44px;max-width:160px;border:0">`
    : `<div class="act on-act" aria-hidden="true" style="${FONT};width:44px;height:44px;line-height:44px;border-radius:12px;background:#14507e;color:#ffffff;font-size:17px;font-weight:700;text-align:center">${escaped(initialsOf(office))}</div>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="padding:0 12px 0 0">${mark}</td><td class="quiet" style="${FONT};font-size:17px;font-weight:600;color:#55606b">${escaped(office)}</td></tr></table>`;
}

function cellOf({ is, words, url = '' }: LetterLine): string {
  const said = escaped(words).replaceAll('\n', '<br>');
  switch (is) {
    case 'line':
      return `<td class="ink" style="${ROW};${INK}">${said}</td>`;
    case 'small':
      return `<td class="quiet" style="padding:6px 0 10px;${FONT};font-size:15px;line-height:22px;color:#55606b">${said}</td>`;
    case 'box':
      return `<td style="${ROW}"><div class="box ink" style="${MONO};display:inline-block;padding:12px 18px;border:1px solid #8a949e;border-radius:10px;background:#f6f5f2;font-size:20px;line-height:26px;letter-spacing:1px;color:#1c2733">${said}</div></td>`;
    case 'code':
      return `<td class="ink" style="${ROW};${MONO};font-size:40px;line-height:48px;font-weight:700;letter-spacing:6px;color:#1c2733">${said}</td>`;
    case 'button':
      return buttonOf(said, url, 'act', 'on-act', 'background:#14507e;border:2px solid #14507e', '#ffffff');
    case 'link':
      return buttonOf(said, url, 'way', 'way-ink', 'border:2px solid #14507e', '#14507e');
  }
}

/** The whole cell is coloured, since some mailboxes give a link no room of its own. */
const buttonOf = (said: string, url: string, cell: string, ink: string, look: string, colour: string): string =>
  `<td style="padding:0 0 12px"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td class="${cell}" align="center" style="${look};border-radius:12px"><a href="${escaped(url)}" class="${ink}" style="display:block;padding:12px 16px;${FONT};font-size:17px;line-height:24px;font-weight:600;color:${colour};text-decoration:none">${said}</a></td></tr></table></td>`;
