import { describeOverWire } from './contract.ts';
import { describeProduct } from './walk.ts';
import { aWebInProcess } from './web-in-process.ts';
import { aWebProduct } from './web-product.ts';
import { aWebUnderTest } from './web-under-test.ts';

describeOverWire('WhatsApp Web', aWebUnderTest, aWebInProcess);
describeProduct('WhatsApp Web', { Postgres: 'pl', PGlite: 'en' }, 'whatsapp', aWebProduct);
