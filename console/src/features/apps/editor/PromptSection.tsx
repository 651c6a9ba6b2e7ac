import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { PromptField } from './PromptField';
import { Section, type PartProps } from './Section';
import { knownNames, textVariable, variableName } from './variables/kinds';

/** What the model is told, with `{{variable}}` in it. */
export function PromptSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const text = config.pre_prompt ?? '';
  return (
    <Section
      title={t('section.pre_prompt')} fact={t('prompt.length', { count: text.length, shown: count(text.length) })}
      paths={['pre_prompt']}
    >
      <PromptField
        value={text} label={t('section.pre_prompt')} placeholder={t('prompt.placeholder', { open: '{{', close: '}}' })}
        known={knownNames(config)}
        onChange={(pre_prompt) => change({ pre_prompt })}
        onDeclare={(names) => change({
          user_input_form: [...(config.user_input_form ?? []), ...names.filter((name) => variableName.test(name)).map(textVariable)],
        })}
      />
    </Section>
  );
}
