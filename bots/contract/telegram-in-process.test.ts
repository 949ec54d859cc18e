import { describeInProcess } from './contract.ts';
import { aTelegramInProcess } from './telegram-in-process.ts';

describeInProcess('Telegram', aTelegramInProcess);
