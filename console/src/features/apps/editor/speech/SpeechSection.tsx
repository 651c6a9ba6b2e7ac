import { Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../ui/form/Field';
import { Section, type PartProps } from '../Section';
import { SpeechModel } from './SpeechModel';
import { ownSpeech, withOwnSpeech } from './ownSpeech';

const languages = ['zh', 'en', 'ja', 'ko', 'de', 'fr', 'es', 'ru'] as const;
/** Those that OpenAI has, and that others who copy its API usually have too. */
const voices = ['alloy', 'ash', 'coral', 'echo', 'fable', 'nova', 'onyx', 'sage', 'shimmer'];
const any = '';

/** Whether people may speak to the app, and whether it reads its answers aloud. */
export function SpeechSection({ config, change }: Pick<PartProps, 'config' | 'change'>) {
  const { t } = useTranslation('speech');
  const hears = config.speech_to_text?.enabled ?? false;
  const speech = config.text_to_speech ?? {};
  const speaks = speech.enabled ?? false;
  const setVoice = (part: Partial<typeof speech>) => change({ text_to_speech: { ...speech, ...part } });
  return (
    <Section title={t('settings.title')} paths={['speech_to_text', 'text_to_speech', 'middeck.speech_to_text', 'middeck.text_to_speech']}>
      <label className="md-build-switch-line">
        <Switch
          size="small" checked={hears}
          onChange={(enabled) => change({ speech_to_text: { ...config.speech_to_text, enabled } })}
        />
        {t('settings.hear')}
      </label>
      {hears && (
        <>
          <SpeechModel config={config} change={change} type="speech_to_text" label={t('settings.hear_model')} example="whisper-1" />
          <Field label={t('settings.language')}>
            {({ id }) => (
              <Select
                id={id} value={ownSpeech(config, 'speech_to_text').language ?? any} style={{ width: '100%' }}
                options={[
                  { value: any, label: t('settings.language.auto') },
                  ...languages.map((value) => ({ value, label: t(`settings.language.${value}`) })),
                ]}
                onChange={(language: string) => change(withOwnSpeech(config, 'speech_to_text', { language: language || undefined }))}
              />
            )}
          </Field>
        </>
      )}
      <label className="md-build-switch-line">
        <Switch size="small" checked={speaks} onChange={(enabled) => setVoice({ enabled })} />
        {t('settings.speak')}
      </label>
      {speaks && (
        <>
          <SpeechModel config={config} change={change} type="text_to_speech" label={t('settings.speak_model')} example="tts-1" />
          <Field label={t('settings.voice')} help={t('settings.voice.help')}>
            {(control) => (
              <>
                <Input
                  {...control} list={`${control.id}voices`} value={speech.voice ?? ''} maxLength={200} placeholder="alloy"
                  onChange={(event) => setVoice({ voice: event.target.value })}
                />
                <datalist id={`${control.id}voices`}>{voices.map((voice) => <option key={voice} value={voice} />)}</datalist>
              </>
            )}
          </Field>
          <label className="md-build-switch-line">
            <Switch
              size="small" checked={speech.autoPlay === 'enabled'}
              onChange={(on) => setVoice({ autoPlay: on ? 'enabled' : 'disabled' })}
            />
            {t('settings.auto_play')}
          </label>
        </>
      )}
    </Section>
  );
}
