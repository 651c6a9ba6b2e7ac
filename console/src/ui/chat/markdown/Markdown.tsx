import { memo, useMemo } from 'react';
import { Blocks } from './Block';
import { closeMarkdown } from './closeMarkdown';
import { blocksOf } from './lexer';
import './Markdown.css';

interface MarkdownProps {
  text: string;
  /** More is to come: open marks are completed, and a caret stands at the end. */
  live?: boolean;
}

/** Markdown by people and models as React elements: no HTML of theirs, no styles, no foreign images. */
export const Markdown = memo(function Markdown({ text, live = false }: MarkdownProps) {
  const blocks = useMemo(() => blocksOf(live ? closeMarkdown(text) : text), [text, live]);
  return (
    <div className="md-md" data-live={live || undefined}>
      <Blocks tokens={blocks} />
    </div>
  );
});
