import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LogText } from './LogText';

export const rowHeight = 18;

interface LogLinesProps {
  lines: readonly string[];
  /** The number of the first of them: what a line is known by while others fall out. */
  first: number;
  area: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
}

/** Lines of which only those in sight are in the document. */
export function LogLines({ lines, first, area, onScroll }: LogLinesProps) {
  const { t } = useTranslation('operations');
  const virtual = useVirtualizer({
    count: lines.length,
    estimateSize: () => rowHeight,
    overscan: 30,
    getScrollElement: () => area.current,
    getItemKey: (at) => first + at,
  });
  return (
    // Lines come by the hundred: they are there to be read, not to be spoken.
    <div ref={area} className="md-log-area" role="log" aria-live="off" aria-label={t('logs.lines')} tabIndex={0} onScroll={onScroll}>
      <div style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => (
          <div key={key} style={{ transform: `translateY(${start}px)` }}><LogText line={lines[index]!} /></div>
        ))}
      </div>
    </div>
  );
}
