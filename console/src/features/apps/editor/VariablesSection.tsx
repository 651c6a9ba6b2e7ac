import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { fieldTypes, type FormItem } from '../../../ui/chat/appConfig';
import { Section, type PartProps } from './Section';
import { VariableRow } from './VariableRow';

/** What is asked for before a conversation begins. */
export function VariablesSection({ config, change }: PartProps) {
  const { t } = useTranslation('apps');
  const form = config.user_input_form ?? [];
  const names = form.flatMap((item) => Object.values(item).flatMap((body) => body?.variable ?? []));
  const set = (user_input_form: FormItem[]) => change({ user_input_form });

  const add = () => {
    let number = form.length + 1;
    while (names.includes(`var_${number}`)) number++;
    const variable = `var_${number}`;
    set([...form, { 'text-input': { variable, label: variable, required: false, default: '' } }]);
  };

  return (
    <Section title={t('section.user_input_form')} fact={form.length || undefined}>
      {form.length === 0 && <p className="md-quiet">{t('variables.empty')}</p>}
      <ul className="md-variables">
        {form.map((item, at) => {
          const type = fieldTypes.find((one) => item[one]);
          const remove = () => set(form.filter((_, other) => other !== at));
          if (!type) return <li key={at} className="md-quiet">{t('variables.other', { type: Object.keys(item)[0] })}</li>;
          return (
            <VariableRow
              key={at} type={type} body={item[type]!} taken={names.filter((name) => name !== item[type]!.variable)}
              onChange={(next) => set(form.map((one, other) => (other === at ? next : one)))} onRemove={remove}
            />
          );
        })}
      </ul>
      <Button size="small" icon={<Plus size={14} />} onClick={add}>{t('variables.add')}</Button>
    </Section>
  );
}
