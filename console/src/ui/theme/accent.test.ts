import { accentVariables } from './accent';
import { contrast } from './contrast';
import { tokens, type ThemeName } from './tokens';

const colours = ['#FFEB3B', '#000000', '#FFFFFF', '#155EEF', '#f0a', '#7F7F7F', '#00FF7F'];
const themes: ThemeName[] = ['light', 'dark'];

describe.each(themes)('on %s ground', (theme) => {
  it.each(colours)('%s can be read where text stands, and text can be read on it', (colour) => {
    const { accent, accentTint, accentHover, onAccent } = accentVariables(colour, theme);
    for (const ground of [tokens.surface[theme], tokens.paper[theme], tokens.sunken[theme], accentTint]) {
      expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(onAccent, accentHover)).toBeGreaterThanOrEqual(4.5);
  });
});

it('leaves a colour that can be read as it is', () => {
  expect(accentVariables('#0B3F55', 'light').accent).toBe('#0b3f55');
});
