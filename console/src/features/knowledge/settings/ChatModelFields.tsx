import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form/Field';
import { ModelSelect } from '../../../ui/models/ModelSelect';

interface ChatModelFieldsProps {
  model: string | null;
  timeout_seconds: number;
  onChange: (part: { model: string | null } | { timeout_seconds: number }) => void;
}

/** The chat model that helps a search, and how long it may take before the search goes on without it. */
export function ChatModelFields({ model, timeout_seconds: timeout, onChange }: ChatModelFieldsProps) {
  const { t } = useTranslation(['bases', 'knowledge']);
  return (
    <div className="md-field-pair">
      <Field label={t('field.chat_model')}>
        {({ id }) => (
          <ModelSelect
            id={id} type="llm" value={model} placeholder={t('knowledge:model.default')}
            onChange={(next) => onChange({ model: next })}
          />
        )}
      </Field>
      <Field label={t('field.timeout')}>
        {(control) => (
          <InputNumber
            {...control} className="md-field-number" min={1} max={60} precision={0} value={timeout} suffix={t('unit.seconds')}
            onChange={(seconds) => seconds !== null && onChange({ timeout_seconds: seconds })}
          />
        )}
      </Field>
    </div>
  );
}
