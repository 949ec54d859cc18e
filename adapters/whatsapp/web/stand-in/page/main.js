// WhatsApp Web's modules by the names that whatsapp-web.js 1.34.7 asks for, and nothing else.

import { createWid, MsgKey } from './ids.js';
import * as kept from './kept.js';
import { ask, connect, hangUp, reactions } from './line.js';
import { base64, download, fromBase64 } from './media.js';
import { Collection, Model } from './models.js';
import { mediaObject, OpaqueData, prepRawMedia, uploadMedia } from './prepare-media.js';

const { build, version } = window.standIn;
const { Msg, Chat, Contact, Socket, Conn, Cmd, own, userOf } = kept;

/** A key pair that stays with the profile, as a device's own do. */
function keyPair(name) {
  const known = localStorage.getItem(name) ?? base64(crypto.getRandomValues(new Uint8Array(32)));
  localStorage.setItem(name, known);
  return { pubKey: fromBase64(known) };
}

/** Looks somebody up at the service; remembers who it is. */
async function lookUp(wid) {
  const { user } = await ask({ is: 'exists', user: wid._serialized });
  if (user) kept.meet(user);
  return user;
}

const findLinks = (words) =>
  [...String(words ?? '').matchAll(/\bhttps?:\/\/\S+/g)].map(([href]) => ({ href, suspiciousCharacters: new Set() }));
const asWid = (user, kind) => user && createWid(kind === 'lid' ? `${user.lid}@lid` : `${user.phone}@c.us`);
const field = (name) => (model) => model[name];
const says = (state) => (wid) => ask({ is: 'chatstate', state, to: wid._serialized });

function addAndSendMsgToChat(chat, given) {
  const message = new Msg.modelClass({ ...given });
  if (given.directPath) {
    message.mediaData = { mediaStage: 'RESOLVED', type: given.type };
    message.mediaObject = {};
  }
  chat.msgs.keep(message);
  Msg.add(message);
  const { to, from } = message;
  const wire = { ...message.serialize(), id: message.id.id, to: to._serialized, from: from._serialized };
  const sent = ask({ is: 'send', message: wire }).then(({ isKnown }) => ({
    messageSendResult: isKnown ? 'OK' : 'ERROR_UNKNOWN',
  }));
  return [Promise.resolve(message), sent];
}

