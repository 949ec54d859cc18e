import { aCloudInProcess } from './cloud-in-process.ts';
import { aCloudProduct } from './cloud-product.ts';
import { aCloudUnderTest } from './cloud-under-test.ts';
import { describeOverWire } from './contract.ts';
import { describeProduct } from './walk.ts';

describeOverWire('WhatsApp by the Cloud API', aCloudUnderTest, aCloudInProcess);
describeProduct('WhatsApp by the Cloud API', { Postgres: 'pl', PGlite: 'en' }, 'whatsapp', aCloudProduct);
