import { useInfiniteQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { DataTable } from '../../../ui/table/DataTable';
import { useUrlState } from '../../../ui/table/useUrlState';
import { BaseFrame } from '../base/BaseFrame';
import type { KnowledgeBase } from '../types';
import { Insights } from './Insights';
import { logQuery } from './queries';
import { useLogColumns } from './useLogColumns';
import './Logs.css';

/** What was asked of a base, by whom it was asked through, and how often it knew nothing. */
export function LogsPage() {
  return <BaseFrame>{(base) => <><Insights base={base.id} /><Log base={base} /></>}</BaseFrame>;
}

const origins = ['app', 'api', 'hit_testing'] as const;

function Log({ base }: { base: KnowledgeBase }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const [origin, setOrigin] = useUrlState('origin');
  const [unanswered, setUnanswered] = useUrlState('unanswered');
  const query = useInfiniteQuery(logQuery(ws, base.id, { origin, unanswered: unanswered !== '' }));
  return (
    <DataTable
      label={t('log')} query={query} columns={useLogColumns()} rowKey={({ id }) => id}
      onOpen={({ content }) => void navigate(`/w/${ws}/knowledge/${base.id}/hit-testing?q=${encodeURIComponent(content)}`)}
      onClearFilters={origin || unanswered ? () => void navigate({ search: '' }, { replace: true }) : undefined}
      toolbar={(
        <>
          <Select
            allowClear className="md-log-origin" aria-label={t('column.origin')} placeholder={t('origin.all')} value={origin || undefined}
            options={origins.map((value) => ({ value: value as string, label: t(`origin.${value}`) }))}
            onChange={(next?: string) => setOrigin(next ?? '')}
          />
          <Checkbox checked={unanswered !== ''} onChange={(event) => setUnanswered(event.target.checked ? '1' : '')}>{t('unanswered')}</Checkbox>
        </>
      )}
      empty={<Empty icon={MessageCircleQuestion} title={t('log.empty.title')} text={t('log.empty.text')} />}
    />
  );
}
