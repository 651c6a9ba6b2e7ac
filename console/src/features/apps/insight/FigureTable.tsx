import { useTranslation } from 'react-i18next';
import { count, duration, percent } from '../../../ui/format';
import { DataTable } from '../../../ui/table/DataTable';
import { costText } from './measures';
import type { InsightFigures } from './types';

interface FigureTableProps {
  label: string;
  /** What the first column names. */
  first: string;
  rows: readonly { key: string; figures: InsightFigures }[];
  nameOf?: (key: string) => string;
}

/** The numbers of days, places or models. */
export function FigureTable({ label, first, rows, nameOf = (key) => key }: FigureTableProps) {
  const { t } = useTranslation('appInsight');
  const numbers: [string, (figures: InsightFigures) => string][] = [
    ['messages', ({ messages }) => count(messages)],
    ['conversations', ({ conversations }) => count(conversations)],
    ['active_users', ({ active_users }) => count(active_users)],
    ['tokens', ({ prompt_tokens, completion_tokens }) => count(prompt_tokens + completion_tokens)],
    ['cost', ({ costs }) => costText(costs)],
    ['satisfaction', ({ satisfaction }) => percent(satisfaction)],
    ['first_token', ({ first_token_p95 }) => duration(first_token_p95)],
    ['latency', ({ latency_p95 }) => duration(latency_p95)],
    ['errors', ({ errors }) => count(errors)],
  ];
  return (
    <DataTable
      label={label} query={{ data: rows, error: null, refetch: () => undefined }} rowKey={({ key }) => key} empty={null}
      columns={[
        { key: 'key', title: first, render: ({ key }) => nameOf(key) },
        ...numbers.map(([key, text]) => ({
          key, title: t(key), width: 100, numeric: true,
          render: ({ figures }: { figures: InsightFigures }) => text(figures),
        })),
      ]}
    />
  );
}
