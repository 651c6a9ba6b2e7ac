import { useTranslation } from 'react-i18next';
import { count, money } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { Time } from '../../../ui/Time';
import type { LogConversation } from './types';

/** What the log shows of a conversation; less while one stands open beside the list. */
export function useLogColumns(narrow: boolean): Column<LogConversation>[] {
  const { t } = useTranslation('appLogs');
  const all: Column<LogConversation>[] = [
    {
      key: 'name', title: t('column.name'),
      render: ({ name, errors }) => (
        <>{name}{errors > 0 && <> <StateTag state="failed">{t('errors', { count: errors })}</StateTag></>}</>
      ),
    },
    { key: 'person', title: t('column.user'), width: narrow ? 110 : 170, render: ({ person }) => person.name ?? <span className="md-quiet">{t('user.gone')}</span> },
    { key: 'updated_at', title: t('column.updated'), width: 130, render: ({ updated_at }) => <Time at={updated_at} /> },
    { key: 'source', title: t('column.source'), width: 100, render: ({ source }) => t(`source.${source}`, { defaultValue: source }) },
    { key: 'feedback', title: t('column.feedback'), width: 130, render: (row) => <Feedback row={row} /> },
    { key: 'messages', title: t('column.messages'), width: 80, numeric: true, render: ({ message_count }) => count(message_count) },
    { key: 'tokens', title: t('column.tokens'), width: 100, numeric: true, render: ({ tokens }) => count(tokens) },
    {
      key: 'cost', title: t('column.cost'), width: 90, numeric: true,
      render: ({ cost }) => (cost && Number(cost.amount) !== 0 ? money(cost.amount, cost.currency) : '–'),
    },
  ];
  return narrow ? all.filter(({ key }) => ['name', 'person', 'updated_at'].includes(key)) : all;
}

function Feedback({ row: { likes, dislikes, annotated } }: { row: LogConversation }) {
  const { t } = useTranslation('appLogs');
  const parts = [
    likes > 0 && <span key="like" className="md-log-like">{t('liked', { count: likes })}</span>,
    dislikes > 0 && <span key="dislike" className="md-log-dislike">{t('disliked', { count: dislikes })}</span>,
    annotated && <span key="annotated" className="md-quiet">{t('feedback.annotated')}</span>,
  ].filter(Boolean);
  return parts.length === 0 ? <span className="md-quiet">–</span> : <span className="md-log-feedback">{parts}</span>;
}
