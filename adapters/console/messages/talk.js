/* The page of a talk: its log, what is typed, who looks, voice notes, keys. */
(() => {
  const byId = (id) => document.getElementById(id);
  const dialog = () => byId('dialog');

  /* A talk: its log stays at its end while the reader is there, and else says what came. */
  const END_PX = 60;
  const log = () => byId('log');
  const atEnd = () => !log() || log().scrollHeight - log().scrollTop - log().clientHeight < END_PX;
  const toEnd = () => {
    if (log()) log().scrollTop = log().scrollHeight;
    news(0);
  };
  const said = () => document.querySelectorAll('#log .msg').length;
  const news = (many) => {
    const button = byId('newer');
    if (!button) return;
    button.hidden = many < 1;
    button.querySelector('span').textContent = many === 1 ? button.dataset.one : button.dataset.other;
  };
  let wasAtEnd = true;
  let before = 0;
  document.addEventListener('htmx:before:swap', () => {
    wasAtEnd = atEnd();
    before = said();
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (!log()) return;
    players();
    if (wasAtEnd || detail.ctx.sourceElement?.id === 'write') toEnd();
    else if (said() > before) news(said() - before);
  });
  document.addEventListener('scroll', ({ target }) => target === log() && atEnd() && news(0), true);

  /* What is typed is kept by the server for this user alone, and colleagues see who looks and who writes. */
  const DRAFT_MS = 2000;
  const LOOKING_MS = 15000;
  let saving;
  let wroteAt = 0;
  const tellServer = (form, address, fields, keepalive = false) => {
    const body = new URLSearchParams([['csrf', form.elements.csrf.value], ...Object.entries(fields)]);
    return fetch(address, { method: 'POST', body, keepalive, headers: { 'HX-Request': 'true' } }).catch(
      () => undefined,
    );
  };
  const here = (fields = {}, keepalive = false) => {
    const form = byId('here');
    if (form && (!document.hidden || fields.gone))
      void tellServer(form, form.getAttribute('action'), fields, keepalive);
  };
  const saveDraft = async (field) => {
    clearTimeout(saving);
    saving = undefined;
    const kept = await tellServer(field.form, field.dataset.draft, { text: field.value }, true);
    const note = byId('draft-note');
    if (kept?.ok && note) note.textContent = field.value.trim() === '' ? '' : note.dataset.saved;
  };
  document.addEventListener('input', ({ target }) => {
    if (!target.matches?.('[data-draft]')) return;
    clearTimeout(saving);
    saving = setTimeout(() => void saveDraft(target), DRAFT_MS);
    const note = byId('draft-note');
    if (note) note.textContent = '';
    if (Date.now() - wroteAt < LOOKING_MS) return;
    wroteAt = Date.now();
    here({ writing: 'yes' });
  });
  document.addEventListener('htmx:before:request', ({ detail }) => {
    if (detail.ctx.sourceElement?.id !== 'write') return;
    clearTimeout(saving);
    saving = undefined;
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    const { sourceElement, response } = detail.ctx;
    const field = byId('message');
    if (sourceElement?.id !== 'write' || response?.status !== 200 || !field) return;
    field.value = field.defaultValue;
    field.focus();
  });
  window.addEventListener('pagehide', () => {
    const field = byId('message');
    if (saving && field) void saveDraft(field);
    here({ gone: 'yes' }, true);
  });
  document.addEventListener('visibilitychange', () => here(document.hidden ? { gone: 'yes' } : {}, document.hidden));
  setInterval(here, LOOKING_MS);

  /* Voice notes: one button, a place in the recording, a speed. */
  const SPEEDS = [1, 1.5, 2];
  const heard = new WeakSet();
  function players() {
    for (const voice of document.querySelectorAll('[data-voice]')) {
      voice.classList.add('ready');
      const [audio, play, seek, speed] = ['audio', '[data-do="play"]', '[data-seek]', '[data-do="speed"]'].map((part) =>
        voice.querySelector(part),
      );
      for (const shown of [play, seek, speed]) shown.hidden = false;
      audio.hidden = true;
      const show = () => {
        play.setAttribute('aria-pressed', String(!audio.paused));
        play.setAttribute('aria-label', audio.paused ? voice.dataset.play : voice.dataset.pause);
      };
      /* A log that came anew says nothing of what plays. */
      show();
      showSpeed(speed, audio);
      if (heard.has(audio)) continue;
      heard.add(audio);
      for (const event of ['play', 'pause', 'ended']) audio.addEventListener(event, show);
      audio.addEventListener('timeupdate', () => {
        seek.value = String(Math.round(audio.currentTime));
      });
      seek.addEventListener('input', () => {
        audio.currentTime = Number(seek.value);
      });
    }
  }
  const showSpeed = (button, { playbackRate }) => {
    button.textContent = `${playbackRate}×`;
    button.setAttribute('aria-label', button.dataset.name.replace('{times}', String(playbackRate)));
  };
  const voiceOf = (pressed) => pressed.closest('[data-voice]')?.querySelector('audio');
  const play = (pressed) => {
    const audio = voiceOf(pressed);
    if (audio?.paused) void audio.play();
    else audio?.pause();
  };
  const speed = (pressed) => {
    const audio = voiceOf(pressed);
    if (!audio) return;
    audio.playbackRate = SPEEDS[(SPEEDS.indexOf(audio.playbackRate) + 1) % SPEEDS.length] ?? 1;
    showSpeed(pressed, audio);
  };
  const readFirst = () => {
    byId('sure')?.remove();
    toEnd();
  };

  /* Sending by Ctrl and Enter; photos turned over by the arrows. */
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (key === 'Enter' && (event.ctrlKey || event.metaKey) && target.matches?.('[data-draft]')) {
      event.preventDefault();
      target.form.requestSubmit(target.form.querySelector('[data-send]'));
      return;
    }
    if (dialog()?.open && /^Arrow(Left|Right)$/.test(key)) dialog().querySelector(`[data-turn="${key}"] a`)?.click();
  });
  const begin = () => {
    toEnd();
    players();
    here();
  };

  const DEEDS = { newest: toEnd, readFirst, play, speed };
  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest?.('[data-do]');
    if (pressed) DEEDS[pressed.dataset.do]?.(pressed);
  });
  begin();
})();
