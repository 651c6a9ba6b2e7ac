import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataTableProps } from './DataTable';
import type { Selection } from './useSelection';

const virtualAbove = 200;

interface RowsProps<T> extends DataTableProps<T> {
  rows: readonly T[];
  chosen: Selection<T> | undefined;
  onRowClick: (row: T, event: React.MouseEvent) => void;
}

/** The body of a table; above 200 rows only those in sight are in the document. */
export function Rows<T>(props: RowsProps<T>) {
  const { rows } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const isVirtual = rows.length > virtualAbove;
  const virtual = useVirtualizer({
    enabled: isVirtual,
    count: rows.length,
    estimateSize: () => 31,
    overscan: 20,
    getScrollElement: () => body.current?.closest<HTMLElement>('.md-page-body') ?? null,
  });

  const items = virtual.getVirtualItems();
  const from = isVirtual ? items[0]?.index ?? 0 : 0;
  const to = isVirtual ? items.at(-1)?.index ?? 0 : rows.length - 1;
  const above = isVirtual ? items[0]?.start ?? 0 : 0;
  const below = isVirtual ? virtual.getTotalSize() - (items.at(-1)?.end ?? 0) : 0;

  return (
    <tbody ref={body}>
      {above > 0 && <tr aria-hidden className="md-row-space" style={{ height: above }} />}
      {rows.slice(from, to + 1).map((row, at) => <Row key={props.rowKey(row)} {...props} row={row} index={from + at} />)}
      {below > 0 && <tr aria-hidden className="md-row-space" style={{ height: below }} />}
    </tbody>
  );
}

function Row<T>(props: RowsProps<T> & { row: T; index: number }) {
  const { row, index, columns, rowKey, current, chosen, onRowClick, rowMenu, onOpen, onPeek } = props;
  const { t } = useTranslation();
  const key = rowKey(row);
  const selected = chosen?.has(key) ?? false;
  return (
    <tr
      data-row={key}
      data-index={index}
      data-current={key === current || undefined}
      data-opens={onOpen || onPeek ? true : undefined}
      aria-selected={chosen ? selected : undefined}
      tabIndex={-1}
      onClick={(event) => onRowClick(row, event)}
    >
      {chosen && (
        <td className="md-cell-check">
          <Checkbox
            aria-label={t('table.select')}
            checked={selected}
            onChange={(event) => chosen.toggle(key, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} data-numeric={column.numeric || undefined}>{column.render(row)}</td>
      ))}
      {rowMenu && <td className="md-cell-menu">{rowMenu(row)}</td>}
    </tr>
  );
}
