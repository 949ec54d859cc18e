/* What is to be taken elsewhere, by one press; without this it is marked and copied by hand. */
document.addEventListener('click', ({ target }) => {
  const SHOWN_MS = 2000;
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  const words = document.getElementById(button.dataset.copy)?.textContent ?? '';
  void navigator.clipboard.writeText(words).then(() => {
    button.setAttribute('aria-pressed', 'true');
    setTimeout(() => button.removeAttribute('aria-pressed'), SHOWN_MS);
  });
});
