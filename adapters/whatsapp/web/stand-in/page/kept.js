// What the page knows: the state of the line, chats, messages and people.

import { createWid } from './ids.js';
import { download } from './media.js';
import { Collection, Events, Model } from './models.js';

export const Socket = new Model({ state: 'OPENING', hasSynced: false });
export const Conn = new Model({ ref: undefined, platform: 'android', pushname: undefined, wid: undefined });
export const Cmd = new Events();
export const offline = { percent: 0, getOfflineDeliveryProgress: () => offline.percent };
/** The office's own two ids, once it is linked. */
export const own = { phone: null, lid: null };

class Message extends Model {
  msgContextInfo() {
    return { quotedMsg: this.serialize(), quotedStanzaID: this.id.id, quotedParticipant: this.from };
  }

  async downloadMedia() {
    this.mediaData.mediaStage = 'FETCHING';
    await download(this);
    this.mediaData.mediaStage = 'RESOLVED';
  }

  updateAck(ack) {
    this.set({ ack });
  }
}

export const Msg = new Collection(Message);
Msg.getMessagesById = async (ids) => {
  if (ids.some((id) => id === undefined)) throw new Error('r: r');
  return { messages: ids.map((id) => Msg.get(id)).filter(Boolean) };
};
export const findMessage = (id) =>
  Msg.get(id) ?? Msg.getModelsArray().find((each) => each.id.id === String(id).split('_').pop());

const users = new Map();
export const meet = (user) => users.set(user.phone, user);
export const userOf = ({ user, server }) =>
  [...users.values()].find(({ phone, lid }) => user === (server === 'lid' ? lid : phone));

export const Chat = new Collection(class ChatModel extends Model {});
export function openChat(wid) {
  const known = Chat.get(wid);
  if (known) return known;
  const fields = { id: wid, t: 0, unreadCount: 0, formattedTitle: wid.user, mute: { expiration: 0 }, archive: false };
  const chat = Chat.add(new Chat.modelClass(fields));
  chat.msgs = new Collection(Msg.modelClass);
  return chat;
}
Chat.find = async (wid) => openChat(createWid(wid));

export const Contact = new Collection(class ContactModel extends Model {});
Contact.find = async (given) => {
  const wid = createWid(given);
  const user = userOf(wid);
  const phoneNumber = user && createWid(`${user.phone}@c.us`);
  const fields = { id: wid, pushname: user?.name, phoneNumber, isBusiness: false, isContactBlocked: false };
  return Contact.get(wid) ?? Contact.add(new Contact.modelClass(fields));
};
