import { scopeOf } from './scope';

it.each([
  ['fire', 'all', 'fire'],
  ['> theme', 'acts', 'theme'],
  ['#消防', 'knowledge', '消防'],
  ['@ li', 'people', 'li'],
  [':4bf92f35', 'ids', '4bf92f35'],
  ['：4bf92f35', 'ids', '4bf92f35'],
  ['', 'all', ''],
])('reads "%s" as %s for "%s"', (typed, scope, wanted) => {
  expect(scopeOf(typed)).toEqual({ scope, wanted });
});
