import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { createStore } from './store.ts';
import { aClock, describeOnBoth, newId } from './testing.ts';

describeOnBoth('feedback', (fresh) => {
  const setUp = async () => {
    const database = await fresh();
    const { company, contact, deal, property, offer } = await anOffice(database);
    const clock = aClock();
    const store = createStore(database, { clock, newId });
    const viewing = await store.transaction(company, ({ viewings }) =>
      viewings.request({ offer, deal, property, contact, wishes: [] }, clock.now()),
    );
    if (!viewing) throw new Error('none');
    const aPhoto = () =>
      ({ kind: 'photos', file: { id: newId<'media'>(), mime: 'image/jpeg', size: 1, sha256: 'x' } }) as const;
    const within = <Result>(work: Parameters<typeof store.transaction<Result>>[1]) => store.transaction(company, work);
    return { database, contact, viewing, aPhoto, within, since: new Date(clock.now().getTime() - 60_000) };
  };

  it('keeps photos of an album apart from those that come without one, whatever a platform calls its albums', async () => {
    const { contact, viewing, aPhoto, within, since } = await setUp();
    const album = '0192f1c4-0002-7000-8000-000000000001/17';
    await within(({ feedback }) => feedback.add(viewing, contact, { ...aPhoto(), album, saidIn: 'm1' }));

    const single = await within(({ feedback }) => feedback.join(viewing, contact, aPhoto(), since));
    const next = await within(({ feedback }) => feedback.join(viewing, contact, { ...aPhoto(), album }, since));

    expect([single, next]).toEqual([undefined, 2]);
  });

  it('takes a photo for no album’s where it came in a message that is named like one', async () => {
    const { contact, viewing, aPhoto, within, since } = await setUp();
    await within(({ feedback }) => feedback.add(viewing, contact, { ...aPhoto(), saidIn: 'm1' }));

    const inAlbum = await within(({ feedback }) =>
      feedback.join(viewing, contact, { ...aPhoto(), album: 'm1' }, since),
    );
    const single = await within(({ feedback }) => feedback.join(viewing, contact, aPhoto(), since));

    expect([inAlbum, single]).toEqual([undefined, 2]);
  });

  it('finds a note and a caption by their message, also those kept where albums are named', async () => {
    const { database, contact, viewing, aPhoto, within } = await setUp();
    const found = () =>
      within(async ({ feedback }) => [
        (await feedback.noteSaidIn(contact, 'm1'))?.text,
        (await feedback.captionSaidIn(contact, 'm2'))?.text,
      ]);
    await within(async ({ feedback }) => {
      await feedback.add(viewing, contact, { kind: 'note', text: 'Bright', saidIn: 'm1' });
      await feedback.add(viewing, contact, { ...aPhoto(), text: 'The roof', saidIn: 'm2' });
    });

    expect(await found()).toEqual(['Bright', 'The roof']);
    await database.systemScope(({ rows }) => rows('update feedback set album = said_in, said_in = null'));
    expect(await found()).toEqual(['Bright', 'The roof']);
  });
});
