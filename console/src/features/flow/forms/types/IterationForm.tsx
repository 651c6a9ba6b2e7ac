import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import type { NodeFormProps } from '../../model/graph';
import { choicesOf, typeIn } from '../FormContext';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { Part } from '../parts/Part';
import { SwitchPart } from '../parts/SwitchPart';
import { VariablePicker } from '../VariablePicker';

const modes = ['terminated', 'continue-on-error', 'remove-abnormal-output'] as const;
const lists = ['array[any]'];

/** Which list is gone through, and what of each item is kept. */
export function IterationForm({ data, variables, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const inside = choicesOf(variables, 'inside');
  const mode = modes.find((one) => one === data.error_handle_mode) ?? 'terminated';
  return (
    <>
      <Part title={t('iteration.items')} help={t('iteration.items.help')}>
        <VariablePicker
          label={t('iteration.items')} value={data.iterator_selector} wanted={lists}
          onChange={(iterator_selector) => onChange({ iterator_selector, iterator_input_type: typeIn(variables, iterator_selector) })}
        />
      </Part>
      <Part title={t('iteration.output')} help={t('iteration.output.help')}>
        <VariablePicker
          label={t('iteration.output')} value={data.output_selector} groups={inside}
          onChange={(output_selector) => onChange({ output_selector, output_type: outputType(typeIn(inside, output_selector)) })}
        />
        <Checkbox checked={data.flatten_output !== false} onChange={(event) => onChange({ flatten_output: event.target.checked })}>
          {t('iteration.flatten')}
        </Checkbox>
      </Part>
      <SwitchPart
        title={t('iteration.parallel')} help={t('iteration.parallel.help')} isOn={data.is_parallel === true}
        onSwitch={(is_parallel) => onChange({ is_parallel })}
      >
        <NumberField
          label={t('iteration.parallel.number')} min={1} max={10} value={data.parallel_nums ?? 10}
          onChange={(parallel_nums) => onChange({ parallel_nums })}
        />
      </SwitchPart>
      <Part title={t('iteration.errors')}>
        <Field label={t('iteration.errors.label')} help={t(`iteration.errors.${mode}.help`)}>
          {(control) => (
            <Choice
              {...control} value={mode} options={modes.map((value) => ({ value, label: t(`iteration.errors.${value}`) }))}
              onChange={(error_handle_mode) => onChange({ error_handle_mode })}
            />
          )}
        </Field>
      </Part>
    </>
  );
}

// A list of what each item gives; lists become one list.
const outputType = (type: string | undefined): string => (!type || type === 'any' ? 'array[any]' : type.startsWith('array') ? type : `array[${type}]`);
