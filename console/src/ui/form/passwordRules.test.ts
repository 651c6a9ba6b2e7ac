import { isRuleMet } from './passwordRules';

const facts = { password: 'deck-2026-pins', minLength: 10, email: 'wang@example.cn', current: 'old-password-1' };

it.each(['min_length', 'letter', 'digit', 'not_email', 'different'])('is satisfied by a good password: %s', (rule) => {
  expect(isRuleMet(rule, facts)).toBe(true);
});

it.each([
  ['min_length', 'short1'],
  ['letter', '1234567890'],
  ['digit', 'no-digits-here'],
  ['not_email', 'WANG@example.cn'],
  ['not_email', 'wang'],
  ['different', 'old-password-1'],
])('refuses by %s: %s', (rule, password) => {
  expect(isRuleMet(rule, { ...facts, password })).toBe(false);
});

it('leaves the list of common passwords to the server', () => {
  expect(isRuleMet('not_common', facts)).toBeUndefined();
});
