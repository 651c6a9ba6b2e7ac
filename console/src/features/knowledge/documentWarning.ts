import i18n from 'i18next';
import { count } from '../../ui/format';

/** The sentences in which the server tells what of a document could not be read or enriched; a warning is several in a row. */
const sentences: readonly [RegExp, string][] = [
  [/Page (?<page>\d+) could not be drawn within the limits of memory and time\./g, 'not_drawn'],
  [/The text of page (?<page>\d+) could not be recognised within the limits of memory and time\./g, 'not_recognised'],
  [/On page (?<page>\d+) no text was recognised\. If it holds any, scan it again at 300 dpi\./g, 'no_text'],
  [/The text of page (?<page>\d+) was recognised with little certainty \((?<share>\d+) of 100\)\. Scan it again at 300 dpi\./g, 'doubtful'],
  [/The text of picture (?<picture>\d+) was recognised with little certainty\. Scan it again at 300 dpi\./g, 'doubtful_picture'],
  [/More than (?<most>[\d,]+) pages are pictures; the text of the others was not recognised\./g, 'too_many_scans'],
  [/Text in pictures is recognised with Tesseract, which is not installed\. Install it by:/g, 'no_tesseract'],
  [/Tesseract does not know the language (?<languages>[\w, ]+) of the pictures\. Install it by:/g, 'no_language'],
  [
    /Only the first (?<first>[\d,]+) of (?<all>[\d,]+) characters can be found: a whole document as parent holds no more\./g,
    'first_only',
  ],
  [/(?<failed>\d+) of (?<all>\d+) chunks were not enriched:/g, 'not_enriched'],
  [/(?<failed>\d+) passages were left as they are:/g, 'not_paired'],
  [/the model gave no answer of the form that was asked for\./g, 'no_form'],
  [/And (?<more>\d+) more\.$/g, 'more'],
];

/** A document's warning in the console's language; what is not known of it stays in the server's words. */
export function warningText(warning: string): string {
  return sentences.reduce((text, [pattern, key]) => text.replace(pattern, (...found) => {
    const groups: unknown = found.at(-1);
    const values = typeof groups === 'object' ? Object.entries(groups as Record<string, string>).map(([name, value]) => [name, shown(value)]) : [];
    return i18n.t(`documents:warning.${key}`, Object.fromEntries(values) as Record<string, string>);
  }), warning);
}

function shown(value: string): string {
  return /^[\d,]+$/.test(value) ? count(Number(value.replaceAll(',', ''))) : value;
}
