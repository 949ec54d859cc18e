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
  button.addEventListener('click', () => {
    if (action.type !== 'Action.ToggleVisibility')
      return deed('taps', { message: message.id, ref: action.data.ref, filled: filledIn(button.closest('.bubble')) });
    for (const id of action.targetElements) {
      const target = button.closest('.bubble').querySelector(`[data-id="${id}"]`);
      target.hidden = !target.hidden;
    }
  });
  return button;
}

/** What the card's inputs hold, as Teams sends it: empty ones are left out, several choices stand with commas between. */
function filledIn(card) {
  const ticked = new Map();
  for (const input of card.querySelectorAll('[data-input]')) {
    const { input: id } = input.dataset;
    const value = input.type === 'checkbox' && !input.checked ? '' : input.value;
    if (value) ticked.set(id, [...(ticked.get(id) ?? []), value]);
  }
  return Object.fromEntries([...ticked].map(([id, values]) => [id, values.join(',')]));
}

const field = (label, ...inputs) => el('label', { className: 'field' }, el('small', {}, label), ...inputs);
function inputOf(tag, id, props, ...children) {
  const made = el(tag, props, ...children);
  made.dataset.input = id;
  return made;
}

const DRAW = {
  RichTextBlock: ({ inlines }) =>
    el('p', {}, ...inlines.map(({ text, weight }) => (weight === 'Bolder' ? el('b', {}, text) : text))),
  Image: ({ url, altText }) => el('img', { src: new URL(url).pathname, alt: altText }),
  'Input.Date': ({ id, label, min, max }) => field(label, inputOf('input', id, { type: 'date', min, max })),
  'Input.ChoiceSet': ({ id, label, choices, isMultiSelect, value }) => {
    if (!isMultiSelect) {
      const options = choices.map((each) =>
        el('option', { value: each.value, selected: each.value === value }, each.title),
      );
      return field(label, inputOf('select', id, {}, ...options));
    }
    const boxes = choices.map((each) =>
      el('label', {}, inputOf('input', id, { type: 'checkbox', value: each.value }), ` ${each.title}`),
    );
    return el('div', { className: 'field' }, ...boxes);
  },
  Container: ({ id, isVisible, items, selectAction }, message) => {
    const isEntry = isVisible === undefined;
    const made = el('div', { className: isEntry ? 'entry' : '', hidden: isVisible === false });
    made.append(...items.map((each) => draw(each, message)));
    if (id) made.dataset.id = id;
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
