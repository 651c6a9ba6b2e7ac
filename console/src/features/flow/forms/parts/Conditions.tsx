import type { VariableGroup } from '../../model/graph';
import { useTranslation } from 'react-i18next';
import { list, newId, text } from '../logic/reading';
import { Condition } from './Condition';
import { Rows } from './Rows';

interface ConditionsProps {
  value: unknown;
  onChange: (conditions: Record<string, unknown>[]) => void;
  /** `and` or `or` */
  operator: unknown;
  onOperator: (operator: 'and' | 'or') => void;
  groups: readonly VariableGroup[];
  empty?: string;
}

/** Conditions of which all hold, or one. */
export function Conditions({ value, onChange, operator, onOperator, groups, empty }: ConditionsProps) {
  const { t } = useTranslation('flowForms');
  const conditions = list(value);
  const joined = text(operator) === 'or' ? 'or' : 'and';
  return (
    <div className="md-nf-conditions">
      {conditions.length > 1 && (
        <button type="button" className="md-nf-toggle" title={t('condition.switch')} onClick={() => onOperator(joined === 'and' ? 'or' : 'and')}>
          {t(`condition.${joined}`)}
        </button>
      )}
      <Rows
        items={conditions} onChange={onChange} addLabel={t('condition.add')} empty={empty}
        add={() => ({ id: newId(), variable_selector: [], comparison_operator: '', value: '', varType: '' })}
        nameOf={(_, at) => t('condition.name', { number: at + 1 })}
        row={(condition, set) => <Condition value={condition} onChange={set} groups={groups} />}
      />
    </div>
  );
}
