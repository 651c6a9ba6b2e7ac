import chinese from '../../i18n/zh-CN/common.json';
import { apiStates, glyphs, stateOf } from './state';

it('gives every state of the API a glyph and a word', () => {
  for (const state of apiStates) {
    expect(glyphs[stateOf(state)]).toBeTruthy();
    expect(chinese).toHaveProperty([`state.${state}`]);
  }
});

it('does not call fine what it does not know', () => {
  expect(stateOf('brand_new')).toBe('off');
});
