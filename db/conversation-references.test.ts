import { expect, it } from 'vitest';
import { anOffice } from './an-office.ts';
import { createConversationReferences } from './conversation-references.ts';
import { describeOnBoth, newId } from './testing.ts';

describeOnBoth('where a chat of Teams is', (fresh) => {
  it('is known as it was told last, to other processes too', async () => {
    const database = await fresh();
    const { company, account } = await anOffice(database);
    const [here, there] = [1, 2].map(() => createConversationReferences(database, { newId }));

    await here?.keep(company, account, 'a:1', { serviceUrl: 'https://smba.example/emea/' });
    await here?.keep(company, account, 'a:2', { serviceUrl: 'https://smba.example/emea/' });
    await here?.keep(company, account, 'a:1', { serviceUrl: 'https://smba.example/amer/' });

    expect(await there?.find(company, account, 'a:1')).toEqual({ serviceUrl: 'https://smba.example/amer/' });
    expect(await there?.find(company, account, 'a:2')).toEqual({ serviceUrl: 'https://smba.example/emea/' });
    expect(await there?.find(company, account, 'a:3')).toBeUndefined();
  });
});
