import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { useTypeOf } from '../FormContext';
import { BoundVariables } from '../parts/BoundVariables';

/** What a workflow gives back. */
export function EndForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const typeOf = useTypeOf();
  return (
    <BoundVariables
      title={t('end.outputs')} help={t('end.outputs.help')} value={data.outputs} stem="output" addLabel={t('end.add')}
      empty={t('end.empty')}
      onChange={(outputs) => onChange({
        outputs: outputs.map((one) => {
          const value_type = typeOf(one.value_selector);
          return value_type ? { ...one, value_type } : one;
        }),
      })}
    />
  );
}
