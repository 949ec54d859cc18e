import type { DemoCompany, DemoUser } from './demo-types.ts';

/** The invented office of the demo. */
export const company: DemoCompany = {
  slug: 'costa-verde-homes',
  name: 'Costa Verde Homes',
  timeZone: 'Europe/Madrid',
  currency: 'EUR',
  isActive: true,
  defaultLanguage: 'en',
  rejectReasons: ['location', 'condition', 'size', 'layout', 'model', 'price', 'other'],
  quietHours: { from: '21:00', to: '08:00' },
  offerBundleTimes: ['09:00', '17:00'],
  retentionMonths: 24,
};

/** Who works there. */
export const users: readonly DemoUser[] = [
  {
    key: 'lucia',
    name: 'Lucía Marín',
    email: 'lucia.marin@costa-verde.example',
    phone: '+34600000001',
    jobTitle: 'Managing partner',
    role: 'Admin',
    status: 'Active',
    language: 'es',
    portrait: { seed: 'lucia 4', hair: 'long', dress: 'suit' },
  },
  {
    key: 'daniel',
    name: 'Daniel Brandt',
    email: 'daniel.brandt@costa-verde.example',
    phone: '+34600000002',
    jobTitle: 'Property consultant',
    role: 'Employee',
    status: 'Active',
    language: 'en',
    portrait: { seed: 'daniel 2', hair: 'short', dress: 'shirt', beard: true },
  },
];
