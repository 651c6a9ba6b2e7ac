import { useSyncExternalStore } from 'react';

export type Language = 'zh-CN' | 'en';
export type Appearance = 'light' | 'dark' | 'system';
export type Density = 'dense' | 'comfortable';

export interface Preferences {
  language: Language;
  appearance: Appearance;
  density: Density;
  /** Whether single keys act; people who use speech input switch them off (WCAG 2.1.4). */
  shortcuts: boolean;
}

const key = 'middeck.preferences';
const darkScheme = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();
let current = read();

/** What this person chose on this device; the same keys are read by /theme.js before the first paint. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

/** The theme to draw: the choice, or the system's. */
export function useThemeName(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, themeName);
}

export const preferences = (): Preferences => current;

/** Changes, keeps and applies preferences. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
  apply();
}

/** What holds where the person has chosen nothing, such as the language of a public page. It is not kept. */
export function suggestPreferences(defaults: Partial<Preferences>): void {
  current = read(defaults);
  apply();
}

/** Writes language, theme and density on the root element, where the style sheets read them. */
export function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = themeName();
  root.dataset.density = current.density;
  root.lang = current.language;
  for (const listener of listeners) listener();
}

function themeName(): 'light' | 'dark' {
  if (current.appearance !== 'system') return current.appearance;
  return darkScheme.matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(suggested: Partial<Preferences> = {}): Preferences {
  const defaults: Preferences = {
    language: /^zh/i.test(navigator.language) ? 'zh-CN' : 'en',
    appearance: 'system',
    density: window.innerWidth >= 1280 ? 'dense' : 'comfortable',
    shortcuts: true,
    ...suggested,
  };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
  } catch {
    return defaults;
  }
}

darkScheme.addEventListener('change', apply);
window.addEventListener('storage', (event) => {
  if (event.key !== key) return;
  current = read();
  apply();
});
