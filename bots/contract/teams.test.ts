import { describeOverWire } from './contract.ts';
import { aTeamsInProcess } from './teams-in-process.ts';
import { aTeamsProduct } from './teams-product.ts';
import { aTeamsUnderTest } from './teams-under-test.ts';
import { describeProduct } from './walk.ts';

describeOverWire('Teams', aTeamsUnderTest, aTeamsInProcess);
describeProduct('Teams', { Postgres: 'en', PGlite: 'pl' }, 'teams', aTeamsProduct);
