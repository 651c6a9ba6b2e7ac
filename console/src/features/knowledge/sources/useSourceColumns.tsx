import { useTranslation } from 'react-i18next';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import { Counts } from './Counts';
import { faces, failureText, placeText } from './sourceText';
import type { Source } from './types';
import './sources.css';

/** The columns of a base's sources. */
export function useSourceColumns(): readonly Column<Source>[] {
  const { t } = useTranslation('sources');
  return [
    {
      key: 'name', title: t('column.name'),
      render: (source) => (
        <>
          <span className="md-source-name">{source.name}</span>
          <small className="md-quiet"> {t(`kind.${source.kind}`)} · {placeText(source)}</small>
          {source.error && (
            <small className="md-source-error" title={source.error}> {failureText(source.error_code, source.error)}</small>
          )}
        </>
      ),
    },
    {
      key: 'state', title: t('column.state'), width: 130,
      render: ({ state, last_run }) => (state === 'idle' && last_run === null
        ? <StateTag state="waiting">{t('state.new')}</StateTag>
        : <StateTag state={state} as={faces[state]}>{t(`state.${state}`)}</StateTag>),
    },
    {
      key: 'counts', title: t('column.counts'), width: 330,
      render: ({ last_run }) => (last_run ? <Counts counts={last_run.counts} /> : <span className="md-quiet">{t('never')}</span>),
    },
    { key: 'last', title: t('column.last'), width: 110, numeric: true, render: ({ last_run_at }) => <Time at={last_run_at} relative /> },
    {
      key: 'next', title: t('column.next'), width: 130, numeric: true,
      render: ({ next_run_at }) => (next_run_at ? <Time at={next_run_at} /> : <span className="md-quiet">{t('schedule.none')}</span>),
    },
  ];
}
