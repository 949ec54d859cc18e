import { describeOnBoth } from '#db/testing.ts';
import { describeChannel } from './contract.ts';
import { describeProduct } from './walk.ts';
import { aWebInProcess } from './web-in-process.ts';
import { aWebProduct } from './web-product.ts';
import { aWebUnderTest } from './web-under-test.ts';

describeChannel('WhatsApp Web', { wire: aWebUnderTest, inProcess: aWebInProcess });
describeOnBoth('WhatsApp Web', (fresh) => {
  describeProduct('WhatsApp Web', async (language) => aWebProduct(await fresh(), language));
});
