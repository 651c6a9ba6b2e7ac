import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { ModelSelect } from '../../../../ui/models/ModelSelect';
import { ExtensionSelect } from '../extensions/ExtensionSelect';
import { modelId, modelRef } from '../modelRef';
import { useTrouble } from '../trouble';
import type { ModerationConfig } from './moderation';

interface ModerationJudgeProps {
  type: string;
  value: ModerationConfig;
  onChange: (change: Partial<ModerationConfig>) => void;
}

const at = 'sensitive_word_avoidance.config';

/** What the chosen judge goes by. */
export function ModerationJudge({ type, value, onChange }: ModerationJudgeProps) {
  switch (type) {
    case 'keywords': return <Lines name="keywords" text={value.keywords ?? ''} onChange={(keywords) => onChange({ keywords })} />;
    case 'pattern': return (
      <Lines
        name="patterns" text={Array.isArray(value.patterns) ? value.patterns.join('\n') : value.patterns ?? ''}
        onChange={(patterns) => onChange({ patterns })}
      />
    );
    case 'api': return <Extension value={value} onChange={onChange} />;
    default: return <Model type={type} value={value} onChange={onChange} />;
  }
}

function Lines({ name, text, onChange }: { name: 'keywords' | 'patterns'; text: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('appEditor');
  const error = useTrouble(`${at}.${name}`);
  return (
    <Field label={t(`moderation.${name}`)} help={t(`moderation.${name}.help`)} error={error}>
      {(control) => (
        <Input.TextArea
          {...control} className="md-mono" value={text} autoSize={{ minRows: 3, maxRows: 12 }} spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Extension({ value, onChange }: Omit<ModerationJudgeProps, 'type'>) {
  const { t } = useTranslation('appEditor');
  const error = useTrouble(`${at}.api_based_extension_id`);
  return (
    <Field label={t('extension')} error={error}>
      {(control) => (
        <ExtensionSelect
          id={control.id} value={value.api_based_extension_id} onChange={(id) => onChange({ api_based_extension_id: id })}
        />
      )}
    </Field>
  );
}

function Model({ type, value, onChange }: ModerationJudgeProps) {
  const { t } = useTranslation('appEditor');
  const isChat = type === 'model';
  return (
    <>
      <Field label={t('moderation.model')} help={isChat ? undefined : t('moderation.model.openai')} optional>
        {(control) => (
          <ModelSelect
            id={control.id} type={isChat ? 'llm' : 'moderation'} value={modelId(value.model)}
            placeholder={t(isChat ? 'own_model' : 'moderation.model.any')} onChange={(id) => onChange({ model: modelRef(id) })}
          />
        )}
      </Field>
      {isChat && (
        <Field label={t('moderation.instruction')} help={t('moderation.instruction.help')} optional>
          {(control) => (
            <Input.TextArea
              {...control} value={value.instruction ?? ''} maxLength={10_000} autoSize={{ minRows: 2, maxRows: 8 }}
              onChange={(event) => onChange({ instruction: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
