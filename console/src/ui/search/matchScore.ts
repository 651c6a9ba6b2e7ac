import { initials } from './pinyin';

const cache = new Map<string, string>();

/** How well what was typed fits a text: 0 not at all; a beginning before an inside, whole text before initials. */
export function matchScore(typed: string, text: string): number {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return 1;
  const lower = text.toLowerCase();
  const at = lower.indexOf(wanted);
  if (at === 0) return 100;
  if (at > 0) return 80 - Math.min(at, 30);
  const words = wanted.split(/\s+/);
  if (words.length > 1 && words.every((word) => lower.includes(word))) return 45;

  let letters = cache.get(text);
  if (letters === undefined) cache.set(text, (letters = initials(text)));
  const inLetters = letters.indexOf(wanted.replace(/\s+/g, ''));
  return inLetters < 0 ? 0 : 40 - Math.min(inLetters, 20);
}
