import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, newId, text } from '../logic/reading';
import { Choice } from '../parts/Choice';
import { Conditions } from '../parts/Conditions';
import { NameField } from '../parts/NameField';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { TypedValue } from '../parts/TypedValue';
import { VariablePicker } from '../VariablePicker';

const types = ['string', 'number', 'boolean', 'object', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]'];
const sources = ['constant', 'variable'] as const;

/** What a loop carries from round to round, and when it ends. */
export function LoopForm({ data, variables, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const loopVariables = list(data.loop_variables);
  const names = loopVariables.map(({ label }) => text(label));
  return (
    <>
      <Part title={t('loop.variables')} help={t('loop.variables.help')}>
        <Rows
          items={loopVariables} onChange={(next) => onChange({ loop_variables: next })} addLabel={t('loop.add')} empty={t('loop.empty')}
          add={() => ({ id: newId(), label: freeName('var', names), var_type: 'string', value_type: 'constant', value: '' })}
          nameOf={({ label }) => text(label)}
          row={(one, set, at) => {
            const isVariable = one.value_type === 'variable';
            return (
              <>
                <NameField
                  value={names[at]!} label={t('name')} taken={names.filter((_, other) => other !== at)}
                  onChange={(label) => set({ ...one, label })}
                />
                <div className="md-nf-pair">
                  <Choice
                    label={t('type')} value={text(one.var_type)} options={types.map((value) => ({ value, label: value }))}
                    onChange={(var_type) => set({ ...one, var_type, value: isVariable ? [] : '' })}
                  />
                  <Choice
                    label={t('loop.from')} value={isVariable ? 'variable' : 'constant'}
                    options={sources.map((value) => ({ value, label: t(`loop.from.${value}`) }))}
                    onChange={(value_type) => set({ ...one, value_type, value: value_type === 'variable' ? [] : '' })}
                  />
                </div>
                {isVariable
                  ? <VariablePicker label={t('loop.value')} value={one.value} wanted={[text(one.var_type)]} onChange={(value) => set({ ...one, value })} />
                  : <TypedValue label={t('loop.value')} type={text(one.var_type)} value={one.value} onChange={(value) => set({ ...one, value })} />}
              </>
            );
          }}
        />
      </Part>
      <Part title={t('loop.break')} help={t('loop.break.help')}>
        <Conditions
          value={data.break_conditions} operator={data.logical_operator} groups={variables} empty={t('loop.break.empty')}
          onChange={(break_conditions) => onChange({ break_conditions })} onOperator={(logical_operator) => onChange({ logical_operator })}
        />
      </Part>
      <Part title={t('loop.count')}>
        <NumberField
          label={t('loop.count.label')} help={t('loop.count.help')} min={1} max={100} value={data.loop_count}
          onChange={(loop_count) => onChange({ loop_count })}
        />
      </Part>
    </>
  );
}
