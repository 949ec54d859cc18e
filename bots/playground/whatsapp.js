// The WhatsApp-like phone: the chat as the stand-in of the Cloud API holds it, for whoever holds the other phone too.
const $ = (selector) => document.querySelector(selector);
const chat = $('#whatsapp-chat');
const people = $('#person');
let drawn = '';

function el(tag, props = {}, ...children) {
  const made = Object.assign(document.createElement(tag), props);
  made.append(...children);
  return made;
}

async function ask(path, body) {
  const answer = await fetch(`/playground/whatsapp/${path}`, {
    ...(body
      ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : { method: 'GET' }),
  });
  if (!answer.ok) throw new Error('WhatsApp could not be asked');
  return answer.json();
}

const deed = (name, body) => void ask(`${people.value}/${name}`, body).then(show);

/** WhatsApp's own markup: *bold* at the beginnings of lines is all that we send. */
function words(text) {
  const parts = text.split(/(\*[^*\n]+\*)/);
  return el('p', {}, ...parts.map((part) => (/^\*.+\*$/.test(part) ? el('b', {}, part.slice(1, -1)) : part)));
}

function bubble(message) {
  const body = el('div', { className: 'bubble' });
  if (message.file) body.append(el('img', { src: `/playground/whatsapp/files/${message.file}`, alt: 'Photo' }));
  if (message.text) body.append(words(message.text));
  const item = el('li', { className: message.from }, body);
  const tap = ({ id, title, description }) => {
    const button = el('button', { type: 'button' }, title, ...(description ? [el('small', {}, description)] : []));
    button.addEventListener('click', () => deed('taps', { message: message.id, choice: id }));
    return button;
  };
  const links = message.links.map(({ text, url }) => el('a', { href: url, target: '_blank', rel: 'noopener' }, text));
  const buttons = [...message.buttons.map(tap), ...links];
  if (buttons.length > 0) item.append(el('div', { className: 'keyboard' }, el('div', {}, ...buttons)));
  const sections = message.sections.map(({ title, rows }) => {
    const heading = title ? [el('p', { className: 'section' }, title)] : [];
    return el('div', { className: 'keyboard' }, ...heading, el('div', {}, ...rows.map(tap)));
  });
  if (sections.length > 0) item.append(el('details', {}, el('summary', {}, `☰ ${message.opens}`), ...sections));
  return item;
}

async function show() {
  const { messages } = await ask(people.value);
  const now = people.value + JSON.stringify(messages);
  if (now === drawn) return;
  drawn = now;
  chat.replaceChildren(...(messages.length > 0 ? messages.map(bubble) : [begin()]));
  chat.querySelector('li:last-child details')?.setAttribute('open', '');
  chat.scrollTop = chat.scrollHeight;
}

function begin() {
  const button = el('button', { type: 'button' }, 'Open the WhatsApp link from the agent');
  button.addEventListener('click', () => deed('opens', {}));
  return el('li', {}, el('div', { className: 'keyboard' }, el('div', {}, button)));
}

$('#whatsapp-composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('#whatsapp-words').value.trim();
  if (text) deed('writes', { text });
  $('#whatsapp-words').value = '';
});
people.addEventListener('change', () => void show());
new EventSource('/playground/whatsapp/changes').addEventListener('change', () => void show());
new MutationObserver(() => void show()).observe(people, { childList: true });
