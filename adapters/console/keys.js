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
  const marked = () => document.querySelector('[data-row][aria-current="true"]');
  const mark = (row) => {
    marked()?.removeAttribute('aria-current');
    if (!row) return;
    row.setAttribute('aria-current', 'true');
    (row.querySelector('a, button') ?? row).focus();
    row.scrollIntoView({ block: 'nearest' });
  };
  const step = (by) => {
    const all = rows();
    const at = all.indexOf(marked());
    mark(all[Math.min(Math.max(at + by, 0), all.length - 1)] ?? all[0]);
  };
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
    if (keyed(event)) event.preventDefault();
  });

  /* Who uses the mouse sees which row the keys would act on. */
  document.addEventListener('focusin', ({ target }) => {
    const row = target.closest?.('[data-row]');
    if (!row || row === marked()) return;
    marked()?.removeAttribute('aria-current');
    row.setAttribute('aria-current', 'true');
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

  /* The palette: results come as the reader types, and are walked through by the arrows. */
  const options = () => [...document.querySelectorAll('#found [role="option"]')];
  const chosen = () => document.querySelector('#found [aria-selected="true"]');
  const choose = (option) => {
    chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    byId('find-words')?.setAttribute('aria-activedescendant', option?.id ?? '');
  };
  document.addEventListener('keydown', (event) => {
    if (event.target.id !== 'find-words') return;
    const all = options();
    const at = all.indexOf(chosen());
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      choose(all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]);
    }
    if (event.key === 'Enter' && chosen()) {
      event.preventDefault();
      const address = chosen().dataset.href;
      if (event.ctrlKey || event.metaKey) window.open(address, '_blank', 'noopener');
      else location.assign(address);
    }
  });
  document.addEventListener('click', ({ target }) => {
    const option = target.closest?.('#found [role="option"]');
    if (option) location.assign(option.dataset.href);
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (detail.ctx.target?.id === 'found') choose(options()[0]);
  });
})();
