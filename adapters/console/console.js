/* What pages do by themselves. Each of them works without it: forms are sent, links lead on. */
(() => {
  const RESULT_MS = 8000;
  const LOST_MS = 3000;
  const OFFLINE_MS = 10000;
  const RETRY_MS = 2000;
  const byId = (id) => document.getElementById(id);

  /* The result of what was done, at the foot: gone after a while, or by Esc. */
  let fading;
  const dismiss = () => {
    clearTimeout(fading);
    for (const toast of document.querySelectorAll('[data-toast]')) toast.remove();
  };
  const fade = () => {
    clearTimeout(fading);
    if (document.querySelector('[data-toast]')) fading = setTimeout(dismiss, RESULT_MS);
  };
  const tell = (words, action) => {
    const place = byId('result-refused');
    if (!place) return;
    const toast = document.createElement('p');
    toast.className = 'toast';
    toast.dataset.toast = '';
    toast.append(Object.assign(document.createElement('span'), { textContent: words }));
    if (action) {
      const button = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'btn',
        textContent: action.label,
      });
      button.addEventListener('click', () => {
        dismiss();
        action.run();
      });
      toast.append(button);
    }
    place.replaceChildren(toast);
  };

  /* The stream: what is seen of it, and what is said when it is gone. */
  const live = {
    lostAt: undefined,
    timers: [],
    lost() {
      if (live.lostAt || document.hidden) return;
      live.lostAt = new Date();
      live.timers = [setTimeout(() => live.say('lost'), LOST_MS), setTimeout(() => live.offline(true), OFFLINE_MS)];
    },
    back() {
      live.lostAt = undefined;
      live.timers.forEach(clearTimeout);
      live.say('live');
      live.offline(false);
    },
    say(state) {
      const status = byId('live');
      if (!status) return;
      status.classList.toggle('off', state === 'lost');
      const words = status.dataset[state];
      if (status.textContent !== words) status.textContent = words;
    },
    offline(isOff) {
      const banner = byId('offline');
      if (!banner) return;
      const words = banner.querySelector('[data-words]');
      const time = live.lostAt?.toLocaleTimeString(document.documentElement.lang, {
        hour: '2-digit',
        minute: '2-digit',
      });
      words.textContent = isOff ? words.dataset.words.replace('{time}', time) : '';
      banner.hidden = !isOff;
    },
    again() {
      const stream = byId('stream');
      const connection = stream?._htmx?.sse;
      if (connection) connection.delayCanceller?.();
      else if (stream) htmx.ajax('GET', stream.getAttribute('hx-sse:connect'), { source: stream });
    },
  };
  document.addEventListener('htmx:sse:after:connection', live.back);
  document.addEventListener('htmx:sse:before:connection', ({ detail }) => detail.connection.attempt > 0 && live.lost());
  document.addEventListener('htmx:sse:close', live.lost);
  document.addEventListener('htmx:sse:error', ({ detail }) => {
    live.lost();
    if (detail.status === 401) signIn.ask();
  });
  document.addEventListener('visibilitychange', () => document.hidden && live.back());

  /* A session that has ended: asked for in a dialog, so that what was typed stays; then what was to be sent is sent. */
  const signIn = {
    waiting: undefined,
    ask(form) {
      signIn.waiting = form ?? signIn.waiting;
      const dialog = byId('again');
      if (dialog && !dialog.open) dialog.showModal();
    },
  };
  document.addEventListener('signedIn', ({ detail }) => {
    for (const field of document.querySelectorAll('input[name="csrf"]')) field.value = detail.csrf;
    byId('again')?.close();
    signIn.waiting?.requestSubmit();
    signIn.waiting = undefined;
    live.again();
    htmx.trigger(document.body, 'all', {});
  });

  /* Forms: what did not reach the server is said, and can be sent again as the same one. */
  const isAgain = (source) => source?.closest?.('#again') != null;
  document.addEventListener('htmx:error', ({ detail }) => {
    const source = detail.ctx?.sourceElement;
    if (source?.id === 'stream') {
      live.lost();
      setTimeout(live.again, RETRY_MS);
      return;
    }
    if (!(source instanceof HTMLFormElement)) return;
    const words = document.body.dataset;
    const button = detail.ctx.request?.submitter ?? source.querySelector('button');
    tell(words.notSent.replace('{what}', button?.textContent?.trim() ?? ''), {
      label: words.sendAgain,
      run: () => source.requestSubmit(),
    });
  });
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail;
    if (ctx.response.status !== 401) return;
    event.preventDefault();
    signIn.ask(
      ctx.sourceElement instanceof HTMLFormElement && !isAgain(ctx.sourceElement) ? ctx.sourceElement : undefined,
    );
  });
  /* How much waits stands in front of the title. */
  const title = () => {
    const count = Number(byId('waits-count')?.dataset.count ?? 0);
    document.title = `${count > 0 ? `(${count}) ` : ''}${document.title.replace(/^\(\d+\) /, '')}`;
  };
  document.addEventListener('htmx:after:swap', ({ detail }) => detail.ctx.target?.id === 'counts' && title());

  document.addEventListener('htmx:after:swap', fade);

  /* A menu closes once something of it was chosen; the focus goes back to its button. */
  const closeMenu = ({ target }) => target.closest?.('[popover]')?.hidePopover();
  document.addEventListener('submit', closeMenu);
  document.addEventListener('click', (event) => event.target.closest?.('[popover] a') && closeMenu(event));

  /* A choice that is a deed by itself is sent as soon as it is made. */
  document.addEventListener('change', ({ target }) => {
    if (target.matches('[data-submits]')) target.form.requestSubmit();
  });

  /* What is ticked for one deed is counted beside its buttons, which are there only while something is. */
  const count = () => {
    for (const bar of document.querySelectorAll('[data-chosen]')) {
      const many = document.querySelectorAll(`input[form="${bar.dataset.chosen}"]:checked`).length;
      const words = bar.querySelector('[data-count]');
      const { one, many: several } = words.dataset;
      words.textContent = (many === 1 ? one : several).replace('{n}', many);
      bar.hidden = many === 0;
    }
  };
  document.addEventListener('change', count);
  document.addEventListener('reset', () => setTimeout(count));
  document.addEventListener('htmx:after:settle', count);
  document.addEventListener('DOMContentLoaded', count);
  count();

  const DEEDS = { dismiss, reconnect: live.again, closeDialog: () => byId('dialog')?.close() };
  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest?.('[data-do]');
    if (pressed) DEEDS[pressed.dataset.do]?.();
    for (const menu of document.querySelectorAll('details:has(> .menu)[open]'))
      if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    dismiss();
    for (const menu of document.querySelectorAll('details:has(> .menu)[open]')) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  document.addEventListener('DOMContentLoaded', fade);
  fade();
})();
