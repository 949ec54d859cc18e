// WhatsApp's own way with media: keys by HKDF, AES-CBC and a short MAC, so that a wrong byte shows.

const INFO = { image: 'Image', sticker: 'Image', video: 'Video', audio: 'Audio', ptt: 'Audio', document: 'Document' };
const MAC_BYTES = 10;
const HOST = 'https://mmg.whatsapp.net';

export const base64 = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(''));
export const fromBase64 = (words) => Uint8Array.from(atob(words), (sign) => sign.charCodeAt(0));
export const hashOf = async (bytes) => base64(await crypto.subtle.digest('SHA-256', bytes));

async function keysOf(mediaKey, type) {
  const key = await crypto.subtle.importKey('raw', mediaKey, 'HKDF', false, ['deriveBits']);
  const info = new TextEncoder().encode(`WhatsApp ${INFO[type]} Keys`);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, key, 896));
  return { iv: bits.slice(0, 16), key: bits.slice(16, 48), mac: bits.slice(48, 80) };
}

async function macOf(mac, bytes) {
  const key = await crypto.subtle.importKey('raw', mac, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes)).slice(0, MAC_BYTES);
}

const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
const aes = (key, use) => crypto.subtle.importKey('raw', key, 'AES-CBC', false, [use]);

export async function download({ directPath, mediaKey, type, encFilehash, filehash }) {
  const answer = await fetch(HOST + directPath);
  if (!answer.ok) throw Object.assign(new Error(`media ${answer.status}`), { status: answer.status });
  const whole = new Uint8Array(await answer.arrayBuffer());
  if ((await hashOf(whole)) !== encFilehash) throw new Error('the encrypted file is another');
  const { iv, key, mac } = await keysOf(fromBase64(mediaKey), type);
  const sealed = whole.slice(0, -MAC_BYTES);
  if (base64(await macOf(mac, joined(iv, sealed))) !== base64(whole.slice(-MAC_BYTES))) throw new Error('wrong MAC');
  const bytes = await crypto.subtle.decrypt({ name: 'AES-CBC', iv }, await aes(key, 'decrypt'), sealed);
  if ((await hashOf(bytes)) !== filehash) throw new Error('the file is another');
  return bytes;
}

export async function upload(blob, type) {
  const mediaKey = crypto.getRandomValues(new Uint8Array(32));
  const { iv, key, mac } = await keysOf(mediaKey, type);
  const bytes = await blob.arrayBuffer();
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, await aes(key, 'encrypt'), bytes));
  const whole = joined(sealed, await macOf(mac, joined(iv, sealed)));
  const { url, directPath } = await (await fetch(`${HOST}/mms/${type}`, { method: 'POST', body: whole })).json();
  const hash = await hashOf(whole);
  const at = Math.floor(Date.now() / 1000);
  return {
    mmsUrl: url,
    deprecatedMms3Url: url,
    directPath,
    mediaKey: base64(mediaKey),
    mediaKeyTimestamp: at,
    encFilehash: hash,
    uploadHash: hash,
  };
}
