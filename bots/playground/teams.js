// The Teams-like chat: cards as the stand-in of the connector holds them, drawn element by element.
const $ = (selector) => document.querySelector(selector);
const chat = $('#teams-chat');
const people = $('#person');
let drawn = '';

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

function actionOf(message, action) {
  if (action.type === 'Action.OpenUrl')
    return el('a', { href: action.url, target: '_blank', rel: 'noopener' }, action.title);
  const button = el('button', { type: 'button', className: action.style ?? '' }, action.title);
  button.addEventListener('click', () => deed('taps', { message: message.id, ref: action.data.ref }));
  return button;
}

const DRAW = {
  RichTextBlock: ({ inlines }) =>
    el('p', {}, ...inlines.map(({ text, weight }) => (weight === 'Bolder' ? el('b', {}, text) : text))),
  Image: ({ url, altText }) => el('img', { src: new URL(url).pathname, alt: altText }),
  ImageSet: ({ images }, message) => el('div', { className: 'album' }, ...images.map((each) => draw(each, message))),
  Container: ({ items, selectAction }, message) => {
    const made = el('div', { className: 'entry' }, ...items.map((each) => draw(each, message)));
    if (selectAction)
      made.addEventListener('click', () => deed('taps', { message: message.id, ref: selectAction.data.ref }));
    return made;
  },
  ActionSet: ({ actions }, message) =>
    el('div', { className: 'actions' }, ...actions.map((action) => actionOf(message, action))),
};
const draw = (element, message) => DRAW[element.type](element, message);

function bubble(message) {
  const body = el('div', { className: 'bubble' });
  if (message.card) body.append(...message.card.body.map((element) => draw(element, message)));
  else body.append(el('p', {}, message.text));
  return el('li', { className: message.from }, body);
}

async function show() {
  const { messages } = await ask(people.value);
  const now = people.value + JSON.stringify(messages);
  if (now === drawn) return;
  const grew = !now.startsWith(drawn.slice(0, 40)) || chat.children.length !== messages.length;
  drawn = now;
  chat.replaceChildren(...(messages.length > 0 ? messages.map(bubble) : [begin()]));
  if (grew) chat.scrollTop = chat.scrollHeight;
}

function begin() {
  const button = el('button', { type: 'button' }, 'Open the Teams link from the agent');
  button.addEventListener('click', () => deed('opens', {}));
  return el('li', {}, el('div', { className: 'keyboard' }, el('div', {}, button)));
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
