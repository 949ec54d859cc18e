/* Single keys: they act on the row that is marked, never in a field, and are off where the reader wants none. */
(() => {
  const byId = (id) => document.getElementById(id);
  const isOn = () => document.querySelector('.app')?.dataset.keys === 'on';
  const isTyping = (target) => target.closest?.('input, textarea, select, [contenteditable]');
  const GO = { t: 'today', r: 'requests', m: 'messages', c: 'contacts', d: 'deals', p: 'properties' };
  const PLAIN = {
    o: 'time',
    d: 'decline',
    r: 'reply',
    z: 'remind',
    m: 'message',
    h: 'hold',
    p: 'offer',
    a: 'add',
    l: 'move',
  };

  const rows = () => [...document.querySelectorAll('[data-row]')].filter((row) => row.offsetParent !== null);
  /* The record that keys act on, by its id: a draw takes off what the server does not know, and may take the row itself. */
  let current;
  /* The records of the list as they stood around it. */
  let around = [];
  const marked = () => (current === undefined ? null : byId(current));
  const show = (row) => {
    if (!row) return;
    row.setAttribute('aria-current', 'true');
    around = rows().map(({ id }) => id);
  };
  const mark = (row) => {
    marked()?.removeAttribute('aria-current');
    current = row.id;
    show(row);
  };
  const step = (by) => {
    const at = around.indexOf(current);
    const onward = by > 0 ? around.slice(at + 1) : around.slice(0, Math.max(at, 0)).reverse();
    const row = onward.map(byId).find(Boolean) ?? marked() ?? rows()[0];
    if (!row) return;
    mark(row);
    (row.querySelector('a, button') ?? row).focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  document.addEventListener('htmx:after:settle', () => show(marked()));
  const press = (element) => {
    if (!element) return false;
    element.click();
    return true;
  };
  const inRow = (name) =>
    marked()?.querySelector(`[data-key="${name}"]`) ?? document.querySelector(`main [data-page-key="${name}"]`);

  let isGoing = false;
  const keyed = (event) => {
    const key = event.key.toLowerCase();
    if (isGoing) {
      isGoing = false;
      if (GO[key]) location.assign(`/crm/${GO[key]}`);
      return Boolean(GO[key]);
    }
    if (key === 'g') {
      isGoing = true;
      setTimeout(() => {
        isGoing = false;
      }, 1500);
      return true;
    }
    if (key === '?') return press(byId('open-keys'));
    if (key === '/') return press(document.querySelector('main [data-page-key="answers"]')) || press(byId('open-find'));
    if (key === 'j' || key === 'k') {
      step(key === 'j' ? 1 : -1);
      return true;
    }
    if (key === 'c' && byId('new')) {
      byId('new').open = true;
      byId('new').querySelector('.menu a')?.focus();
      return true;
    }
    if (key === 'x') return press(marked()?.querySelector('input[type="checkbox"]'));
    if (/^[1-9]$/.test(key)) return press(marked()?.querySelectorAll('button.slot, .slots button')[Number(key) - 1]);
    return PLAIN[key] ? press(inRow(PLAIN[key])) : false;
  };
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      press(byId('open-find'));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !isOn()) return;
    if (document.querySelector('dialog[open]')) return;
    // A key that is held was pressed for the record that was marked then; walking goes on.
    if (event.repeat && !/^[jk]$/i.test(event.key)) return;
    if (keyed(event)) event.preventDefault();
  });

  /* Who uses the mouse sees which row the keys would act on. */
  document.addEventListener('focusin', ({ target }) => {
    const row = target.closest?.('[data-row]');
    if (row && row !== marked() && !row.closest('dialog')) mark(row);
  });

  /* Words that a button puts into a box; a button that can't do what it says tells why. */
  document.addEventListener('click', ({ target }) => {
    const puts = target.closest?.('[data-puts]');
    if (puts) {
      const box = byId(puts.dataset.into);
      box.value = puts.dataset.puts;
      box.focus();
    }
  });

  /* Saved answers are put in where the cursor stands; what nothing filled is marked, and keeps the form from being sent. */
  const HOLE = /\{(first_name|home|date|agent)\}/;
  const markHole = (box) => {
    const hole = HOLE.exec(box.value);
    if (!hole) return;
    box.focus();
    box.setSelectionRange(hole.index, hole.index + hole[0].length);
  };
  document.addEventListener('click', ({ target }) => {
    const saved = target.closest?.('[data-inserts]');
    if (!saved) return;
    const box = byId(saved.dataset.into);
    saved.closest('details').open = false;
    box.setRangeText(saved.dataset.inserts, box.selectionStart, box.selectionEnd, 'end');
    box.dispatchEvent(new Event('input', { bubbles: true }));
    box.focus();
    markHole(box);
  });
  document.addEventListener(
    'submit',
    (event) => {
      const menu = event.target.querySelector('[data-holes-of]');
      const box = menu && byId(menu.dataset.holesOf);
      if (!box || !HOLE.test(box.value)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const holes = box.value.match(new RegExp(HOLE, 'g')).join(' ');
      box.setCustomValidity(menu.dataset.unfilled.replace('{holes}', holes));
      box.reportValidity();
      box.setCustomValidity('');
      markHole(box);
    },
    true,
  );
  document.addEventListener('input', ({ target }) => {
    if (!target.dataset.narrows) return;
    for (const line of byId(target.dataset.narrows).children)
      line.hidden = !line.textContent.toLowerCase().includes(target.value.trim().toLowerCase());
  });
  /* The field that searches them stands within the form: Enter takes the first that is found, and sends nothing. */
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if ((key !== 'Enter' && key !== 'ArrowDown') || event.isComposing || !target.dataset?.narrows) return;
    event.preventDefault();
    const first = byId(target.dataset.narrows).querySelector('li:not([hidden]) button');
    if (key === 'Enter') first?.click();
    else first?.focus();
  });
  document.addEventListener(
    'toggle',
    ({ target }) => target.open && target.matches('.answers') && target.querySelector('[data-narrows]')?.focus(),
    true,
  );

  /* The palette: results come as the reader types, and are walked through by the arrows. */
  const words = () => byId('find-words');
  const options = () => [...document.querySelectorAll('#found [role="option"]')];
  const chosen = () => document.querySelector('#found [aria-selected="true"]');
  const choose = (option) => {
    chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) words().setAttribute('aria-activedescendant', option.id);
    else words().removeAttribute('aria-activedescendant');
  };
  const lead = (option, isApart) => {
    const form = option.querySelector('form');
    const address = option.dataset.href;
    if (form) {
      form.elements.at.value = location.pathname + location.search;
      form.submit();
    } else if (isApart) window.open(address, '_blank', 'noopener');
    else {
      byId('find').close();
      location.assign(address);
    }
  };
  /* Results of other words than those that stand there are not opened: who is faster than them waits for theirs. */
  let isStale = false;
  let wanted;
  const stale = () => {
    isStale = true;
    choose(undefined);
  };
  document.addEventListener('input', ({ target }) => target === words() && stale());
  document.addEventListener('keydown', (event) => {
    if (event.target !== words() || event.isComposing) return;
    const all = options();
    const at = all.indexOf(chosen());
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && all.length > 0) {
      event.preventDefault();
      choose(all.at((event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1) % all.length));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const isApart = event.ctrlKey || event.metaKey;
    if (isStale) wanted = { isApart };
    else if (chosen()) lead(chosen(), isApart);
  });
  document.addEventListener('click', (event) => {
    const { target } = event;
    const dialog = byId('find');
    if (target.closest?.('[data-find]')) {
      event.preventDefault();
      if (dialog.open) return;
      words().value = '';
      wanted = undefined;
      stale();
      dialog.showModal();
      words().focus();
      htmx.trigger(words(), 'find', {});
    }
    const option = target.closest?.('#found [role="option"]');
    if (option) lead(option, event.ctrlKey || event.metaKey);
    if (target === dialog || target.closest?.('[data-close-find]')) dialog.close();
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (detail.ctx.target?.id !== 'found') return;
    isStale = false;
    words().setAttribute('aria-expanded', String(options().length > 0));
    choose(options()[0]);
    if (wanted && chosen()) lead(chosen(), wanted.isApart);
    wanted = undefined;
  });
  /* Who types faster than the server answers (429) gets the answer a little later. */
  const AGAIN_MS = 400;
  document.addEventListener('htmx:before:response', (event) => {
    const { ctx } = event.detail;
    if (ctx.sourceElement !== words() || ctx.response.status < 400) return;
    event.preventDefault();
    if (ctx.response.status === 429) setTimeout(() => htmx.trigger(words(), 'find', {}), AGAIN_MS);
  });
})();
