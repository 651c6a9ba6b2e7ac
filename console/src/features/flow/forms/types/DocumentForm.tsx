import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { useTypeOf } from '../FormContext';
import { Part } from '../parts/Part';
import { VariablePicker } from '../VariablePicker';

/** Which files are read. */
export function DocumentForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const typeOf = useTypeOf();
  return (
    <Part title={t('document.file')} help={t('document.help')}>
      <VariablePicker
        label={t('document.file')} value={data.variable_selector} wanted={['file', 'array[file]']}
        onChange={(variable_selector) => onChange({ variable_selector, is_array_file: typeOf(variable_selector) === 'array[file]' })}
      />
    </Part>
  );
}
