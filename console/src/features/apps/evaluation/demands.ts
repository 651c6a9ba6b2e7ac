import type { TFunction } from 'i18next';
import { count, percent } from '../../../ui/format';
import type { PublishBar } from './types';

/** What a bar demands, in one line. */
export function demands(bar: PublishBar, t: TFunction<'appEvaluation'>): string {
  return [
    t('demand.passed', { value: percent(bar.passed) }),
    bar.similarity !== null && t('demand.similarity', { value: percent(bar.similarity) }),
    bar.model !== null && t('demand.model', { value: count(bar.model * 4 + 1) }),
  ].filter(Boolean).join(' · ');
}
