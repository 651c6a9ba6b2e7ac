import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { bytes, count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import { documentState } from '../documentState';
import type { KnowledgeDocument } from '../types';

/** The columns of a base's documents; the switch is there for whoever may turn it. */
export function useDocumentColumns(
  onEnable: ((document: KnowledgeDocument, enabled: boolean) => void) | undefined,
): readonly Column<KnowledgeDocument>[] {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  return [
    {
      key: 'name', title: t('column.name'),
      render: ({ id, name, knowledge_base_id: base, error }) => (
        <>
          <Link to={`/w/${ws}/knowledge/${base}/documents/${id}`}>{name}</Link>
          {error && <small className="md-document-error" title={error}>{error}</small>}
        </>
      ),
    },
    { key: 'state', title: t('column.state'), width: 110, render: (document) => <StateTag state={documentState(document)} /> },
    { key: 'chunks', title: t('column.chunks'), width: 90, numeric: true, render: (document) => filled(document, document.chunk_count) },
    { key: 'hits', title: t('column.hits'), width: 90, numeric: true, render: (document) => filled(document, document.hit_count) },
    { key: 'size', title: t('column.size'), width: 100, numeric: true, render: ({ size }) => bytes(size) },
    { key: 'updated', title: t('column.updated'), width: 130, numeric: true, render: ({ updated_at }) => <Time at={updated_at} /> },
    ...(onEnable ? [{
      key: 'enabled', title: t('column.enabled'), width: 70,
      render: (document: KnowledgeDocument) => (
        <Switch
          size="small" checked={document.enabled} aria-label={t('act.enabled', { name: document.name })}
          onChange={(enabled) => onEnable(document, enabled)}
        />
      ),
    }] : []),
  ];
}

const filled = ({ status }: KnowledgeDocument, value: number) => (status === 'completed' || value > 0 ? count(value) : '–');
