/** The playground's page: the client's phones, beside them the desk of their agent. Its script and style are files of ours. */
export const playgroundPage = (office: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(office)} · Tesoro Chat playground</title>
<link rel="icon" href="/playground/icon.svg">
<link rel="stylesheet" href="/playground/cards.css">
<link rel="stylesheet" href="/playground/page.css">
</head>
<body>
<header class="top">
  <strong>Tesoro Chat</strong>
  <span>An invented office, invented people: chat on the left as a client, answer on the right as their agent</span>
  <label>Who holds the phone <select id="person"></select></label>
</header>
<main>
  <nav class="channels" role="tablist" aria-label="Channels">
    <button role="tab" data-channel="telegram" aria-selected="true">Telegram</button>
    <button role="tab" data-channel="whatsapp" aria-selected="false">WhatsApp</button>
    <button role="tab" data-channel="teams" aria-selected="false">Teams</button>
  </nav>
  <section class="phone telegram" data-shown aria-label="Telegram-like chat">
    <header>
      <span class="avatar" aria-hidden="true"></span>
      <div><b id="bot-name"></b><small>the client's phone</small></div>
    </header>
    <ol id="chat" class="chat" aria-live="polite"></ol>
    <form id="composer" class="composer">
      <button type="button" id="menu" aria-label="Commands" aria-expanded="false">☰</button>
      <input id="words" autocomplete="off" placeholder="Message" aria-label="Message">
      <button aria-label="Send">➤</button>
      <ul id="commands" hidden></ul>
    </form>
  </section>
  <section class="phone whatsapp" aria-label="WhatsApp-like chat">
    <header>
      <span class="avatar" aria-hidden="true"></span>
      <div><b>${escapeHtml(office)}</b><small>the same client, on WhatsApp</small></div>
    </header>
    <ol id="whatsapp-chat" class="chat" aria-live="polite"></ol>
    <form id="whatsapp-composer" class="composer">
      <input id="whatsapp-words" autocomplete="off" placeholder="Message" aria-label="WhatsApp message">
      <button aria-label="Send on WhatsApp">➤</button>
    </form>
  </section>
  <section class="phone teams" aria-label="Teams-like chat">
    <header>
      <span class="avatar" aria-hidden="true"></span>
      <div><b>${escapeHtml(office)}</b><small>the same client, in Teams</small></div>
    </header>
    <ol id="teams-chat" class="chat" aria-live="polite"></ol>
    <form id="teams-composer" class="composer">
      <input id="teams-words" autocomplete="off" placeholder="Message" aria-label="Teams message">
      <button aria-label="Send in Teams">➤</button>
    </form>
  </section>
  <section class="crm" aria-label="The agent's side">
    <nav role="tablist">
      <button role="tab" data-tab="desk" aria-selected="true">The agent's desk</button>
      <button role="tab" data-tab="mail" aria-selected="false">Outgoing mail</button>
      <a href="/crm/today" target="_blank" rel="noopener">Open the desk</a>
    </nav>
    <iframe id="desk" src="/crm/today" title="The agent's desk"></iframe>
    <div id="mails" role="tabpanel" hidden></div>
  </section>
</main>
<div id="viewer" hidden></div>
<script src="/playground/cards.js" defer></script>
<script type="module" src="/playground/page.js"></script>
<script type="module" src="/playground/whatsapp.js"></script>
<script type="module" src="/playground/teams.js"></script>
</body>
</html>
`;

const escapeHtml = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
