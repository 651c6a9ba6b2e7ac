import { useTranslation } from 'react-i18next';
import { inputFields } from '../../../ui/chat/appConfig';
import { count } from '../../../ui/format';
import { PromptField } from './PromptField';
import { Section, type PartProps } from './Section';

/** What the model is told, with `{{variable}}` in it. */
export function PromptSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const text = config.pre_prompt ?? '';
  return (
    <Section title={t('section.pre_prompt')} fact={t('prompt.length', { count: text.length, shown: count(text.length) })}>
      <PromptField
        value={text} label={t('section.pre_prompt')} placeholder={t('prompt.placeholder', { open: '{{', close: '}}' })}
        known={inputFields(config).map(({ variable }) => variable)}
        onChange={(pre_prompt) => change({ pre_prompt })}
      />
    </Section>
  );
}
