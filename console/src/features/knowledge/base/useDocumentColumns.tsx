import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { bytes, count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import { documentFact, failureText } from '../documentFact';
import { documentState } from '../documentState';
import { warningText } from '../documentWarning';
import { isProcessing } from '../progress';
import type { KnowledgeDocument } from '../types';

/** The columns of a base's documents; the switch is there for whoever may turn it. */
export function useDocumentColumns(
  onEnable: ((document: KnowledgeDocument, enabled: boolean) => void) | undefined,
): readonly Column<KnowledgeDocument>[] {
  const { t } = useTranslation(['documents', 'knowledge']);
  const ws = useWorkspaceId();
  return [
    {
      key: 'name', title: t('knowledge:column.name'),
      render: ({ id, name, folder, version, knowledge_base_id: base, error, error_code, warning }) => (
        <>
          <Link to={`/w/${ws}/knowledge/${base}/documents/${id}`}>{name}</Link>
          {version > 1 && <small className="md-document-place"> v{version}</small>}
          {folder && <small className="md-document-place"> {folder}</small>}
          {error
            ? <small className="md-document-error" title={[error_code, error].filter(Boolean).join('\n')}> {failureText({ error, error_code })}</small>
            : warning && <small className="md-document-warning" title={warningText(warning)}> ! {warningText(warning)}</small>}
        </>
      ),
    },
    {
      key: 'state', title: t('knowledge:column.state'), width: 130,
      render: (document) => (
        <StateTag state={documentState(document)}>
          {isProcessing(document.status) && document.status !== 'waiting' ? documentFact(document) : undefined}
        </StateTag>
      ),
    },
    {
      key: 'chunks', title: t('knowledge:column.chunks'), width: 90, numeric: true,
      render: (document) => (
        <>
          {filled(document, document.chunk_count)}
          {document.chunk_count > 0 && <span className="md-narrow-only">&nbsp;{t('knowledge:column.chunks')}</span>}
        </>
      ),
    },
    { key: 'hits', title: t('knowledge:column.hits'), width: 90, numeric: true, render: (document) => filled(document, document.hit_count) },
    { key: 'size', title: t('knowledge:column.size'), width: 100, numeric: true, render: ({ size }) => bytes(size) },
    { key: 'updated', title: t('knowledge:column.updated'), width: 130, numeric: true, render: ({ updated_at }) => <Time at={updated_at} /> },
    ...(onEnable ? [{
      key: 'enabled', title: t('knowledge:column.enabled'), width: 70,
      render: (document: KnowledgeDocument) => (
        <Switch
          size="small" checked={document.enabled} disabled={document.archived} aria-label={t('knowledge:act.enabled', { name: document.name })}
          onChange={(enabled) => onEnable(document, enabled)}
        />
      ),
    }] : []),
  ];
}

const filled = ({ status }: KnowledgeDocument, value: number) => (status === 'completed' || value > 0 ? count(value) : '–');
