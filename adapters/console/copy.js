/* What is to be taken elsewhere, by one press; without this it is marked and copied by hand. */
document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('[data-copy]');
  if (!button) return;
  const words = document.getElementById(button.dataset.copy)?.textContent ?? '';
  await navigator.clipboard.writeText(words);
  button.setAttribute('aria-pressed', 'true');
  setTimeout(() => button.removeAttribute('aria-pressed'), 2000);
});
