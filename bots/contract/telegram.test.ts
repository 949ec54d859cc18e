import { describeOnBoth } from '#db/testing.ts';
import { describeChannel } from './contract.ts';
import { aTelegramInProcess } from './telegram-in-process.ts';
import { aTelegramProduct } from './telegram-product.ts';
import { aTelegramUnderTest } from './telegram-under-test.ts';
import { describeProduct } from './walk.ts';

describeChannel('Telegram', { wire: aTelegramUnderTest, inProcess: aTelegramInProcess });
describeOnBoth('Telegram', (fresh) => {
  describeProduct('Telegram', async (language) => aTelegramProduct(await fresh(), language));
});
