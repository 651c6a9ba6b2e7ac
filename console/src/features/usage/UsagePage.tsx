import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../api/queries';
import { Empty } from '../../ui/faces/Empty';
import { Result } from '../../ui/faces/Result';
import { bigCount, count, percent } from '../../ui/format';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { Strip } from '../../ui/page/Strip';
import { useUrlState } from '../../ui/table/useUrlState';
import { Calls } from './Calls';
import { costText, unpricedText } from './costText';
import { DayBars } from './DayBars';
import { usageQuery } from './queries';
import { SumTable } from './SumTable';
import { totals } from './totals';
import { ranges, type Range } from './types';
import './usage.css';

/** How much the models are used, by whom, and how well it goes. */
export function UsagePage() {
  const { t } = useTranslation(['usage', 'prices']);
  const [chosen, setRange] = useUrlState('range', '7d');
  const range: Range = ranges.find((one) => one === chosen) ?? '7d';
  const days = useQuery(usageQuery(useWorkspaceId(), range, 'day'));
  const all = totals(days.data ?? []);

  return (
    <Page
      head={(
        <>
          <PageHeader title={t('title')} refreshing={days.isRefetching}>
            <Segmented<string>
              aria-label={t('range')} value={range} onChange={setRange}
              options={ranges.map((value) => ({ value, label: t(`range.${value}`) }))}
            />
          </PageHeader>
          {days.data && (
            <Strip
              figures={[
                { label: t('calls'), value: bigCount(all.calls), hint: count(all.calls) },
                { label: t('input'), value: bigCount(all.input), hint: count(all.input) },
                { label: t('output'), value: bigCount(all.output), hint: count(all.output) },
                { label: t('prices:cost'), value: costText(all, t), hint: unpricedText(all, t) },
                {
                  label: t('errors'), value: count(all.errors), tone: all.errors > 0 ? 'err' : undefined,
                  unit: all.calls > 0 ? percent(all.errors / all.calls) : undefined,
                },
              ]}
            />
          )}
        </>
      )}
    >
      <Result query={days}>
        {(rows) => (rows.length === 0
          ? <Empty title={t('empty.title')} text={t('empty.text')} />
          : (
            <>
              <section className="md-section"><h2>{t('per_day')}</h2><DayBars rows={rows} /></section>
              {all.unpriced_calls > 0 && <p className="md-section md-soft">{unpricedText(all, t)}. {t('prices:unpriced.help')}</p>}
              <SumTable range={range} />
            </>
          ))}
      </Result>
      <Calls />
    </Page>
  );
}
