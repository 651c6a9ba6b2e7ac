import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { list, text } from '../logic/reading';
import { Memory } from '../parts/Memory';
import { ModelPart } from '../parts/ModelPart';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { Vision } from '../parts/Vision';
import { TemplateEditor } from '../TemplateEditor';
import { VariablePicker } from '../VariablePicker';

/** Which classes a model chooses among. */
export function ClassifierForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const classes = list(data.classes);
  // The oldest graphs call it in the plural.
  const instruction = text(data.instruction) || text(data.instructions);
  return (
    <>
      <Part title={t('classify.query')}>
        <VariablePicker
          label={t('classify.query')} value={data.query_variable_selector} wanted={['string', 'number']}
          onChange={(query_variable_selector) => onChange({ query_variable_selector })}
        />
      </Part>
      <ModelPart value={data.model} onChange={(model) => onChange({ model })} />
      <Part title={t('classify.classes')} help={t('classify.help')}>
        <Rows
          items={classes} onChange={(next) => onChange({ classes: next })} isOrdered least={1} addLabel={t('classify.add')}
          // The id is the pin: what is taken away comes back under another one.
          add={() => ({ id: String(Date.now()), name: '' })}
          nameOf={({ name }, at) => text(name) || t('classify.class', { number: at + 1 })}
          row={(one, set, at) => (
            <TemplateEditor
              label={t('classify.class', { number: at + 1 })} value={text(one.name)} minRows={1} placeholder={t('classify.placeholder')}
              onChange={(name) => set({ ...one, name })}
            />
          )}
        />
      </Part>
      <Part title={t('instruction')}>
        <TemplateEditor
          label={t('instruction')} hideLabel value={instruction} placeholder={t('classify.instruction')}
          onChange={(next) => onChange({ instruction: next, instructions: undefined })}
        />
      </Part>
      <Memory />
      <Vision />
    </>
  );
}
