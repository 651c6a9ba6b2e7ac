import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { choicesOf } from '../FormContext';
import { list, newId, text } from '../logic/reading';
import { Conditions } from '../parts/Conditions';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';

/** Cases, the first of which that holds is taken. */
export function IfElseForm({ data, variables, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const groups = choicesOf(variables, 'before');
  const cases = casesOf(data);
  // The old form of one list goes when the new one is written.
  const write = (next: Record<string, unknown>[]) => onChange({ cases: next, conditions: undefined, logical_operator: undefined });
  return (
    <Part title={t('if.cases')} help={t('if.help')}>
      <Rows
        items={cases} onChange={write} isOrdered least={1} addLabel={t('if.add')}
        nameOf={(_, at) => t(at === 0 ? 'if.first' : 'if.more', { number: at })}
        add={() => {
          const id = newId();
          return { id, case_id: id, logical_operator: 'and', conditions: [] };
        }}
        row={(one, set, at) => (
          <>
            <strong className="md-nf-case">{t(at === 0 ? 'if.first' : 'if.more', { number: at })}</strong>
            <Conditions
              value={one.conditions} operator={one.logical_operator} groups={groups} empty={t('if.empty')}
              onChange={(conditions) => set({ ...one, conditions })} onOperator={(logical_operator) => set({ ...one, logical_operator })}
            />
          </>
        )}
      />
      <p className="md-field-help"><strong>{t('if.else')}</strong> {t('if.else.help')}</p>
    </Part>
  );
}

function casesOf(data: NodeFormProps['data']): Record<string, unknown>[] {
  if (Array.isArray(data.cases)) return list(data.cases);
  return [{ id: 'true', case_id: 'true', logical_operator: text(data.logical_operator) || 'and', conditions: list(data.conditions) }];
}
