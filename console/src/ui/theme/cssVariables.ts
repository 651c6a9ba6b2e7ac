import { fonts, tokens, type ThemeName } from './tokens.ts';

const declarations = (theme: ThemeName) =>
  Object.entries(tokens).map(([name, value]) => `--md-${name}:${value[theme]}`).join(';');

/** The token table as a style sheet: `:root` for light, `[data-theme=dark]` for dark. */
export function cssVariables(): string {
  return `:root{${declarations('light')};--md-sans:${fonts.sans};--md-mono:${fonts.mono};color-scheme:light}`
    + `[data-theme=dark]{${declarations('dark')};color-scheme:dark}`;
}
