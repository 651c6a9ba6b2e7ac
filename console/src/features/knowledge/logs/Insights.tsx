import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { Result } from '../../../ui/faces/Result';
import { count, duration, percent } from '../../../ui/format';
import { Strip } from '../../../ui/page/Strip';
import { useUrlState } from '../../../ui/table/useUrlState';
import { insightsQuery } from '../queries';
import { QuestionBars } from './QuestionBars';

const spans = ['7', '30', '90'] as const;

/** The numbers of the last days and how they spread over them. */
export function Insights({ base }: { base: string }) {
  const { t } = useTranslation('hitTesting');
  const ws = useWorkspaceId();
  const [days, setDays] = useUrlState('days', '30');
  const span = spans.find((one) => one === days) ?? '30';
  const query = useQuery(insightsQuery(ws, base, Number(span)));
  return (
    <section aria-label={t('insights')}>
      <Result query={query} compact>
        {({ numbers: { queries, hits, unanswered, p95_milliseconds: p95 }, per_day: perDay }) => (
          <>
            <Strip
              figures={[
                { label: t('figure.queries'), value: count(queries) },
                { label: t('figure.hits'), value: count(hits) },
                {
                  label: t('figure.unanswered'), value: percent(queries === 0 ? null : unanswered / queries), hint: count(unanswered),
                  tone: unanswered > 0 ? 'warn' : undefined,
                },
                { label: t('figure.p95'), value: queries === 0 ? '–' : duration(p95 / 1000) },
              ]}
            />
            <div className="md-log-days">
              <Segmented
                size="small" value={span} onChange={setDays} aria-label={t('insights.span')}
                options={spans.map((value) => ({ value, label: t('insights.days', { count: Number(value) }) }))}
              />
              <QuestionBars days={Number(span)} perDay={perDay} />
            </div>
          </>
        )}
      </Result>
    </section>
  );
}
