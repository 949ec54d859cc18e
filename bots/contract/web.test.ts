import { describeOnBoth } from '#db/testing.ts';
import { describeChannel } from './contract.ts';
import { describeProduct } from './walk.ts';
import { aWebProduct } from './web-product.ts';
import { aWebUnderTest } from './web-under-test.ts';

describeChannel('WhatsApp Web', aWebUnderTest);
describeOnBoth('WhatsApp Web', (fresh) => {
  describeProduct('WhatsApp Web', async (language) => aWebProduct(await fresh(), language));
});
