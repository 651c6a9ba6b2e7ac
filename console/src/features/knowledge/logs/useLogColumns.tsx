import { useTranslation } from 'react-i18next';
import { count, duration } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import type { AskedQuery } from '../hits/types';

/** The columns of the questions that were asked. */
export function useLogColumns(): readonly Column<AskedQuery>[] {
  const { t } = useTranslation(['hitTesting', 'knowledge']);
  return [
    { key: 'question', title: t('column.question'), render: ({ content }) => <span title={content}>{content}</span> },
    { key: 'origin', title: t('column.origin'), width: 110, render: ({ origin }) => t(`origin.${origin}`) },
    {
      key: 'hits', title: t('column.hits'), width: 110, numeric: true,
      render: ({ hit_count: hits }) => (hits === 0 ? <StateTag state="degraded">{t('answer.none')}</StateTag> : count(hits)),
    },
    { key: 'score', title: t('column.score'), width: 90, numeric: true, render: ({ top_score: score }) => (score === null ? '–' : score.toFixed(3)) },
    {
      key: 'method', title: t('column.method'), width: 150,
      render: ({ settings: { method, top_k: top } }) => (method === null ? '–' : `${t(`knowledge:method.${method}`)}${top === null ? '' : ` · ${top}`}`),
    },
    { key: 'took', title: t('column.took'), width: 90, numeric: true, render: ({ milliseconds }) => duration(milliseconds / 1000) },
    { key: 'at', title: t('column.at'), width: 130, numeric: true, render: ({ asked_at: at }) => <Time at={at} /> },
  ];
}
