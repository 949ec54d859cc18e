import { describeFeedback } from './feedback-on.ts';

describeFeedback('WhatsApp by the Cloud API');
