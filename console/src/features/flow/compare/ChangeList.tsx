import { useTranslation } from 'react-i18next';
import { FieldDiff } from '../../apps/draft/FieldDiff';
import { infoOf } from '../forms/nodeTypes';
import { isNote } from '../model/nodes';
import type { Comparison } from './compare';
import './compare.css';

interface ChangeListProps {
  comparison: Comparison;
  /** Shows a node on the canvas. */
  onNode?: (id: string) => void;
}

/** What differs between two graphs, node by node and setting by setting. */
export function ChangeList({ comparison: { nodes, added, removed, others }, onNode }: ChangeListProps) {
  const { t } = useTranslation(['flowCompare', 'flow', 'flowNodes']);
  return (
    <ul className="md-changes">
      {nodes.map(({ kind, node, fields }) => {
        const title = node.data.title || (isNote(node) ? t('flow:note') : t(infoOf(node.data).titleKey));
        return (
          <li key={node.id} data-kind={kind}>
            <h3>
              {onNode ? <button type="button" className="md-link" onClick={() => onNode(node.id)}>{title}</button> : title}
              {' '}<span className="md-meta">{t(`kind.${kind}`)}</span>
            </h3>
            {fields.map(({ name, before, after }) => (
              <div key={name} className="md-diff-place">
                <p className="md-meta">{name === 'parentId' ? t('container') : <span className="md-mono">{name}</span>}</p>
                <FieldDiff before={textOf(before)} after={textOf(after)} />
              </div>
            ))}
          </li>
        );
      })}
      {added.length > 0 && <li data-kind="added"><h3>{t('edges', { count: added.length })} <span className="md-meta">{t('kind.added')}</span></h3></li>}
      {removed.length > 0 && <li data-kind="removed"><h3>{t('edges', { count: removed.length })} <span className="md-meta">{t('kind.removed')}</span></h3></li>}
      {others.map(({ key, kind, name, mine, theirs }) => (
        <li key={key} data-kind={theirs === undefined ? 'added' : mine === undefined ? 'removed' : 'changed'}>
          <h3>{t(`flow:conflict.${kind}`, { name })}</h3>
          <FieldDiff before={textOf(theirs)} after={textOf(mine)} />
        </li>
      ))}
    </ul>
  );
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}
