// Backbone-like models and collections, as WhatsApp Web has them: the library listens to their changes.

export class Events {
  #handlers = new Map();

  on(names, handle, isOnce = false) {
    for (const name of names.split(' '))
      this.#handlers.set(name, [...(this.#handlers.get(name) ?? []), { handle, isOnce }]);
    return this;
  }

  once(names, handle) {
    return this.on(names, handle, true);
  }

  off(name, handle) {
    const rest = (this.#handlers.get(name) ?? []).filter((each) => each.handle !== handle);
    this.#handlers.set(name, rest);
    return this;
  }

  trigger(name, ...given) {
    for (const { handle, isOnce } of [...(this.#handlers.get(name) ?? [])]) {
      if (isOnce) this.off(name, handle);
      handle(...given);
    }
  }
}

/** Fields that never leave the page. */
const INNER = new Set(['mediaObject', 'mediaData', 'mediaBlob', 'msgs']);

export class Model extends Events {
  #fields = {};

  constructor(fields = {}) {
    super();
    if ('__x_id' in fields) throw new Error('Data passed to getter must include an id property');
    for (const [name, value] of Object.entries(fields)) this.#keep(name, value);
  }

  #keep(name, value) {
    this.#fields[name] = value;
    if (name in this) return;
    const get = () => this.#fields[name];
    const set = (next) => {
      this.set({ [name]: next });
    };
    Object.defineProperty(this, name, { configurable: true, get, set });
  }

  set(fields) {
    const changed = Object.entries(fields).filter(([name, value]) => this.#fields[name] !== value);
    const before = Object.fromEntries(changed.map(([name]) => [name, this.#fields[name]]));
    for (const [name, value] of changed) this.#keep(name, value);
    for (const [name, value] of changed)
      for (const heard of [this, this.collection]) heard?.trigger(`change:${name}`, this, value, before[name]);
    if (changed.length > 0) for (const heard of [this, this.collection]) heard?.trigger('change', this);
    return this;
  }

  serialize() {
    const open = Object.entries(this.#fields).filter(
      ([name, value]) =>
        value !== undefined && typeof value !== 'function' && !name.startsWith('_') && !INNER.has(name),
    );
    return Object.fromEntries(open.map(([name, value]) => [name, plain(value)]));
  }

  toJSON() {
    return this.serialize();
  }

  unsafe() {
    return this;
  }
}

export class Collection extends Events {
  #models = new Map();

  constructor(modelClass) {
    super();
    this.modelClass = modelClass;
  }

  get(id) {
    return this.#models.get(String(id));
  }

  add(model) {
    const known = this.get(model.id);
    if (known) return known;
    model.collection = this;
    this.keep(model);
    this.trigger('add', model);
    return model;
  }

  /** Without a word to those who listen. */
  keep(model) {
    this.#models.set(String(model.id), model);
  }

  getModelsArray() {
    return [...this.#models.values()];
  }

  async find(id) {
    return this.get(id);
  }
}

/** A value as it goes over a wire. */
function plain(value) {
  if (value instanceof Uint8Array) return Object.fromEntries(value.entries());
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.plain === 'function') return value.plain();
  if (value instanceof Model) return value.serialize();
  if (value.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
