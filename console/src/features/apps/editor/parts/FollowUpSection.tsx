import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { ModelSelect } from '../../../../ui/models/ModelSelect';
import { modelId, modelRef } from '../modelRef';
import { Section, type PartProps } from '../Section';
import { SwitchLine } from '../SwitchLine';

interface FollowUp {
  enabled?: boolean;
  model?: unknown;
  prompt?: string;
}

/** Questions that are offered after an answer. */
export function FollowUpSection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const settings = (config.suggested_questions_after_answer ?? {}) as FollowUp;
  const isOn = settings.enabled === true;
  const set = (part: FollowUp) => change({ suggested_questions_after_answer: { ...settings, ...part } });
  return (
    <Section
      title={t('follow_up.title')} fact={t(isOn ? 'apps:diff.on' : 'apps:diff.off')} help={t('follow_up.help')}
      paths={['suggested_questions_after_answer']} folded
    >
      <SwitchLine checked={isOn} onChange={(enabled) => set({ enabled })}>{t('follow_up.enable')}</SwitchLine>
      {isOn && (
        <>
          <Field label={t('follow_up.model')} optional>
            {(control) => (
              <ModelSelect
                id={control.id} type="llm" value={modelId(settings.model)} placeholder={t('own_model')}
                onChange={(id) => set({ model: modelRef(id) })}
              />
            )}
          </Field>
          <Field label={t('follow_up.prompt')} help={t('follow_up.prompt.help')} optional>
            {(control) => (
              <Input.TextArea
                {...control} value={settings.prompt ?? ''} maxLength={10_000} autoSize={{ minRows: 2, maxRows: 8 }}
                placeholder={t('follow_up.prompt.placeholder')} onChange={(event) => set({ prompt: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </Section>
  );
}
