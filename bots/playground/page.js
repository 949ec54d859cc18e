// The playground in the browser: shows the chat as the stand-in holds it, beside the agent's desk.
const $ = (selector) => document.querySelector(selector);
const chat = $('#chat');
const mails = $('#mails');
const people = $('#person');
const drawn = new Map();
let person;

/** Builds an element; children that are strings become text, never markup. */
function el(tag, props = {}, ...children) {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children.filter((child) => child !== undefined && child !== null));
  return made;
}

async function ask(path, method = 'GET', body) {
  const answer = await fetch(`/playground/${path}`, {
    method,
    ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const said = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) throw new Error(said.detail ?? said.title ?? said.error ?? 'That did not work');
  return said;
}

const deed = (name, body) => void ask(`chat/${person.id}/${name}`, 'POST', body).then(showChat).catch(complain);

function bubble(message) {
  const documents = message.files.filter(({ words }) => words !== undefined);
  const pictures = message.files.filter(({ words }) => words === undefined);
  const photos = pictures.map(({ fileId, width = 0, height = 0 }) => {
    const picture = el('img', {
      src: `/playground/files/${encodeURIComponent(fileId)}`,
      alt: 'Photo',
      width,
      height,
    });
    picture.addEventListener('click', () => enlarge(picture.src));
    return picture;
  });
  const body = el('div', { className: 'bubble' });
  if (photos.length > 0) body.append(photos.length > 1 ? el('div', { className: 'album' }, ...photos) : photos[0]);
  for (const { name, words } of documents)
    body.append(
      el(
        'a',
        { className: 'document', href: `data:text/plain;charset=utf-8,${encodeURIComponent(words)}`, download: name },
        name,
      ),
    );
  if (message.place) body.append(map(message));
  if (message.text) body.append(richText(message.html ?? message.text));
  if (message.edited) body.append(el('span', { className: 'edited' }, 'edited'));
  const item = el('li', { className: message.from }, body);
  item.dataset.id = message.id;
  if (message.buttons.length > 0) item.append(keyboard(message));
  return item;
}

/** A point, or the area around one, on a map without streets. */
function map({ place: { latitude, longitude, accuracy }, title, address }) {
  const mark = accuracy
    ? '<circle cx="120" cy="60" r="34" class="area"/>'
    : '<path d="M120 78c-16-22-20-28-20-36a20 20 0 0 1 40 0c0 8-4 14-20 36z" class="pin"/>';
  const where = accuracy ? `within ${accuracy} m of ${latitude}, ${longitude}` : `${latitude}, ${longitude}`;
  const drawn = el('div', { className: 'map' });
  drawn.innerHTML = `<svg viewBox="0 0 240 120" role="img" aria-label="Map"><path d="M0 88q60-26 120-6t120-18M0 34q90 22 240-8M70 0q14 60-6 120M186 0q-20 70 8 120"/>${mark}</svg>`;
  return el(
    'div',
    { className: 'place' },
    drawn,
    el('b', {}, title ?? ''),
    el('span', {}, address ?? ''),
    el('small', {}, where),
  );
}

/** Telegram's HTML as the stand-in has checked it: only bold, italic and links come through. */
function richText(html) {
  const source = new DOMParser().parseFromString(html, 'text/html').body;
  const copy = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return document.createTextNode(node.data);
    const tag = { B: 'b', STRONG: 'b', I: 'i', EM: 'i' }[node.nodeName] ?? 'span';
    return el(tag, {}, ...[...node.childNodes].map(copy));
  };
  return el('p', {}, ...[...source.childNodes].map(copy));
}

function keyboard(message) {
  const rows = message.buttons.map((row) =>
    el(
      'div',
      {},
      ...row.map((button) => {
        if (button.url)
          return el(
            'a',
            { href: button.url, target: '_blank', rel: 'noopener', className: button.style ?? '' },
            button.text,
          );
        const pressed = el('button', { type: 'button', className: button.style ?? '' }, button.text);
        pressed.addEventListener('click', () => deed('taps', { messageId: message.id, data: button.data }));
        return pressed;
      }),
    ),
  );
  return el('div', { className: 'keyboard' }, ...rows);
}

