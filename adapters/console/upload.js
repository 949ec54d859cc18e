/* Files: sent by themselves, so that it is seen how far they are. Without this the form sends them, all at once. */
(() => {
  const MB = 1024 * 1024;
  const wordsIn = (page) =>
    new DOMParser().parseFromString(page, 'text/html').querySelector('[data-toast] span')?.textContent ?? '';
  const newId = () =>
    crypto.randomUUID?.() ??
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) =>
      (digit ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (digit / 4)))).toString(16),
    );

  /* One request; `sent` hears how many bytes have gone. Resolves with what the server said and where it leads. */
  const send = (form, name, file, sent) =>
    new Promise((resolve) => {
      const data = new FormData();
      for (const field of form.elements)
        if (field.name && field.type !== 'file' && (field.type !== 'checkbox' || field.checked))
          data.append(field.name, field.name === 'once' ? newId() : field.value);
      data.append(name, file);
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.setRequestHeader('hx-request', 'true');
      request.upload.addEventListener('progress', ({ loaded }) => sent(loaded));
      request.addEventListener('loadend', () =>
        resolve({
          isTaken: request.status === 200,
          words: wordsIn(request.responseText),
          to: request.getResponseHeader('hx-redirect'),
        }),
      );
      request.send(data);
    });

  async function run(form, files) {
    const bar = form.querySelector('progress');
    const words = form.querySelector('.how-far [role="status"]');
    const problems = form.querySelector('.error-list');
    const isFeed = form.dataset.upload === 'feed';
    const show = (done, total) => {
      bar.max = total;
      bar.value = done;
      const text = (count) => (isFeed ? (count / MB).toFixed(1) : String(count));
      words.textContent = form.dataset.stored.replace('{done}', text(done)).replace('{total}', text(total));
    };
    form.querySelector('.how-far').hidden = false;
    form.setAttribute('aria-busy', 'true');
    problems.replaceChildren();
    let stored = 0;
    show(0, isFeed ? files[0].size : files.length);
    for (const file of files) {
      const {
        isTaken,
        words: said,
        to,
      } = await send(form, form.dataset.upload, file, (bytes) => {
        if (isFeed) show(Math.min(bytes, file.size), file.size);
      });
      if (to) return location.assign(to);
      if (isTaken) stored += 1;
      else {
        const why = said || document.body.dataset.notSent.replace('{what}', file.name);
        problems.append(Object.assign(document.createElement('li'), { textContent: why }));
      }
      if (!isFeed) show(stored, files.length);
      if (form.dataset.changed) htmx.trigger(document.body, form.dataset.changed, {});
    }
    form.removeAttribute('aria-busy');
    form.querySelector('input[type="file"]').value = '';
  }

  const formOf = ({ target }) => target.closest?.('form[data-upload]');
  const isBusy = (form) => form.getAttribute('aria-busy') === 'true';
  document.addEventListener('submit', (event) => {
    const form = formOf(event);
    const files = form?.querySelector('input[type="file"]').files;
    if (!form || files.length === 0) return;
    event.preventDefault();
    if (!isBusy(form)) void run(form, [...files]);
  });
  document.addEventListener('change', (event) => {
    const form = formOf(event);
    if (form?.classList.contains('drop-area') && event.target.files?.length > 0 && !isBusy(form))
      void run(form, [...event.target.files]);
  });
  for (const type of ['dragover', 'dragleave', 'drop'])
    document.addEventListener(type, (event) => {
      const form = formOf(event);
      if (!form?.classList.contains('drop-area')) return;
      event.preventDefault();
      form.classList.toggle('over-it', type === 'dragover');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (type === 'drop' && files.length > 0 && !isBusy(form)) void run(form, files);
    });
})();
