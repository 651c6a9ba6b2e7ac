import type { VariableSelector } from '../../model/graph';
import { textParts } from './references';

// Nobody types it, it takes no room, and it marks where a reference begins and ends in what is shown.
const mark = '\u2063';
// Does not let a line break behind it.
const thin = '\u202f';

/** How references are written for people: `LLM/text` for `{{#1719.text#}}`. */
export interface TemplateNames {
  /** The label of a node or prefix; labels are different from each other. */
  labels: ReadonlyMap<string, string>;
  /** References that are no selectors, with their words: `context`, `$output.note`. */
  words: ReadonlyMap<string, string>;
}

/** Labels for sources: the title, with the id when another has the same title. */
export function labelsFor(sources: readonly { source: string; title: string }[]): Map<string, string> {
  const clean = (title: string) => title.replaceAll(mark, '').trim();
  const times = new Map<string, number>();
  const ids = new Set(sources.map(({ source }) => source));
  for (const { title } of sources) times.set(clean(title), (times.get(clean(title)) ?? 0) + 1);
  return new Map(sources.map(({ source, title }) => {
    const label = clean(title);
    const isClear = label !== '' && times.get(label) === 1 && (!ids.has(label) || label === source);
    return [source, isClear ? label : `${label} (${source})`];
  }));
}

/** A part of a text as it is shown. */
export interface ShownPart {
  /** As it stands in the field. */
  text: string;
  /** Set for a reference that names a variable. */
  selector?: VariableSelector;
  /** Set for any reference. */
  isReference?: true;
}

const special = /\{\{#([a-zA-Z0-9_$.]{1,80})#\}\}/g;

/** A stored text cut into parts as they are shown. */
export function shownParts(value: string, names: TemplateNames): ShownPart[] {
  return textParts(value).flatMap(({ text, selector }): ShownPart[] => (selector
    ? [{ text: tokenOf(selector, names), selector, isReference: true }]
    : withWords(text, names)));
}

function withWords(text: string, { words }: TemplateNames): ShownPart[] {
  const parts: ShownPart[] = [];
  let at = 0;
  for (const found of text.matchAll(special)) {
    const word = words.get(found[1]!);
    if (word === undefined) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index) });
    parts.push({ text: wrap(word), isReference: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

const wrap = (inner: string) => `${mark}${thin}${inner}${thin}${mark}`;

/** A reference as it stands in the field. */
export function tokenOf(selector: readonly string[], { labels, words }: TemplateNames): string {
  const word = words.get(selector.join('.'));
  return wrap(word ?? `${labels.get(selector[0]!) ?? selector[0]}/${selector.slice(1).join('.')}`);
}

/** A stored text as it stands in the field. */
export const toShown = (value: string, names: TemplateNames): string => shownParts(value, names).map(({ text }) => text).join('');

const token = new RegExp(`${mark}${thin}([^${mark}]*)${thin}${mark}`, 'g');
const strays = new RegExp(`${mark}${thin}|${thin}${mark}|${mark}`, 'g');

/** What stands in the field as it is stored. A reference that was broken up is text. */
export function toStored(shown: string, { labels, words }: TemplateNames): string {
  return shown.replace(token, (whole, inner: string) => {
    for (const [reference, word] of words) if (word === inner) return `{{#${reference}#}}`;
    const at = inner.lastIndexOf('/');
    if (at < 0) return whole;
    const label = inner.slice(0, at);
    for (const [source, known] of labels) if (known === label) return `{{#${source}.${inner.slice(at + 1)}#}}`;
    return `{{#${label}.${inner.slice(at + 1)}#}}`;
  }).replace(strays, '');
}

/** Where references begin and end in what is shown. */
export const tokenRanges = (shown: string): { start: number; end: number }[] =>
  [...shown.matchAll(token)].map((found) => ({ start: found.index, end: found.index + found[0].length }));

/** Where the caret goes when it came inside of a reference: on in its direction, or to the nearer edge. */
export function outside(at: number, before: number, ranges: readonly { start: number; end: number }[]): number {
  const inside = ranges.find(({ start, end }) => at > start && at < end);
  if (!inside) return at;
  if (Math.abs(at - before) === 1) return at > before ? inside.end : inside.start;
  return at - inside.start < inside.end - at ? inside.start : inside.end;
}
