import { memo } from 'react';
import { levelIn } from './levelIn';
import './LogText.css';

/** A line of a log; the word that says how serious it is has its colour. */
export const LogText = memo(({ line }: { line: string }) => {
  const found = levelIn(line);
  return (
    <span className="md-log-text">
      {found ? <>{line.slice(0, found.start)}<b data-level={found.level}>{line.slice(found.start, found.end)}</b>{line.slice(found.end)}</> : line}
      {'\n'}
    </span>
  );
});

LogText.displayName = 'LogText';
