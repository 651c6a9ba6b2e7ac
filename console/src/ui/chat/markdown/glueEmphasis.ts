const code = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;
const closing = /([，。、；：？！…—）》」』】〉”’])(\*\*)/gu;
const opening = /(\*\*)([（《「『【〈“‘])/gu;

/**
 * After punctuation CommonMark lets a mark end emphasis only before a space, and Chinese has none: a bold phrase that ends in
 * a full-width colon would show its asterisks. A word joiner between the two, which is neither, makes it what was meant.
 */
export function glueEmphasis(text: string): string {
  if (!text.includes('**')) return text;
  return text.split(code)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(closing, '$1\u2060$2').replace(opening, '$1\u2060$2')))
    .join('');
}
