import { describeOverWire } from './contract.ts';
import { aTelegramInProcess } from './telegram-in-process.ts';
import { aTelegramProduct } from './telegram-product.ts';
import { aTelegramUnderTest } from './telegram-under-test.ts';
import { describeProduct } from './walk.ts';

describeOverWire('Telegram', aTelegramUnderTest, aTelegramInProcess);
describeProduct('Telegram', { Postgres: 'en', PGlite: 'pl' }, 'telegram', aTelegramProduct);
