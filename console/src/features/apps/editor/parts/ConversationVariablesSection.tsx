import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Section, type PartProps } from '../Section';
import { freeName } from '../variables/kinds';
import { ConversationVariableRow, type ConversationVariable } from './ConversationVariableRow';

/** Values that every conversation holds for itself. */
export function ConversationVariablesSection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const variables = (config.conversation_variables ?? []) as ConversationVariable[];
  const names = variables.map(({ name }) => name);
  const set = (conversation_variables: ConversationVariable[]) => change({ conversation_variables });
  const add = () => set([...variables, { name: freeName('value', names), value_type: 'string', value: '', description: '' }]);
  return (
    <Section
      title={t('held.title')} fact={variables.length || undefined} help={t('held.help', { open: '{{', close: '}}' })}
      paths={['conversation_variables']} folded
    >
      <ul className="md-variables">
        {variables.map((variable, at) => (
          <ConversationVariableRow
            key={at} value={variable} at={at} taken={names.filter((_, other) => other !== at)}
            onChange={(next) => set(variables.with(at, next))} onRemove={() => set(variables.toSpliced(at, 1))}
          />
        ))}
      </ul>
      <Button size="small" icon={<Plus size={14} />} onClick={add}>{t('held.add')}</Button>
    </Section>
  );
}
