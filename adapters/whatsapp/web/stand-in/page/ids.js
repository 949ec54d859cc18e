// Ids of people, chats and messages, as WhatsApp Web builds them.

/** What of the builds differs, as the server says: under which name a message's id is whole. */
const { keyName } = window.standIn.build;

export class Wid {
  constructor(words) {
    const [user, server] = words.split('@');
    this.user = user.split(':')[0];
    this.server = server;
    this._serialized = `${this.user}@${this.server}`;
  }

  isLid() {
    return this.server === 'lid';
  }

  isUser() {
    return this.server === 'c.us' || this.server === 'lid';
  }

  isGroup() {
    return this.server === 'g.us';
  }

  isStatus() {
    return this._serialized === 'status@broadcast';
  }

  isBroadcast() {
    return this.server === 'broadcast';
  }

  isNewsletter() {
    return this.server === 'newsletter';
  }

  equals(other) {
    return other?._serialized === this._serialized;
  }

  plain() {
    return { server: this.server, user: this.user, _serialized: this._serialized };
  }

  toString() {
    return this._serialized;
  }

  toJSON() {
    return this._serialized;
  }
}

const SHAPE = /^[\w.-]+@(c\.us|s\.whatsapp\.net|lid|g\.us|broadcast|newsletter)$/;

export function createWid(given) {
  const words = given?._serialized ?? String(given);
  if (!SHAPE.test(words)) throw new Error(`invalid wid: ${words}`);
  return new Wid(words.replace('@s.whatsapp.net', '@c.us'));
}

export class MsgKey {
  constructor({ from, to, id, selfDir, fromMe, remote }) {
    this.fromMe = fromMe ?? selfDir === 'out';
    this.remote = remote ?? (this.fromMe ? to : from);
    this.id = id;
    const whole = `${this.fromMe}_${this.remote._serialized}_${id}`;
    // Spelt out, as a build's own code is: what looks at it tells the builds apart by it.
    if (keyName === '$1') this.$1 = whole;
    else this._serialized = whole;
  }

  plain() {
    const { fromMe, remote, id } = this;
    const whole = ['_serialized', '$1'].filter((name) => Object.hasOwn(this, name)).map((name) => [name, this[name]]);
    return { fromMe, remote: remote._serialized, id, ...Object.fromEntries(whole) };
  }

  toJSON() {
    return this.plain();
  }

  toString() {
    return Object.hasOwn(this, '_serialized') ? this._serialized : this.$1;
  }

  static async newId() {
    const bytes = [...crypto.getRandomValues(new Uint8Array(9))];
    return `3EB0${bytes
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase()}`;
  }

  static fromString(words) {
    const [fromMe, remote, id] = words.split('_');
    return new MsgKey({ fromMe: fromMe === 'true', remote: createWid(remote), id });
  }
}
