import { describeInProcess } from './contract.ts';
import { aTeamsInProcess } from './teams-in-process.ts';

describeInProcess('Teams', aTeamsInProcess);