const MODULES = {
  WAWebSocketModel: {
    Socket: Object.assign(Socket, { takeover() {}, reconnect: hangUp, logout: () => ask({ is: 'logout' }) }),
  },
  WAWebCmd: { Cmd: Object.assign(Cmd, { refreshQR: () => ask({ is: 'refresh' }), openChatBottom: async () => true }) },
  WAWebConnModel: { Conn },
  WAWebOfflineHandler: { OfflineMessageHandler: kept.offline },
  WAWebAltDeviceLinkingApi: {},
  WABase64: { encodeB64: base64 },
  WAWebCompanionRegClientUtils: { DEVICE_PLATFORM: '1' },
  WAWebAdvSignatureApi: {},
  WAWebUserPrefsInfoStore: { waNoiseInfo: { get: async () => ({ staticKeyPair: keyPair('noise') }) } },
  WAWebSignalStoreApi: {
    waSignalStore: { getRegistrationInfo: async () => ({ identityKeyPair: keyPair('identity') }) },
  },
  WAWebUserPrefsMultiDevice: { getADVSecretKey: () => base64(keyPair('adv').pubKey) },
  WAWebLaunchSocketUtils: { refreshQR() {} },
  WAWebUserPrefsMeUser: { getMaybeMePnUser: () => own.phone, getMaybeMeLidUser: () => own.lid },
  WAWebCollections: {
    Msg,
    Chat,
    Contact,
    Label: new Collection(Model),
    Blocklist: new Collection(Model),
    ProfilePicThumb: new Collection(Model),
    Reactions: new Collection(Model),
    BusinessProfile: { find: async () => ({}) },
  },
  WAWebSyncGatingUtils: { isPlaceholderMessageResendEnabled: () => false },
  WAWebCallCollection: {},
  WAWebAddonReactionTableMode: { reactionTableMode: reactions },
  WAWebAddonPollVoteTableMode: { pollVoteTableMode: { bulkUpsert: async (votes) => votes } },
  WAWebChatGetters: { getIsNewsletter: ({ id }) => id.isNewsletter(), getIsBroadcast: ({ id }) => id.isBroadcast() },
  WALinkify: { findLink: (words) => findLinks(words)[0], findLinks },
  WAWebWidFactory: { createWid, createWidFromWidLike: createWid, asUserWidOrThrow: (wid) => wid },
  WAWebFindChatAction: {
    findOrCreateLatestChat: async (wid) => {
      if (!(await lookUp(wid))) throw new Error('No LID for user');
      return { chat: kept.openChat(wid) };
    },
  },
  WAWebMsgKey: MsgKey,
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebStreamModel: { Stream: { markAvailable() {}, markUnavailable() {} } },
  WAWebUpdateUnreadChatAction: {
    sendSeen: async ({ chat }) => {
      chat.set({ unreadCount: 0 });
      await ask({ is: 'seen', chat: chat.id._serialized });
    },
  },
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebLinkPreviewChatAction: { getLinkPreview: async () => null },
  WAWebChatStateBridge: {
    sendChatStateComposing: says('composing'),
    sendChatStateRecording: says('recording'),
    sendChatStatePaused: says('paused'),
  },
  WAWebQueryExistsJob: {
    queryWidExists: async (wid) => {
      const user = await lookUp(wid);
      return user ? { wid: asWid(user, 'phone'), lid: asWid(user, 'lid') } : null;
    },
  },
  WAWebApiContact: {
    getCurrentLid: (wid) => asWid(userOf(wid), 'lid'),
    getPhoneNumber: (wid) => asWid(userOf(wid), 'phone'),
    getAlternateUserWid: (wid) => asWid(userOf(wid), wid.isLid() ? 'phone' : 'lid'),
  },
  WAWebContactGetters: {
    getIsMe: ({ id }) => id.equals(own.phone) || id.equals(own.lid),
    getIsUser: ({ id }) => id.isUser(),
    getIsGroup: ({ id }) => id.isGroup(),
    getIsWAContact: () => true,
    getUserid: ({ id }) => id.user,
    getVerifiedName: field('verifiedName'),
    getVerifiedLevel: field('verifiedLevel'),
    getStatusMute: field('statusMute'),
    getName: field('name'),
    getShortName: field('shortName'),
    getPushname: field('pushname'),
    getIsEnterprise: () => false,
  },
  WAWebFrontendContactGetters: { getIsMyContact: () => false },
  WAWebLidMigrationUtils: { toPn: (wid) => wid },
  WAWebChatLoadMessages: { loadEarlierMsgs: async () => [] },
  WAWebMediaOpaqueData: OpaqueData,
  WAWebPrepRawMedia: { prepRawMedia },
  WAWebMediaStorage: { getOrCreateMediaObject: mediaObject },
  WAWebMmsMediaTypes: { msgToMediaType: ({ type }) => type, castToV4: (type) => type },
  WAWebMediaDataUtils: { shouldUseMediaCache: () => false },
  WAWebMediaMmsV4Upload: { uploadMedia },
  WAWebDownloadManager: {
    downloadManager: {
      downloadAndMaybeDecrypt: async (wanted) => {
        if (build.needsType) wanted.mimetype.split('/');
        return download(wanted);
      },
    },
  },
};

window.require = (name) => {
  if (!Object.hasOwn(MODULES, name)) throw new Error(`Requiring unknown module "${name}"`);
  return MODULES[name];
};
window.Debug = { VERSION: version };
connect();
