import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { list, text } from '../logic/reading';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { Assignment } from './Assignment';

const modes: Record<string, string> = { 'over-write': 'over-write', append: 'append', clear: 'clear' };

/** Writes to variables, one after another. */
export function AssignerForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  return (
    <Part title={t('assign.items')} help={t('assign.help')}>
      <Rows
        items={itemsOf(data)} isOrdered addLabel={t('assign.add')} empty={t('assign.empty')}
        nameOf={(_, at) => t('assign.name', { number: at + 1 })}
        // Today's version can do all that the first could.
        onChange={(items) => onChange({
          version: '2', items, assigned_variable_selector: undefined, write_mode: undefined, input_variable_selector: undefined,
        })}
        add={() => ({ variable_selector: [], input_type: 'variable', operation: 'over-write', value: [] })}
        row={(item, set) => <Assignment value={item} onChange={set} />}
      />
    </Part>
  );
}

function itemsOf(data: NodeFormProps['data']): Record<string, unknown>[] {
  if (Array.isArray(data.items)) return list(data.items);
  return Array.isArray(data.assigned_variable_selector)
    ? [{
      variable_selector: data.assigned_variable_selector, input_type: 'variable', operation: modes[text(data.write_mode)] ?? 'over-write',
      value: data.input_variable_selector ?? [],
    }]
    : [];
}
