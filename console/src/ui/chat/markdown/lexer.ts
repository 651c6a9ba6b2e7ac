import { Marked, type Token, type TokenizerAndRendererExtension } from 'marked';
import { glueEmphasis } from './glueEmphasis';

/** `[1]`, `[1, 3]`: the numbers of passages. */
export interface CitationToken {
  type: 'citation';
  raw: string;
  positions: number[];
}

const mark = /[ \t]*\[(\d{1,3}(?:\s*[,，、]\s*\d{1,3})*)\](?!\()/;
const markHere = new RegExp(`^${mark.source}`);

const citation: TokenizerAndRendererExtension = {
  name: 'citation',
  level: 'inline',
  start: (source) => {
    const at = source.search(mark);
    return at < 0 ? undefined : at;
  },
  tokenizer: (source) => {
    const found = markHere.exec(source);
    return found
      ? { type: 'citation', raw: found[0], positions: found[1]!.split(/[^\d]+/).map(Number) }
      : undefined;
  },
};

// Line breaks are kept: models write them where they mean them.
const markdown = new Marked({ gfm: true, breaks: true, extensions: [citation] });

/** The blocks of a Markdown text. Nothing is turned into HTML: the tokens become React elements. */
export function blocksOf(text: string): Token[] {
  return markdown.lexer(glueEmphasis(text));
}
