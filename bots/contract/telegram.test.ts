import { describeOnBoth } from '#db/testing.ts';
import { describeChannel } from './contract.ts';
import { aTelegramProduct } from './telegram-product.ts';
import { aTelegramUnderTest } from './telegram-under-test.ts';
import { describeProduct } from './walk.ts';

describeChannel('Telegram', aTelegramUnderTest);
describeOnBoth('Telegram', (fresh) => {
  describeProduct('Telegram', async (language) => aTelegramProduct(await fresh(), language));
});
