import type { PageWindow } from './page-window.ts';

type Media = { readonly directPath?: string; readonly mimetype?: string };
type Download = (this: unknown, wanted: Media | undefined) => unknown;
type Helpers = Record<string, (...given: unknown[]) => unknown>;

/**
 * Runs in WhatsApp Web's page before its own code, so it stands for itself: whatsapp-web.js 1.34.7 expects what builds
 * since July 2026 renamed. Each part stands down by itself on a build that does not need it.
 */
export function compat(): void {
  const page = window as unknown as PageWindow;
  const LOOK_MS = 5;
  const looking = setInterval(() => {
    const found = modules();
    if (!found) return;
    clearInterval(looking);
    giveKeysTheirName(found.MsgKey);
    giveDownloadsTheirType(found.downloadManager, found.Msg);
  }, LOOK_MS);

  function modules() {
    try {
      const key = page.require('WAWebMsgKey') as { default?: unknown };
      const { downloadManager } = page.require('WAWebDownloadManager') as {
        downloadManager?: { downloadAndMaybeDecrypt: Download };
      };
      const { Msg } = page.require('WAWebCollections') as { Msg?: { getModelsArray(): readonly Media[] } };
      const MsgKey = key.default ?? key;
      return typeof MsgKey === 'function' && downloadManager && Msg ? { MsgKey, downloadManager, Msg } : undefined;
    } catch {
      return undefined;
    }
  }

  /** `_serialized` became `$1` (wwebjs#201832): what is set as the one becomes an own, enumerable other. */
  function giveKeysTheirName(MsgKey: { readonly prototype: object }) {
    if (!/\$1/.test(String(MsgKey.prototype.toString)) && !/\$1/.test(String(MsgKey))) return;
    Object.defineProperty(MsgKey.prototype, '$1', {
      configurable: true,
      get() {
        return this._serialized;
      },
      set(value) {
        Object.defineProperty(this, '_serialized', { value, enumerable: true, writable: true, configurable: true });
      },
    });
  }

  /** Downloads want the media's type since September 2026 (wwebjs#201908). */
  function giveDownloadsTheirType(
    downloadManager: { downloadAndMaybeDecrypt: Download },
    Msg: { getModelsArray(): readonly Media[] },
  ) {
    const download = downloadManager.downloadAndMaybeDecrypt;
    downloadManager.downloadAndMaybeDecrypt = function (wanted) {
      if (!wanted || wanted.mimetype) return download.call(this, wanted);
      const message = Msg.getModelsArray().find(({ directPath }) => directPath === wanted.directPath);
      return download.call(this, message?.mimetype ? { ...wanted, mimetype: message.mimetype } : wanted);
    };
  }

  /** A private id of the media's model must not get into the outgoing message (wwebjs#201923). */
  let helpers: Helpers | undefined;
  Object.defineProperty(window, 'WWebJS', {
    configurable: true,
    get: () => helpers,
    set(given: Helpers) {
      helpers = new Proxy(given, {
        set(target, name, value) {
          target[String(name)] = name === 'processMediaData' ? withoutPrivateId(value) : value;
          return true;
        },
      });
    },
  });

  function withoutPrivateId(prepare: (...given: unknown[]) => Promise<object | undefined>) {
    return async (...given: unknown[]) => {
      const media = await prepare(...given);
      if (media && Object.hasOwn(media, '__x_id')) Object.defineProperty(media, '__x_id', { enumerable: false });
      return media;
    };
  }
}
