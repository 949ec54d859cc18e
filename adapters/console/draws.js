/* Parts of a page that come anew by themselves: what somebody does in that moment is not lost by it. */
(() => {
  const byId = (id) => document.getElementById(id);

  /*
   * The answer to a form is dropped where the form is gone by then, and a press where what was pressed went from under it.
   * What they changed is told to this page too: parts that would come anew wait until the form is answered, and the press over.
   */
  const underWay = new Set();
  const late = new Set();
  const hold = (event) => {
    const source = event.detail.ctx.sourceElement;
    if (underWay.size === 0 || !source?.matches?.('[hx-trigger*="from:body"]')) return;
    event.preventDefault();
    late.add(source.id);
  };
  const isOver = (deed) => {
    if (!underWay.delete(deed) || underWay.size > 0) return;
    const sources = [...late].map(byId);
    late.clear();
    for (const source of sources) {
      if (source)
        htmx.ajax('GET', source.getAttribute('hx-get'), {
          source,
          target: source,
          swap: source.getAttribute('hx-swap'),
        });
    }
  };
  document.addEventListener('htmx:before:request', (event) => {
    const { ctx } = event.detail;
    if (ctx.sourceElement instanceof HTMLFormElement) underWay.add(ctx);
    else hold(event);
  });
  document.addEventListener('htmx:before:swap', hold);
  document.addEventListener('htmx:finally:request', ({ detail }) => isOver(detail.ctx));
  document.addEventListener('pointerdown', ({ button, pointerId }) => button === 0 && underWay.add(pointerId), true);
  /* The click comes after the pointer is up. A menu of the browser's own or a drag takes the pointer away. */
  for (const end of ['pointerup', 'pointercancel', 'contextmenu'])
    document.addEventListener(end, ({ pointerId }) => setTimeout(isOver, 0, pointerId), true);

  /* The second half of a double click is not meant for the record that came under the pointer after the first. */
  let pressed;
  document.addEventListener(
    'click',
    (event) => {
      const row = event.target.closest?.('[data-row]')?.id;
      if (event.detail > 1 && row !== pressed) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else pressed = row;
    },
    true,
  );

  /* htmx begins by a timer; who is faster would be led away by a link that opens a dialog. The stream begins but once. */
  for (const each of document.body.children) if (each.id !== 'stream') htmx.process(each);
})();
