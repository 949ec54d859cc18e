// The line to the service: linking, what comes in, and what is asked of it.

import { createWid, MsgKey } from './ids.js';
import { Chat, Cmd, Conn, Contact, findMessage, Msg, meet, offline, openChat, own, Socket } from './kept.js';

const TOKEN = 'WAToken';
const [FIRST_WAIT_MS, MOST_WAIT_MS] = [200, 3000];
let socket;
let number = 0;
let wait = FIRST_WAIT_MS;
const asked = new Map();

/** Reactions, as the library hooks them. */
export const reactions = { bulkUpsert: async (rows) => rows };

/** Asks the service something; resolves with its answer. */
export const ask = (question) =>
  new Promise((resolve, reject) => {
    if (socket?.readyState !== WebSocket.OPEN) return reject(new Error('the line is closed'));
    number += 1;
    asked.set(number, resolve);
    socket.send(JSON.stringify({ ...question, number }));
  });

export const hangUp = () => socket.close();

export function connect() {
  Socket.set({ state: 'OPENING' });
  socket = new WebSocket('wss://web.whatsapp.com/ws/chat');
  socket.onopen = () => {
    wait = FIRST_WAIT_MS;
    socket.send(JSON.stringify({ is: 'hello', token: localStorage.getItem(TOKEN) }));
  };
  socket.onmessage = ({ data }) => hear(JSON.parse(data));
  socket.onclose = () => {
    if (Socket.state !== 'UNPAIRED') Socket.set({ state: 'TIMEOUT' });
    wait = Math.min(wait * 2, MOST_WAIT_MS);
    setTimeout(connect, wait);
  };
}

const HEARD = {
  answer({ number: to, ...answer }) {
    asked.get(to)?.(answer);
    asked.delete(to);
  },
  ref({ ref }) {
    Conn.set({ ref });
    Socket.set({ state: 'UNPAIRED' });
  },
  paired({ token }) {
    localStorage.setItem(TOKEN, token);
    Socket.set({ state: 'PAIRING' });
  },
  success({ office, users }) {
    own.phone = createWid(`${office.phone}@c.us`);
    own.lid = createWid(`${office.lid}@lid`);
    users.forEach(meet);
    Conn.set({ wid: own.phone, pushname: office.name });
    Socket.set({ state: 'CONNECTED' });
  },
  // What waited is there before the account counts as in step: on a cold start nobody listens yet.
  offline({ things }) {
    for (const percent of [0, 50, 100]) {
      offline.percent = percent;
      Cmd.trigger('offline_progress_update_from_bridge');
    }
    things.forEach(come);
    Socket.set({ hasSynced: false });
    Socket.set({ hasSynced: true });
  },
  thing({ thing, number: given }) {
    come(thing);
    socket.send(JSON.stringify({ is: 'got', number: given }));
  },
  ack({ id, ack }) {
    findMessage(id)?.set({ ack });
  },
  state({ state }) {
    Socket.set({ state });
  },
  logout() {
    localStorage.removeItem(TOKEN);
    Cmd.trigger('logout');
    Socket.set({ state: 'UNPAIRED' });
    setTimeout(() => {
      location.href = '/?post_logout=1';
    }, 100);
  },
};
const hear = (said) => HEARD[said.is](said);

/** Something that a person did. */
function come(thing) {
  const from = createWid(thing.from);
  if (thing.kind === 'reaction') {
    const id = new MsgKey({ from, to: own.phone, id: `R${thing.at}`, selfDir: 'in' });
    const parentMsgKey = findMessage(thing.on)?.id;
    const row = { id, msgKey: id, parentMsgKey, reactionParentKey: parentMsgKey, from, senderUserJid: thing.from };
    const said = { reactionText: thing.sign, reactionTimestamp: thing.at, timestamp: thing.at, read: false, orphan: 0 };
    void window.require('WAWebAddonReactionTableMode').reactionTableMode.bulkUpsert([{ ...row, ...said }]);
    return;
  }
  if (thing.kind === 'edit') {
    findMessage(thing.on)?.set({ latestEditSenderTimestampMs: thing.at, body: thing.body });
    return;
  }
  if (thing.kind === 'revoke') {
    findMessage(thing.on)?.set({ type: 'revoked', body: undefined });
    return;
  }
  const id = new MsgKey({ from, to: own.phone, id: thing.id, selfDir: 'in' });
  if (Msg.get(id)) return;
  const to = from.isLid() ? own.lid : own.phone;
  const seen = { ack: 1, isNewMsg: true, self: 'in', viewed: false, star: false };
  const message = new Msg.modelClass({ ...thing, id, from, to, ...seen, mentionedJidList: [], groupMentions: [] });
  if (thing.directPath) {
    message.mediaData = { mediaStage: 'INIT', type: thing.type };
    message.mediaObject = {};
  }
  void Contact.find(from);
  const chat = Chat.get(from) ?? openChat(from);
  chat.set({ t: thing.t, unreadCount: (chat.unreadCount ?? 0) + 1 });
  chat.lastReceivedKey = id;
  chat.msgs.keep(message);
  Msg.add(message);
}
