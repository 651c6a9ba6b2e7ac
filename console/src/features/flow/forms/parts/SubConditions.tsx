import { useTranslation } from 'react-i18next';
import { attributeOperators } from '../logic/operators';
import { list, newId, record, text } from '../logic/reading';
import { AttributeCondition } from './AttributeCondition';
import { Rows } from './Rows';

interface SubConditionsProps {
  /** `{logical_operator, conditions: [{key, comparison_operator, value}]}` */
  value: unknown;
  onChange: (value: Record<string, unknown>) => void;
}

/** What files of a list are asked: conditions on their attributes. */
export function SubConditions({ value, onChange }: SubConditionsProps) {
  const { t } = useTranslation('flowForms');
  const own = record(value);
  const conditions = list(own.conditions);
  const joined = own.logical_operator === 'or' ? 'or' : 'and';
  return (
    <div className="md-nf-group">
      {conditions.length > 1 && (
        <button
          type="button" className="md-nf-toggle" title={t('condition.switch')}
          onClick={() => onChange({ ...own, logical_operator: joined === 'and' ? 'or' : 'and' })}
        >
          {t(`condition.${joined}`)}
        </button>
      )}
      <Rows
        items={conditions} onChange={(next) => onChange({ logical_operator: 'and', ...own, conditions: next })}
        addLabel={t('condition.add_attribute')}
        add={() => ({ id: newId(), key: 'type', comparison_operator: attributeOperators('type')[0], value: [], varType: 'string' })}
        nameOf={({ key }) => text(key)} row={(condition, set) => <AttributeCondition value={condition} onChange={set} />}
      />
    </div>
  );
}
