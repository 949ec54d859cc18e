// The Teams-like chat: cards as the stand-in of the connector holds them, drawn by Microsoft's own reader.
const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
const $ = (selector) => document.querySelector(selector);
const chat = $('#teams-chat');
const people = $('#person');
const host = new HostConfig(await (await fetch('/playground/teams-host.json')).json());
/** What is on show, by the id of its message, so that only what changed is drawn anew and ticks stay where they were. */
const drawn = new Map();
let whose = '';
/** What changed last. */
let changed;

function el(tag, props = {}, ...children) {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children);
  return made;
}

async function ask(path, body) {
  const answer = await fetch(`/playground/teams/${path}`, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : { method: 'GET' }),
  });
  if (!answer.ok) throw new Error('Teams could not be asked');
  return answer.json();
}

const deed = (name, body) => void ask(`${people.value}/${name}`, body).then(show);

function cardOf({ id, card }) {
  const reader = new AdaptiveCard();
  reader.hostConfig = host;
  reader.parse(withOwnPictures(card));
  reader.onExecuteAction = (action) => {
    if (action.getJsonTypeName() === 'Action.OpenUrl') return void window.open(action.url, '_blank', 'noopener');
    const { ref, msteams: _, ...fields } = action.data;
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
    return deed('taps', { message: id, ref, filled });
  };
  const made = reader.render();
  for (const picture of made.querySelectorAll('img')) if (!picture.closest('.ac-selectable')) enlarges(picture);
  return made;
}

/** Pictures come from this server, by whatever name it is open here. */
const withOwnPictures = (card) =>
  JSON.parse(JSON.stringify(card), (key, value) =>
    key === 'url' && String(value).includes('/pictures/') ? location.origin + new URL(value).pathname : value,
  );

function enlarges(picture) {
  const open = () => {
    $('#viewer').replaceChildren(el('img', { src: picture.src, alt: picture.alt }));
    $('#viewer').hidden = false;
  };
  Object.assign(picture, { tabIndex: 0, role: 'button' });
  picture.addEventListener('click', open);
  picture.addEventListener('keydown', ({ key }) => key === 'Enter' && open());
}

function bubble(message) {
  const body = el('div', { className: 'bubble' });
  body.append(message.card ? cardOf(message) : el('p', {}, message.text));
  return el('li', { className: message.from }, body);
}

async function show() {
  const person = people.value;
  const { messages } = await ask(person);
  if (person !== people.value) return;
  if (person !== whose) {
    whose = person;
    drawn.clear();
    chat.replaceChildren();
  }
  for (const message of messages) {
    const key = JSON.stringify(message);
    const old = drawn.get(message.id);
    if (old?.key === key) continue;
    const item = bubble(message);
    if (old) old.item.replaceWith(item);
    else chat.append(item);
    drawn.set(message.id, { key, item });
    changed = item;
    keepInView();
  }
  if (messages.length === 0 && !$('#teams-begin')) chat.append(begin());
  if (messages.length > 0) $('#teams-begin')?.remove();
}

/** Brings the last button of what changed into view. */
function keepInView() {
  const below = (changed?.getBoundingClientRect().bottom ?? 0) - chat.getBoundingClientRect().bottom;
  if (below > 0) chat.scrollTop += below + CHAT_EDGE;
}
const CHAT_EDGE = 16;
// A picture has its height only once it is there.
chat.addEventListener('load', keepInView, true);

function begin() {
  const button = el('button', { type: 'button' }, 'Open the Teams link from the agent');
  button.addEventListener('click', () => deed('opens', {}));
  return el('li', { id: 'teams-begin' }, el('div', { className: 'keyboard' }, el('div', {}, button)));
}

$('#teams-composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('#teams-words').value.trim();
  if (text) deed('writes', { text });
  $('#teams-words').value = '';
});
people.addEventListener('change', () => void show());
new EventSource('/playground/teams/changes').addEventListener('change', () => void show());
new MutationObserver(() => void show()).observe(people, { childList: true });
if (people.value) void show();
