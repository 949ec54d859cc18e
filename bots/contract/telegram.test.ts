import { describeChannel } from './contract.ts';
import { aTelegramUnderTest } from './telegram-under-test.ts';

describeChannel('Telegram', aTelegramUnderTest);
