/* Dialogs, and where the focus is when what had it comes anew or goes away. */
(() => {
  const byId = (id) => document.getElementById(id);
  const dialog = () => byId('dialog');
  const isDeed = (source) => source instanceof HTMLFormElement && source.method === 'post';

  /*
   * The focus stays on its record. A deed that took the record away leads to the next one; news that did leads to the
   * heading of the part, since what is pressed then was not meant for another record.
   */
  const RECORD = '[data-row], li[id], tr[id]';
  const isLost = () => document.activeElement === null || document.activeElement === document.body;
  const placeOf = (element) => {
    const record = element.closest(RECORD);
    return {
      element,
      record: record?.id,
      next: record?.nextElementSibling?.id,
      part: element.closest('section')?.id,
    };
  };
  const leadTo = ({ element, record, next, part }, isOwn) => {
    const first = (id) => id && byId(id)?.querySelector('a, button');
    // What a deed moved to another part is done with in this one.
    const isThere = record && (part === undefined || byId(part)?.contains(byId(record)));
    const kept = element.isConnected ? element : isThere && first(record);
    (kept || (isOwn && first(next)) || byId(`${part}-title`))?.focus({ preventScroll: !isOwn });
  };
  let place;
  let opener;
  /* The record of the last deed, until something else is pressed. */
  let acted;
  for (const press of ['keydown', 'pointerdown'])
    document.addEventListener(
      press,
      () => {
        acted = undefined;
      },
      true,
    );
  document.addEventListener('htmx:before:request', ({ detail }) => {
    const source = detail.ctx.sourceElement;
    if (isDeed(source)) acted = dialog()?.contains(source) ? opener?.record : source.closest(RECORD)?.id;
  });

  /* A dialog opens when it was filled, and closes when its form was taken; the focus goes back to what opened it. */
  const open = () => {
    opener = isLost() ? undefined : placeOf(document.activeElement);
    dialog().showModal();
  };
  const backToOpener = () => {
    if (opener && isLost()) leadTo(opener, opener.record !== undefined && opener.record === acted);
  };
  document.addEventListener('close', ({ target }) => target === dialog() && backToOpener(), true);
  document.addEventListener('htmx:before:swap', (event) => {
    const { response, sourceElement, target } = event.detail.ctx;
    const isWithin = dialog()?.contains(sourceElement);
    // What was asked for in a dialog that was closed since opens none.
    if (isWithin && target === dialog() && !dialog().open) event.preventDefault();
    // A search within it leaves it open.
    if (isWithin && isDeed(sourceElement) && response?.status === 200) {
      dialog().close();
      backToOpener();
    }
    place = isLost() ? undefined : { ...placeOf(document.activeElement), isOwn: isDeed(sourceElement) };
  });
  document.addEventListener('htmx:after:settle', () => {
    if (place && isLost()) leadTo(place, place.isOwn || (place.record !== undefined && place.record === acted));
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    if (detail.ctx.target !== dialog()) return;
    /* What was opened from within it took the place of what had the focus. */
    if (dialog().open && dialog().contains(document.activeElement)) return;
    if (!dialog().open) open();
    (
      dialog().querySelector(
        '.body [autofocus], .body button[aria-pressed], .body textarea, .body input:not([type="hidden"]), .body select, .body button',
      ) ?? byId('dialog-title')
    ).focus();
  });
  document.addEventListener('htmx:after:swap', ({ detail }) => {
    const { response, sourceElement } = detail.ctx;
    if (response?.status !== 422) return;
    // Who closed it before the answer came reads what is wrong nonetheless.
    if (dialog()?.contains(sourceElement) && !dialog().open) open();
    sourceElement?.querySelector?.('[aria-invalid="true"]')?.focus();
  });
})();
