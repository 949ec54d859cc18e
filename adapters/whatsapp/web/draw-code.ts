import { toString as drawQr } from 'qrcode';

/** A code for the office's phone in signs that a terminal shows. */
export const drawCode = (code: string): Promise<string> =>
  drawQr(code, { type: 'terminal', small: true, errorCorrectionLevel: 'L' });
