const code = /(```[\s\S]*?(?:```|$)|~~~[\s\S]*?(?:~~~|$)|`[^`\n]*`)/;
const closing = /([，。、；：？！…—）》」』】〉”’])(\*\*)/gu;
const opening = /(\*\*)([（《「『【〈“‘])/gu;

/**
 * CommonMark does not see emphasis in `**width:**3 m` when its colon is full-width and no space follows: after punctuation a mark may only end emphasis before a space, and
 * Chinese has none. A word joiner between the two, which is neither, makes it what the writer meant.
 */
export function glueEmphasis(text: string): string {
  if (!text.includes('**')) return text;
  return text.split(code)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(closing, '$1\u2060$2').replace(opening, '$1\u2060$2')))
    .join('');
}