async function showChat() {
  const { messages, commands, bot } = await ask(`chat/${person.id}`);
  $('#bot-name').textContent = bot.firstName;
  const atEnd = chat.scrollHeight - chat.scrollTop - chat.clientHeight < 120;
  const before = chat.lastElementChild?.dataset.id;
  for (const message of messages) {
    const key = JSON.stringify(message);
    const old = drawn.get(message.id);
    if (old?.key === key) continue;
    const item = bubble(message);
    if (old) old.item.replaceWith(item);
    else chat.append(item);
    drawn.set(message.id, { key, item });
  }
  const kept = new Set(messages.map(({ id }) => id));
  for (const [id, { item }] of drawn)
    if (!kept.has(id)) {
      item.remove();
      drawn.delete(id);
    }
  if (messages.length === 0 && !$('#begin')) chat.append(beginButton());
  if (messages.length > 0) $('#begin')?.remove();
  if (atEnd || chat.lastElementChild?.dataset.id !== before) chat.scrollTop = chat.scrollHeight;
  $('#commands').replaceChildren(
    ...commands.map(({ command, description }) => {
      const button = el('button', { type: 'button' }, `/${command}  ${description}`);
      button.addEventListener('click', () => {
        openMenu(false);
        deed('writes', { text: `/${command}` });
      });
      return el('li', {}, button);
    }),
  );
}

function beginButton() {
  const button = el('button', { type: 'button' }, 'Open the link from the agent');
  button.addEventListener('click', () => deed('opens', {}));
  const item = el(
    'li',
    { id: 'begin' },
    el('div', { className: 'bubble' }, el('p', {}, 'This person has not met the bot yet.')),
    el('div', { className: 'keyboard' }, el('div', {}, button)),
  );
  return item;
}

async function showMail() {
  const { items } = await ask('mails');
  mails.replaceChildren(
    items.length === 0
      ? 'No mail yet.'
      : el(
          'ul',
          { className: 'rows' },
          ...items.map((mail) =>
            el('li', {}, el('b', {}, mail.subject), el('small', {}, `to ${mail.recipient}`), el('pre', {}, mail.text)),
          ),
        ),
  );
}

const complain = (error) => chat.append(el('li', {}, el('p', { className: 'note', role: 'alert' }, error.message)));

function enlarge(src) {
  const viewer = $('#viewer');
  viewer.replaceChildren(el('img', { src, alt: 'Photo, enlarged' }));
  viewer.hidden = false;
}

function openMenu(open) {
  $('#commands').hidden = !open;
  $('#menu').setAttribute('aria-expanded', String(open));
}

async function begin() {
  const { people: all } = await ask('people');
  people.replaceChildren(...all.map(({ id, name }) => el('option', { value: id }, name)));
  const choose = () => {
    person = all.find(({ id }) => String(id) === people.value);
    chat.replaceChildren();
    drawn.clear();
    void showChat().catch(complain);
  };
  people.addEventListener('change', choose);
  choose();
  const changes = new EventSource('/playground/changes');
  changes.addEventListener('change', () => void follow().catch(complain));
}

async function follow() {
  await showChat();
  const now = (await ask('people')).people.find(({ id }) => id === person.id);
  Object.assign(person, now);
  if (!mails.hidden) await showMail();
}

$('#composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = $('#words').value.trim();
  if (words) deed('writes', { text: words });
  $('#words').value = '';
});
$('#menu').addEventListener('click', () => openMenu($('#commands').hidden));
$('#viewer').addEventListener('click', () => {
  $('#viewer').hidden = true;
});
/** Shows what belongs to one tab of a list, and nothing else of it. */
function tabs(name, choose) {
  const all = [...document.querySelectorAll(`[data-${name}]`)];
  for (const button of all)
    button.addEventListener('click', () => {
      for (const other of all) other.setAttribute('aria-selected', String(other === button));
      choose(button.dataset[name]);
    });
}
tabs('tab', (tab) => {
  $('#desk').hidden = tab !== 'desk';
  mails.hidden = tab !== 'mail';
  if (tab === 'mail') void showMail().catch(complain);
});
tabs('channel', (channel) => {
  for (const phone of document.querySelectorAll('.phone'))
    phone.toggleAttribute('data-shown', phone.matches(`.${channel}`));
  // What came while it was hidden could not be scrolled to.
  const shown = $('.phone[data-shown] .chat');
  shown.scrollTop = shown.scrollHeight;
});
void begin().catch(complain);
