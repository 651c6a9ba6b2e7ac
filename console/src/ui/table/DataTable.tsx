import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { ErrorFace } from '../faces/ErrorFace';
import { Loading } from '../faces/Loading';
import { NoMatch } from '../faces/NoMatch';
import { Button } from 'antd';
import type { Column } from './Column';
import { Rows } from './Rows';
import { TableHead } from './TableHead';
import { useRowKeys } from './useRowKeys';
import { useSelection } from './useSelection';
import './DataTable.css';

/** What a table needs of `useInfiniteQuery(pagesQuery(…))`; a plain `useQuery` with an array fits too. */
export interface TableQuery<T> {
  data: readonly T[] | undefined;
  error: unknown;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  fetchNextPage?: () => unknown;
}

export interface DataTableProps<T> {
  /** What the rows are, for screen readers. */
  label: string;
  query: TableQuery<T>;
  /** The first column names the row; on a phone the first three make its two lines. */
  columns: readonly Column<T>[];
  rowKey: (row: T) => string;
  /** Enter and a click on the row. */
  onOpen?: (row: T) => void;
  /** Space, and a click where there is no `onOpen`: opens the peek panel, which J and K then walk through. */
  onPeek?: (row: T) => void;
  /** The row that the peek panel shows. */
  current?: string;
  empty: ReactNode;
  /** A filter is set: no rows then means no match. */
  onClearFilters?: () => void;
  /** `name` or `-name` for descending, from the address. Columns with `sort` get a button in the head. */
  sort?: { value: string; onChange: (value: string) => void };
  /** Checkboxes; given the chosen rows, says what can be done with them. It replaces the toolbar meanwhile. */
  selection?: (rows: readonly T[], clear: () => void) => ReactNode;
  toolbar?: ReactNode;
  /** Acts of one row, in its ⋯. */
  rowMenu?: (row: T) => ReactNode;
}

/** A list read by cursor: keyboard, selection, faces, and two lines per row on a phone. */
export function DataTable<T>(props: DataTableProps<T>) {
  const { query, columns, label, rowKey, selection, toolbar, empty, onClearFilters, sort, rowMenu } = props;
  const { t } = useTranslation();
  const rows = query.data;
  const chosen = useSelection(rows ?? [], rowKey);
  const { setTable, onRowClick, onKeyDown } = useRowKeys(props, chosen);
  const choosing = selection !== undefined && chosen.rows.length > 0;

  return (
    <div className="md-table-area">
      {choosing ? (
        <div className="md-toolbar" role="toolbar">
          <span>{t('table.selected', { count: chosen.rows.length })}</span>
          {selection(chosen.rows, chosen.clear)}
          <button type="button" className="md-link" onClick={chosen.clear}>{t('table.unselect')}</button>
        </div>
      ) : toolbar && <div className="md-toolbar">{toolbar}</div>}

      {rows === undefined
        ? query.error ? <ErrorFace error={query.error} onRetry={() => void query.refetch()} /> : <Loading />
        : rows.length === 0
          ? onClearFilters ? <NoMatch onClear={onClearFilters} /> : empty
          : (
            <table className="md-table" aria-label={label} ref={setTable} onKeyDown={onKeyDown}>
              <TableHead columns={columns} sort={sort} chosen={selection && chosen} hasMenu={rowMenu !== undefined} />
              <Rows {...props} rows={rows} chosen={selection && chosen} onRowClick={onRowClick} />
            </table>
          )}

      {query.hasNextPage && (
        <div className="md-table-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage?.()}>{t('table.more')}</Button>
        </div>
      )}
    </div>
  );
}
