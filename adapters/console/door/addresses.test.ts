import { describe, expect, it } from 'vitest';
import { ownPath, paramsOf } from './addresses.ts';

describe('the page that a form says it stands on', () => {
  it.each([
    ['/crm/contacts/7', { id: '7' }],
    ['/crm/contacts/a%20b', { id: 'a b' }],
    ['/crm/contacts/%ff', undefined],
    ['/crm/contacts/%', undefined],
    ['/crm/contacts/7/edit', undefined],
    ['/crm/deals/7', undefined],
  ])('is told by its address %j', (path, params) => {
    expect(paramsOf('/crm/contacts/:id', path)).toEqual(params);
  });

  it.each([
    '/crm/../admin',
    '//elsewhere.test/crm/x',
    '/crm/\\x',
    'https://elsewhere.test/crm/',
    '/crm/sign-in',
    '',
    undefined,
  ])('is Today where it is given as %j', (path) => {
    expect(ownPath(path)).toBe('/crm/today');
  });
});
