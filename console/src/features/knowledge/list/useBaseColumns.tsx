import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { count } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import { BaseKind } from '../base/BaseKind';
import type { KnowledgeBase } from '../types';

/** The columns of the list of knowledge bases. */
export function useBaseColumns(): readonly Column<KnowledgeBase>[] {
  const { t } = useTranslation('knowledge');
  const ws = useWorkspaceId();
  return [
    { key: 'name', title: t('column.name'), render: ({ id, name }) => <Link to={`/w/${ws}/knowledge/${id}`}>{name}</Link> },
    { key: 'state', title: t('column.state'), width: 170, render: (base) => <BaseState base={base} /> },
    { key: 'kind', title: t('column.kind'), width: 190, render: (base) => <BaseKind base={base} /> },
    { key: 'documents', title: t('column.documents'), width: 90, numeric: true, render: (base) => count(base.document_count) },
    { key: 'chunks', title: t('column.chunks'), width: 100, numeric: true, render: (base) => count(base.chunk_count) },
    { key: 'updated', title: t('column.updated'), width: 130, numeric: true, render: (base) => <Time at={base.updated_at} /> },
  ];
}

function BaseState({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  const { failed_count: failed, processing_count: processing, document_count: documents } = base;
  if (processing > 0) return <StateTag state="indexing">{t('state.processing', { count: processing })}</StateTag>;
  if (failed > 0) return <StateTag state="degraded">{t('state.failed', { count: failed })}</StateTag>;
  return documents > 0 ? <StateTag state="available" /> : <StateTag state="none">{t('state.empty')}</StateTag>;
}
