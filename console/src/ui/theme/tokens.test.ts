import { contrast } from './contrast';
import { cssVariables } from './cssVariables';
import { chartColours, tokens, type ThemeName, type TokenName } from './tokens';

const themes: ThemeName[] = ['light', 'dark'];
const families = ['io', 'model', 'know', 'logic', 'data', 'tool', 'human'] as const;

const textPairs: [TokenName, TokenName][] = [
  ['text', 'surface'], ['text', 'paper'], ['text', 'sunken'], ['text', 'raised'],
  ['text2', 'surface'], ['text2', 'paper'], ['text2', 'sunken'],
  ['text3', 'surface'], ['text3', 'paper'], ['text3', 'sunken'], ['text3', 'raised'],
  ['accent', 'surface'], ['accent', 'paper'], ['accent', 'accentTint'], ['onAccent', 'accent'], ['onAccent', 'accentHover'],
  ['ok', 'surface'], ['ok', 'okTint'], ['warn', 'surface'], ['warn', 'warnTint'], ['err', 'surface'], ['err', 'errTint'],
  ['markText', 'mark'], ['copper', 'surface'], ['copper', 'paper'],
  ...families.map((name): [TokenName, TokenName] => [`fam-${name}`, `fam-${name}-bg`]),
];

describe.each(themes)('the %s theme', (theme) => {
  it.each(textPairs)('lets %s be read on %s', (ink, ground) => {
    expect(contrast(tokens[ink][theme], tokens[ground][theme])).toBeGreaterThanOrEqual(4.5);
  });

  it('draws the edges of controls so that they can be seen', () => {
    expect(contrast(tokens.line3[theme], tokens.surface[theme])).toBeGreaterThanOrEqual(3);
  });

  it.each(chartColours[theme])('draws the series %s so that it can be seen', (colour) => {
    expect(contrast(colour, tokens.surface[theme])).toBeGreaterThanOrEqual(3);
  });
});

it('writes every token as a variable of both themes', () => {
  const css = cssVariables();
  for (const [name, value] of Object.entries(tokens)) {
    expect(css).toContain(`--md-${name}:${value.light}`);
    expect(css).toContain(`--md-${name}:${value.dark}`);
  }
});
