import type { TFunction } from 'i18next';
import { money } from '../../ui/format';
import type { UsageSum } from './types';

type Costs = Pick<UsageSum, 'costs' | 'unpriced_calls'>;

/** `¥1.20 + $0.35`; `no price` where nothing is known, and a dash where nothing is to be paid. */
export function costText({ costs, unpriced_calls }: Costs, t: TFunction<'prices'>): string {
  if (costs.length === 0) return unpriced_calls > 0 ? t('prices:none') : '–';
  return costs.map(({ amount, currency }) => money(amount, currency)).join(' + ');
}

/** Says how many calls a sum leaves out; undefined for none. */
export const unpricedText = ({ unpriced_calls }: Costs, t: TFunction<'prices'>): string | undefined =>
  (unpriced_calls > 0 ? t('prices:unpriced', { count: unpriced_calls }) : undefined);
