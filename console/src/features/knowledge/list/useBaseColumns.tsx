import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { count, percent } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { BaseKind } from '../base/BaseKind';
import type { KnowledgeBase } from '../types';
import type { QueryNumbers } from './queries';

/** The columns of the list of knowledge bases; the numbers of the week come later than the rows. */
export function useBaseColumns(week: Record<string, QueryNumbers> | undefined): readonly Column<KnowledgeBase>[] {
  const { t } = useTranslation(['bases', 'knowledge']);
  const ws = useWorkspaceId();
  const counted = (base: KnowledgeBase, value: number) => (base.external_api_id === null ? count(value) : '–');
  return [
    {
      key: 'name', title: t('knowledge:column.name'),
      render: ({ id, name, description }) => <Link to={`/w/${ws}/knowledge/${id}`} title={description || undefined}>{name}</Link>,
    },
    { key: 'state', title: t('knowledge:column.state'), width: 140, render: (base) => <BaseState base={base} /> },
    {
      key: 'kind', title: t('knowledge:column.kind'), width: 200,
      render: (base) => (base.external_api_id === null ? <BaseKind base={base} /> : t('kind.external')),
    },
    {
      key: 'tags', title: t('column.tags'), width: 170,
      render: ({ tags }) => {
        const names = tags.map(({ name }) => name).join(' · ');
        return <span className="md-quiet" title={names}>{names}</span>;
      },
    },
    { key: 'documents', title: t('knowledge:column.documents'), width: 84, numeric: true, render: (base) => counted(base, base.document_count) },
    { key: 'chunks', title: t('knowledge:column.chunks'), width: 90, numeric: true, render: (base) => counted(base, base.chunk_count) },
    { key: 'apps', title: t('column.apps'), width: 84, numeric: true, render: ({ app_count }) => count(app_count) },
    { key: 'hits', title: t('column.hits_week'), width: 100, numeric: true, render: ({ id }) => <Week numbers={week?.[id]} /> },
  ];
}

function Week({ numbers }: { numbers: QueryNumbers | undefined }) {
  const { t } = useTranslation('bases');
  if (!numbers) return <span className="md-quiet">–</span>;
  const { queries, unanswered, hits } = numbers;
  return (
    <span title={t('week.hint', { queries: count(queries), share: percent(queries === 0 ? 0 : unanswered / queries) })}>{count(hits)}</span>
  );
}

function BaseState({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('knowledge');
  const { failed_count: failed, processing_count: processing, document_count: documents, external_api_id: external } = base;
  if (processing > 0) return <StateTag state="indexing">{t('state.processing', { count: processing })}</StateTag>;
  if (failed > 0) return <StateTag state="degraded">{t('state.failed', { count: failed })}</StateTag>;
  return documents > 0 || external !== null ? <StateTag state="available" /> : <StateTag state="none">{t('state.empty')}</StateTag>;
}
