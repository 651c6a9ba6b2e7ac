import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { RowMenu } from '../../../ui/table/RowMenu';
import type { EvaluationSummary } from './types';

/** What can be done with one run. */
export function EvaluationMenu({ evaluation, onRemove }: { evaluation: EvaluationSummary; onRemove: () => void }) {
  const { t } = useTranslation('hitTesting');
  if (!useCan('knowledge.update')) return null;
  return (
    <RowMenu
      label={t('evaluation.menu', { label: evaluation.label })}
      items={[{ key: 'remove', danger: true, label: t(evaluation.state === 'running' ? 'evaluation.stop' : 'evaluation.remove'), onClick: onRemove }]}
    />
  );
}
