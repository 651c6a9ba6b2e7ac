import type { TFunction } from 'i18next';
import { percent } from '../../../ui/format';
import type { CaseResult, Verdict } from './types';

/** What a judge says, in the reader's language where it is ours to say. */
export function verdictText(verdict: Verdict, t: TFunction<'appEvaluation'>): string {
  const { judge, rule, value, passed, score, reason } = verdict;
  if (value == null) return reason;
  if (judge === 'similarity') return t('verdict.similarity', { score: percent(score), needed: percent(Number(value)) });
  return rule ? t(`verdict.${rule}.${passed ? 'passed' : 'failed'}`, { value }) : reason;
}

/** The first thing that speaks against a result, else the first that speaks for it. */
export function reasonOf({ error, verdicts }: CaseResult, t: TFunction<'appEvaluation'>): string {
  const said = verdicts.find(({ passed }) => !passed) ?? verdicts[0];
  return error ?? (said ? verdictText(said, t) : '');
}
