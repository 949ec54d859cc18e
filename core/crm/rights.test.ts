import { expect, it } from 'vitest';
import { may, type Role } from './rights.ts';

const ROLES: readonly Role[] = ['client', 'Employee', 'Admin', 'system'];
const who = (deed: Parameters<typeof may>[1]) => ROLES.filter((role) => may({ role }, deed));

it('lets the whole office work with clients and their records', () => {
  expect(who('readRecords')).toEqual(['Employee', 'Admin']);
  expect(who('arrangeViewings')).toEqual(['Employee', 'Admin']);
});

it('leaves the office itself, its people and what leads out of it to Admins', () => {
  expect(who('changeCompany')).toEqual(['Admin']);
  expect(who('changeUser')).toEqual(['Admin']);
  expect(who('eraseContact')).toEqual(['Admin']);
  expect(who('keepWebhooks')).toEqual(['Admin']);
  expect(who('keepKeys')).toEqual(['Admin']);
  expect(who('keepChannelAccounts')).toEqual(['Admin']);
  expect(who('keepOfficeAnswers')).toEqual(['Admin']);
  expect(who('keepEvents')).toEqual(['Admin']);
  expect(who('eraseContact')).toEqual(['Admin']);
});

it('lets nobody do what is no deed', () => {
  // @ts-expect-error: a deed that the table does not name
  expect(() => may({ role: 'Admin' }, 'sellTheOffice')).toThrow(TypeError);
});
