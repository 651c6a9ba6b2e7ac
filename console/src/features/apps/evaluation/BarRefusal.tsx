import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Problem } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { percent } from '../../../ui/format';
import { demands } from './demands';
import { grade } from './grade';
import type { Evaluation, PublishBar } from './types';
import './Evaluation.css';

/** Whether publishing was refused because of the bar. */
export const isBelowBar = (error: unknown): error is Problem => error instanceof Problem && error.code === 'evaluation.below_bar';

/** Why a draft is not published, in numbers; who may gives a reason and publishes it nevertheless. */
export function BarRefusal({ app, problem }: { app: string; problem: Problem }) {
  const { t } = useTranslation('appEvaluation');
  const ws = useWorkspaceId();
  const mayOverride = useCan('apps.override');
  const { bar, run } = problem.extensions as unknown as { bar: PublishBar; run: Evaluation | null };
  return (
    <section className="md-publish-refusal" role="alert">
      <p><strong>{t('refused.title')}</strong></p>
      <p>{t('refused.demanded', { name: bar.set_name })}: {demands(bar, t)}</p>
      <p className="md-num">
        {run === null ? t('refused.never') : `${t('refused.reached')}: ${[
          t('demand.passed', { value: percent(run.figures.pass_rate) }),
          bar.similarity !== null && t('demand.similarity', { value: percent(run.figures.similarity) }),
          bar.model !== null && t('demand.model', { value: grade(run.figures.model_score) }),
        ].filter(Boolean).join(' · ')}`}
      </p>
      <p><Link to={`/w/${ws}/apps/${app}/evaluation?set=${bar.set_id}${run ? `&run=${run.id}` : ''}`}>{t('refused.link')}</Link></p>
      {mayOverride && (
        <Form.Item name="override_reason" label={t('refused.reason')} extra={t('refused.reason.text')}>
          <Input.TextArea maxLength={2000} autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      )}
    </section>
  );
}
