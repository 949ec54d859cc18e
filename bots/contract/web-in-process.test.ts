import { describeInProcess } from './contract.ts';
import { aWebInProcess } from './web-in-process.ts';

describeInProcess('WhatsApp Web', aWebInProcess);
