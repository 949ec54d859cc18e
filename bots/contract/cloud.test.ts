import { describeOnBoth } from '#db/testing.ts';
import { aCloudInProcess } from './cloud-in-process.ts';
import { aCloudProduct } from './cloud-product.ts';
import { aCloudUnderTest } from './cloud-under-test.ts';
import { describeChannel } from './contract.ts';
import { describeProduct } from './walk.ts';

describeChannel('WhatsApp by the Cloud API', { wire: aCloudUnderTest, inProcess: aCloudInProcess });
describeOnBoth('WhatsApp by the Cloud API', (fresh) => {
  describeProduct('WhatsApp by the Cloud API', async (language) => aCloudProduct(await fresh(), language));
});
