import { aCloudInProcess } from './cloud-in-process.ts';
import { describeInProcess } from './contract.ts';

describeInProcess('WhatsApp by the Cloud API', aCloudInProcess);
