import { GripVertical, Plus, Trash2 } from 'lucide-react';
import { useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface RowsProps<T> {
  items: readonly T[];
  onChange: (items: T[]) => void;
  /** The fields of one row; `set` puts another in its place. */
  row: (item: T, set: (item: T) => void, at: number) => ReactNode;
  /** What a row is called, for its buttons. */
  nameOf: (item: T, at: number) => string;
  /** Makes a row; without it none can be added. */
  add?: () => T;
  addLabel?: string;
  /** Shown when there is no row. */
  empty?: string;
  /** The order means something and can be changed. */
  isOrdered?: boolean;
  /** So many rows stay. */
  least?: number;
  /** No more rows than these. */
  most?: number;
}

/** Rows of fields that are added and removed, and moved by dragging or with ↑ and ↓ on the grip. */
export function Rows<T>({ items, onChange, row, nameOf, add, addLabel, empty, isOrdered = false, least = 0, most = Infinity }: RowsProps<T>) {
  const { t } = useTranslation('flowForms');
  const [grabbed, setGrabbed] = useState<number>();
  const grips = useRef<(HTMLButtonElement | null)[]>([]);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return;
    onChange(items.toSpliced(from, 1).toSpliced(to, 0, items[from]!));
  };
  return (
    <>
      {items.length === 0 && empty && <p className="md-quiet">{empty}</p>}
      <ul className="md-nf-rows">
        {items.map((item, at) => (
          <li
            // Rows have no identity of their own, and the fields in them are controlled.
            key={at} data-grabbed={grabbed === at || undefined}
            onDragOver={(event) => {
              if (grabbed === undefined) return;
              event.preventDefault();
              move(grabbed, at);
              setGrabbed(at);
            }}
            onDrop={(event) => event.preventDefault()} onDragEnd={() => setGrabbed(undefined)}
          >
            {isOrdered && (
              <button
                ref={(element) => {
                  grips.current[at] = element;
                }}
                type="button" className="md-icon-button md-nf-grip" draggable title={t('row.move_help')}
                aria-label={t('row.move', { name: nameOf(item, at) })}
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', nameOf(item, at));
                  event.dataTransfer.effectAllowed = 'move';
                  setGrabbed(at);
                }}
                onKeyDown={(event) => {
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
                  if (by === 0) return;
                  event.preventDefault();
                  move(at, at + by);
                  grips.current[at + by]?.focus();
                }}
              >
                <GripVertical size={14} />
              </button>
            )}
            <div className="md-nf-row">{row(item, (next) => onChange(items.with(at, next)), at)}</div>
            {items.length > least && (
              <button
                type="button" className="md-icon-button" aria-label={t('row.remove', { name: nameOf(item, at) })}
                onClick={() => onChange(items.toSpliced(at, 1))}
              >
                <Trash2 size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {add && items.length < most && (
        <button type="button" className="md-nf-add" onClick={() => onChange([...items, add()])}><Plus size={14} />{addLabel}</button>
      )}
    </>
  );
}
