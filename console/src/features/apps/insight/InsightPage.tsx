import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { ChartNoAxesColumn } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLive } from '../../../api/live';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Result } from '../../../ui/faces/Result';
import { Strip } from '../../../ui/page/Strip';
import { useUrlState } from '../../../ui/table/useUrlState';
import { AppFrame } from '../frame/AppFrame';
import { DayChart } from './DayChart';
import { FigureTable } from './FigureTable';
import { measures, stripOf } from './measures';
import { insightKey, insightQuery } from './queries';
import { spans, type InsightReport } from './types';
import './Insight.css';

const groups = ['source', 'model'] as const;

/** What an app came to: use, satisfaction, speed, cost and errors by day. */
export function InsightPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('appInsight');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const may = useCan('apps.logs');
  const [chosen, setSpan] = useUrlState('days', '30');
  const [by, setBy] = useUrlState('by', 'source');
  const span = spans.find((one) => one === chosen) ?? '30';
  const group = groups.find((one) => one === by) ?? 'source';
  const query = useQuery({ ...insightQuery(ws, id, span, group), enabled: may });
  useLive(may ? `app:${id}` : undefined, ({ type }) => {
    if (type === 'log.changed') void cache.invalidateQueries({ queryKey: insightKey(ws, id) });
  });
  return (
    <AppFrame
      tab="insight" permission="apps.logs" refreshing={query.isRefetching}
      middle={(
        <Segmented<string>
          aria-label={t('range')} value={span} onChange={setSpan}
          options={spans.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
        />
      )}
    >
      {() => (
        <Result query={query}>
          {(report) => (report.total.messages === 0
            ? <Empty icon={ChartNoAxesColumn} title={t('empty.title')} text={t('empty.text')} />
            : <Report report={report} group={group} onGroup={setBy} />)}
        </Result>
      )}
    </AppFrame>
  );
}

function Report({ report, group, onGroup }: { report: InsightReport; group: string; onGroup: (group: string) => void }) {
  const { t } = useTranslation('appInsight');
  const [view, setView] = useUrlState('view', 'charts');
  const nameOf = (key: string) => (group === 'source' ? t(`source.${key}`, { defaultValue: key }) : key || t('no_model'));
  return (
    <>
      <Strip figures={stripOf(report.total, t)} />
      <section className="md-insight-head">
        <h2>{t('by_day', { zone: report.zone })}</h2>
        <Segmented<string>
          aria-label={t('view')} size="small" value={view} onChange={setView}
          options={['charts', 'table'].map((value) => ({ value, label: t(`view.${value}`) }))}
        />
      </section>
      {view === 'table'
        ? <FigureTable label={t('by_day', { zone: report.zone })} first={t('day')} rows={report.days.map(({ day, figures }) => ({ key: day, figures })).toReversed()} />
        : <div className="md-insight-charts">{measures.map((measure) => <DayChart key={measure.key} measure={measure} days={report.days} />)}</div>}
      <section className="md-insight-head">
        <h2>{t('compared')}</h2>
        <Segmented<string>
          aria-label={t('compared')} size="small" value={group} onChange={onGroup}
          options={groups.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      </section>
      <FigureTable label={t('compared')} first={t(`by.${group}`)} rows={report.groups} nameOf={nameOf} />
    </>
  );
}
