import { describeFeedback } from './feedback-on.ts';

describeFeedback('WhatsApp Web');
