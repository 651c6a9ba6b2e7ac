import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { text } from '../logic/reading';
import { Part } from '../parts/Part';
import { TemplateEditor } from '../TemplateEditor';

/** What is written into the answer of a chat. */
export function AnswerForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  return (
    <Part title={t('answer')} help={t('answer.help')}>
      <TemplateEditor
        label={t('answer')} hideLabel minRows={6} value={text(data.answer)} placeholder={t('template.placeholder')}
        onChange={(answer) => onChange({ answer })}
      />
    </Part>
  );
}
