import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from './Column';
import type { Selection } from './useSelection';

interface TableHeadProps<T> {
  columns: readonly Column<T>[];
  sort: { value: string; onChange: (value: string) => void } | undefined;
  chosen: Selection<T> | undefined;
  hasMenu: boolean;
}

/** The sticky head with sort buttons and the checkbox for all. */
export function TableHead<T>({ columns, sort, chosen, hasMenu }: TableHeadProps<T>) {
  const { t } = useTranslation();
  const all = chosen !== undefined && chosen.rows.length > 0 && chosen.rows.length === chosen.of;
  return (
    <thead>
      <tr>
        {chosen && (
          <th className="md-cell-check">
            <span className="md-hidden">{t('table.choice')}</span>
            <Checkbox
              aria-label={t('table.select_all')}
              checked={all}
              indeterminate={chosen.rows.length > 0 && !all}
              onChange={() => (all ? chosen.clear() : chosen.chooseAll())}
            />
          </th>
        )}
        {columns.map((column) => {
          const direction = sort?.value === column.key ? 'ascending' : sort?.value === `-${column.key}` ? 'descending' : undefined;
          return (
            <th
              key={column.key} scope="col" style={{ width: column.width }} data-numeric={column.numeric || undefined}
              aria-sort={direction}
            >
              {column.sort && sort ? (
                <button
                  type="button"
                  className="md-sort"
                  onClick={() => sort.onChange(direction === 'descending' ? column.key : `-${column.key}`)}
                >
                  {column.title}<span aria-hidden>{direction === 'ascending' ? '↑' : direction ? '↓' : ''}</span>
                </button>
              ) : column.title || <span className="md-hidden">{t('table.acts')}</span>}
            </th>
          );
        })}
        {hasMenu && <th className="md-cell-menu"><span className="md-hidden">{t('table.acts')}</span></th>}
      </tr>
    </thead>
  );
}
