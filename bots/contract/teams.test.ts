import { describeOnBoth } from '#db/testing.ts';
import { describeChannel } from './contract.ts';
import { aTeamsInProcess } from './teams-in-process.ts';
import { aTeamsProduct } from './teams-product.ts';
import { aTeamsUnderTest } from './teams-under-test.ts';
import { describeProduct } from './walk.ts';

describeChannel('Teams', { wire: aTeamsUnderTest, inProcess: aTeamsInProcess });
describeOnBoth('Teams', (fresh) => {
  describeProduct('Teams', async (language) => aTeamsProduct(await fresh(), language));
});
