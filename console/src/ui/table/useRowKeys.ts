import { useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useActs, type Act } from '../acts/acts';
import type { DataTableProps } from './DataTable';
import type { Selection } from './useSelection';

/** ↑ ↓ J K move, Enter opens, Space peeks, X selects and ⇧X selects a range. */
export function useRowKeys<T>(props: DataTableProps<T>, chosen: Selection<T>) {
  const { query, rowKey, onOpen, onPeek, current, selection } = props;
  const { t } = useTranslation();
  const [table, setTable] = useState<HTMLTableElement | null>(null);
  const rows = query.data ?? [];

  const focused = () => {
    const key = (document.activeElement?.closest('tr[data-row]') as HTMLElement | null)?.dataset.row ?? current;
    return rows.findIndex((row) => rowKey(row) === key);
  };
  const move = (by: 1 | -1) => {
    const at = Math.max(0, Math.min(rows.length - 1, focused() + by));
    const row = rows[at];
    if (!row) return;
    const element = table?.querySelector<HTMLElement>(`tr[data-index="${at}"]`);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'nearest' });
    // With the panel open, walking shows each row in it.
    if (current !== undefined) onPeek?.(row);
  };
  const onFocused = (act: ((row: T) => void) | undefined) => () => {
    const row = rows[focused()];
    if (row) act?.(row);
  };

  const acts: Act[] = [
    { id: 'row.next', label: t('table.key.next'), keys: 'j', quiet: true, run: () => move(1) },
    { id: 'row.previous', label: t('table.key.previous'), keys: 'k', quiet: true, run: () => move(-1) },
  ];
  if (selection) {
    const select = (range: boolean) => onFocused((row) => chosen.toggle(rowKey(row), range));
    acts.push({ id: 'row.select', label: t('table.key.select'), keys: 'x', quiet: true, run: select(false) });
    acts.push({ id: 'row.range', label: t('table.key.range'), keys: 'shift+x', quiet: true, run: select(true) });
  }
  useActs(acts);

  // Enter and Space on a link or a button in the row are theirs.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('tr[data-row]')) return;
    const act = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: onFocused(onOpen),
      ' ': onFocused(onPeek),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  const onRowClick = (row: T, event: MouseEvent) => {
    // What a row opens, such as its menu, hangs elsewhere in the document, but React lets its clicks rise through the row.
    if (!event.currentTarget.contains(event.target as Node)) return;
    // A click on a link, a button or selected text is not a click on the row.
    if ((event.target as HTMLElement).closest('a, button, input, label, .md-cell-menu, .md-cell-check')) return;
    if (window.getSelection()?.isCollapsed === false) return;
    (onOpen ?? onPeek)?.(row);
  };

  return { setTable, onRowClick, onKeyDown };
}
