/* What is to be taken elsewhere, by one press; without this it is marked and copied by hand. */
document.addEventListener('click', ({ target }) => {
  const SHOWN_MS = 2000;
  const button = target.closest?.('[data-copy], [data-copy-path]');
  if (!button) return;
  const { copy, copyPath, copied } = button.dataset;
  const words = copyPath ? new URL(copyPath, location.href).href : (document.getElementById(copy)?.textContent ?? '');
  void navigator.clipboard.writeText(words).then(() => {
    const label = button.lastChild;
    const before = label.textContent;
    button.setAttribute('aria-pressed', 'true');
    if (copied) label.textContent = copied;
    setTimeout(() => {
      button.removeAttribute('aria-pressed');
      if (copied) label.textContent = before;
    }, SHOWN_MS);
  });
});
