import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableGroup, VariableSelector, VariableType } from '../model/graph';
import { rowsOf, type TreeRow } from './logic/treeRows';
import { useTitles } from './useTitles';

/** What variables held in the last run, by `node.variable`, as a short text. */
export type LastValues = Readonly<Record<string, string>>;

interface TreeOptions {
  groups: readonly VariableGroup[];
  query: string;
  wanted?: readonly VariableType[];
  onPick: (selector: VariableSelector) => void;
}

/** The state of a list of variables whose keys are pressed elsewhere: in the field that filters it, or in a text. */
export function useTree({ groups, query, wanted, onPick }: TreeOptions) {
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState<string>();
  const id = useId();
  const rows = rowsOf(groups, { query, wanted, expanded });
  const active = rows.find(({ key }) => key === at) ?? rows.find(({ isFit, isHit }) => isFit && isHit) ?? rows.find(({ isFit }) => isFit) ?? rows[0];
  const move = (by: number) => setAt(rows[(rows.indexOf(active!) + by + rows.length) % rows.length]?.key);
  const unfold = (key: string, open: boolean) => {
    const next = new Set(expanded);
    if (open) next.add(key);
    else next.delete(key);
    setExpanded(next);
  };

  /** Whether the key was meant for the list. */
  const takeKey = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || !active) return false;
    switch (event.key) {
      case 'ArrowDown': move(1); break;
      case 'ArrowUp': move(-1); break;
      case 'ArrowRight': if (!active.canExpand || active.isExpanded) return false; unfold(active.key, true); break;
      case 'ArrowLeft': if (!active.isExpanded) return false; unfold(active.key, false); break;
      case 'Enter': case 'Tab':
        if (!active.isFit) {
          if (event.key === 'Tab') return false;
          unfold(active.key, active.canExpand);
        } else onPick(active.option.selector);
        break;
      default: return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { id, rows, active, wanted, onPick, unfold, takeKey };
}

interface VariableTreeProps {
  tree: ReturnType<typeof useTree>;
  lastValues: LastValues | undefined;
}

/** Variables by node, with their types and what they held last. */
export function VariableTree({ tree, lastValues }: VariableTreeProps) {
  const { t } = useTranslation('flowForms');
  const titles = useTitles();
  const { id, rows, active, wanted, onPick, unfold } = tree;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.key]);
  if (rows.length === 0) return <p className="md-nf-none" id={id}>{t('picker.none')}</p>;
  return (
    <ul ref={list} role="listbox" id={id} aria-label={t('picker')} className="md-nf-tree">
      {rows.flatMap((row) => [
        row.isFirst && <li key={`${row.group.source}/${row.group.title}`} role="presentation" className="md-nf-tree-title">{titles(row.group)}</li>,
        <TreeLine
          key={row.key} row={row} id={`${id}${row.key}`} isActive={row === active} wanted={wanted} last={lastValues?.[row.key]}
          onPick={() => (row.isFit ? onPick(row.option.selector) : unfold(row.key, !row.isExpanded))}
          onUnfold={() => unfold(row.key, !row.isExpanded)}
        />,
      ])}
    </ul>
  );
}

interface TreeLineProps {
  row: TreeRow;
  id: string;
  isActive: boolean;
  wanted: readonly VariableType[] | undefined;
  last: string | undefined;
  onPick: () => void;
  onUnfold: () => void;
}

function TreeLine({ row: { option, depth, isFit, canExpand, isExpanded }, id, isActive, wanted, last, onPick, onUnfold }: TreeLineProps) {
  const { t } = useTranslation('flowForms');
  const name = option.selector.at(-1)!;
  return (
    <li
      role="option" id={id} aria-selected={isActive} aria-disabled={!isFit || undefined} style={{ paddingInlineStart: 12 + depth * 16 }}
      title={isFit ? last : t('picker.wrong_type', { type: option.type, wanted: wanted?.join(', ') })}
      // The focus stays in what is typed into.
      onPointerDown={(event) => event.preventDefault()} onClick={onPick}
    >
      <span
        className="md-nf-tree-fold" aria-hidden
        onClick={(event) => {
          if (!canExpand) return;
          event.stopPropagation();
          onUnfold();
        }}
      >
        {canExpand && (isExpanded ? <ChevronDown size={13} /> : <ChevronRight size={13} />)}
      </span>
      <span className="md-nf-tree-name">{name}{option.label !== name && <span className="md-quiet"> {option.label}</span>}</span>
      <span className="md-nf-tree-type">{option.type}</span>
      {last !== undefined && <span className="md-nf-tree-last">{last}</span>}
    </li>
  );
}
