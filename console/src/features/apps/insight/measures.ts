import type { TFunction } from 'i18next';
import { bigCount, count, duration, money, percent } from '../../../ui/format';
import type { Cost } from '../logs/types';
import type { InsightFigures } from './types';

export interface Measure {
  key: string;
  /** The lower part of a bar, and the part on top of it where there are two. */
  parts: { key: string; of: (figures: InsightFigures) => number; tone?: 'err' | 'copper' | 'ok' }[];
  /** Parts stand side by side rather than on one another. */
  beside?: boolean;
  text: (value: number) => string;
}

const seconds = (value: number) => duration(value);

/** The charts of the page, each a question of its own. */
export const measures: readonly Measure[] = [
  {
    key: 'use', text: count, beside: true,
    parts: [{ key: 'messages', of: (day) => day.messages }, { key: 'active_users', of: (day) => day.active_users ?? 0, tone: 'copper' }],
  },
  {
    key: 'tokens', text: bigCount,
    parts: [{ key: 'prompt', of: (day) => day.prompt_tokens }, { key: 'completion', of: (day) => day.completion_tokens, tone: 'copper' }],
  },
  {
    key: 'latency', text: seconds, beside: true,
    parts: [{ key: 'first_token', of: (day) => day.first_token_p95 ?? 0 }, { key: 'whole', of: (day) => day.latency_p95 ?? 0, tone: 'copper' }],
  },
  {
    key: 'feedback', text: count,
    parts: [{ key: 'likes', of: (day) => day.likes, tone: 'ok' }, { key: 'dislikes', of: (day) => day.dislikes, tone: 'err' }],
  },
  { key: 'errors', text: count, parts: [{ key: 'errors', of: (day) => day.errors, tone: 'err' }] },
];

/** What was spent, one sum for each currency. */
export const costText = (costs: readonly Cost[]): string =>
  (costs.length === 0 ? '–' : costs.map(({ amount, currency }) => money(amount, currency)).join(' + '));

/** The strip above the charts. */
export function stripOf(total: InsightFigures, t: TFunction<'appInsight'>) {
  const rated = total.likes + total.dislikes;
  return [
    { label: t('messages'), value: bigCount(total.messages), hint: t('conversations_of', { value: count(total.conversations) }) },
    { label: t('active_users'), value: bigCount(total.active_users) },
    {
      label: t('tokens'), value: bigCount(total.prompt_tokens + total.completion_tokens),
      hint: t('in_out', { in: count(total.prompt_tokens), out: count(total.completion_tokens) }),
      unit: total.costs.length > 0 ? costText(total.costs) : undefined,
    },
    { label: t('satisfaction'), value: percent(total.satisfaction), hint: t('rated', { value: count(rated) }) },
    { label: t('latency'), value: duration(total.latency_p95), unit: 'p95', hint: t('median', { value: duration(total.latency_p50) }) },
    {
      label: t('errors'), value: count(total.errors), tone: total.errors > 0 ? 'err' as const : undefined,
      unit: total.messages > 0 ? percent(total.errors / total.messages) : undefined,
    },
  ];
}
