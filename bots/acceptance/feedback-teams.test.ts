import { describeFeedback } from './feedback-on.ts';

describeFeedback('Teams');
