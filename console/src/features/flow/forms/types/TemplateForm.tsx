import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { text } from '../logic/reading';
import { BoundVariables } from '../parts/BoundVariables';
import { CodeField } from '../parts/CodeField';
import { Part } from '../parts/Part';

/** A Jinja template with its inputs. */
export function TemplateForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  return (
    <>
      <BoundVariables
        title={t('code.inputs')} help={t('template.inputs.help')} value={data.variables} stem="arg" addLabel={t('template.add_input')}
        onChange={(variables) => onChange({ variables })}
      />
      <Part title={t('template')} help={t('template.help')}>
        <CodeField label={t('template')} indent={2} minRows={10} value={text(data.template)} onChange={(template) => onChange({ template })} />
      </Part>
    </>
  );
}
