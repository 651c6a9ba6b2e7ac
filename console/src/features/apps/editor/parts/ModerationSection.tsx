import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { Section, type PartProps } from '../Section';
import { SwitchLine } from '../SwitchLine';
import { useTrouble } from '../trouble';
import { ModerationJudge } from './ModerationJudge';
import { moderationTypes, type Moderation, type ModerationConfig, type ModerationSide } from './moderation';

/** What may neither be asked nor answered, and what is said instead. */
export function ModerationSection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const settings = (config.sensitive_word_avoidance ?? {}) as Moderation;
  const isOn = settings.enabled === true;
  const judge = settings.config ?? {};
  const type = settings.type ?? 'keywords';
  const set = (part: Moderation) => change({ sensitive_word_avoidance: { ...settings, ...part } });
  const setConfig = (part: Partial<ModerationConfig>) => set({ config: { ...judge, ...part } });
  const turn = (enabled: boolean) => set({
    enabled, type,
    config: enabled && !judge.inputs_config?.enabled && !judge.outputs_config?.enabled
      ? { ...judge, inputs_config: { enabled: true, preset_response: judge.inputs_config?.preset_response || t('moderation.preset.inputs') } }
      : judge,
  });

  return (
    <Section
      title={t('moderation.title')} fact={isOn ? t(`moderation.type.${type}`) : t('apps:diff.off')} help={t('moderation.help')}
      paths={['sensitive_word_avoidance']} folded
    >
      <SwitchLine checked={isOn} onChange={turn}>{t('moderation.enable')}</SwitchLine>
      {isOn && (
        <>
          <Field label={t('moderation.type')}>
            {(control) => (
              <Select
                id={control.id} value={type} onChange={(next: string) => set({ type: next, config: judge })}
                options={moderationTypes.map((value) => ({ value, label: t(`moderation.type.${value}`) }))}
              />
            )}
          </Field>
          <ModerationJudge type={type} value={judge} onChange={setConfig} />
          <Side name="inputs" type={type} value={judge.inputs_config} onChange={(inputs_config) => setConfig({ inputs_config })} />
          <Side name="outputs" type={type} value={judge.outputs_config} onChange={(outputs_config) => setConfig({ outputs_config })} />
          {type !== 'keywords' && type !== 'pattern' && (
            <Checkbox
              checked={judge.on_error === 'allow'}
              onChange={(event) => setConfig({ on_error: event.target.checked ? 'allow' : undefined })}
            >
              {t('moderation.on_error')}
            </Checkbox>
          )}
        </>
      )}
    </Section>
  );
}

interface SideProps {
  name: 'inputs' | 'outputs';
  type: string;
  value: ModerationSide | undefined;
  onChange: (value: ModerationSide) => void;
}

function Side({ name, type, value = {}, onChange }: SideProps) {
  const { t } = useTranslation('appEditor');
  const error = useTrouble(`sensitive_word_avoidance.config.${name}_config`);
  const turn = (enabled: boolean) => onChange({
    ...value, enabled, preset_response: value.preset_response || (enabled ? t(`moderation.preset.${name}`) : ''),
  });
  return (
    <div className="md-build-group">
      <SwitchLine checked={value.enabled === true} onChange={turn}>{t(`moderation.${name}`)}</SwitchLine>
      {value.enabled === true && (
        <Field label={t('moderation.preset')} error={error} optional={type === 'api'} help={type === 'api' ? t('moderation.preset.api') : undefined}>
          {(control) => (
            <Input.TextArea
              {...control} value={value.preset_response ?? ''} maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }}
              onChange={(event) => onChange({ ...value, preset_response: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
