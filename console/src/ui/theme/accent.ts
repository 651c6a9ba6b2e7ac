import { contrast } from './contrast';
import { tokens, type ThemeName } from './tokens';

/** The variables that follow from a page's own colour. */
export type AccentVariables = Record<
  'accent' | 'accentHover' | 'accentActive' | 'accentTint' | 'accentLine' | 'onAccent', string
>;

type Rgb = readonly [number, number, number];

const readable = 4.5;
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/**
 * A page's own colour, `#rgb` or `#rrggbb`, in the places of the accent. It is made darker on light ground, or lighter on dark,
 * until it can be read on every ground that text stands on; text on it is whichever of light and dark can be read.
 */
export function accentVariables(colour: string, theme: ThemeName): AccentVariables {
  const grounds = [tokens.surface[theme], tokens.paper[theme], tokens.sunken[theme]];
  const away = theme === 'light' ? black : white;
  const surface = rgbOf(tokens.surface[theme]);
  let accent = rgbOf(colour);
  let tint = mix(surface, accent, 0.12);
  for (let step = 0; step < 40 && !isReadable(accent, [...grounds, hexOf(tint)]); step++) {
    accent = mix(accent, away, 0.06);
    tint = mix(surface, accent, 0.12);
  }
  const on = [tokens.onAccent.light, tokens.onAccent.dark]
    .toSorted((one, other) => contrast(other, hexOf(accent)) - contrast(one, hexOf(accent)))[0]!;
  return {
    accent: hexOf(accent),
    accentHover: hexOf(mix(accent, away, 0.15)),
    accentActive: hexOf(mix(accent, away, 0.3)),
    accentTint: hexOf(tint),
    accentLine: hexOf(mix(surface, accent, 0.4)),
    onAccent: on,
  };
}

/** Sets them on an element, or takes them away again. */
export function applyAccent(element: HTMLElement, variables: AccentVariables | undefined): void {
  for (const name of ['accent', 'accentHover', 'accentActive', 'accentTint', 'accentLine', 'onAccent'] as const) {
    if (variables) element.style.setProperty(`--md-${name}`, variables[name]);
    else element.style.removeProperty(`--md-${name}`);
  }
}

const isReadable = (colour: Rgb, grounds: readonly string[]) =>
  grounds.every((ground) => contrast(hexOf(colour), ground) >= readable);

function rgbOf(colour: string): Rgb {
  const digits = colour.slice(1);
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16)) as unknown as Rgb;
}

const hexOf = (colour: Rgb) =>
  `#${colour.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;

const mix = (from: Rgb, to: Rgb, part: number): Rgb =>
  from.map((value, at) => value + (to[at]! - value) * part) as unknown as Rgb;
