import { useTranslation } from 'react-i18next';
import { useForm } from '../../FormContext';
import { freeName, list, newId, record, text } from '../../logic/reading';
import { BoundVariables } from '../../parts/BoundVariables';
import { Part } from '../../parts/Part';
import { Rows } from '../../parts/Rows';
import { Message } from './Message';

/** What is said to the model: messages with roles, or one text for models that complete it. */
export function Prompt() {
  const { t } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const isCompletion = text(record(data.model).mode) === 'completion';
  const template = data.prompt_template;
  const messages = Array.isArray(template) ? list(template) : [{ role: 'system', ...record(template) }];
  const single = Array.isArray(template) ? list(template)[0] ?? {} : record(template);
  const config = record(data.prompt_config);
  const isJinja = (isCompletion ? [single] : messages).some(({ edition_type }) => edition_type === 'jinja2');
  const words = {
    ...(record(data.context).enabled === true && { context: t('llm.word.context') }),
    ...(isCompletion && { histories: t('llm.word.histories') }),
  };
  // A first template needs a name that it can use.
  const ready = (next: Record<string, unknown>[]) => (next.some(({ edition_type }) => edition_type === 'jinja2') && !Array.isArray(config.jinja2_variables)
    ? { prompt_config: { ...config, jinja2_variables: [{ variable: freeName('arg', []), value_selector: [] }] } }
    : {});
  return (
    <Part title={t('llm.prompt')} help={t(isCompletion ? 'llm.prompt.completion' : 'llm.prompt.help')}>
      {isCompletion
        ? <Message value={single} words={words} onChange={(next) => onChange({ prompt_template: next, ...ready([next]) })} />
        : (
          <Rows
            items={messages} isOrdered least={1} addLabel={t('llm.add_message')}
            nameOf={({ role }, at) => `${t(`llm.role.${text(role)}`, { defaultValue: text(role) })} ${at + 1}`}
            add={() => ({ id: newId(), role: messages.at(-1)?.role === 'user' ? 'assistant' : 'user', text: '' })}
            onChange={(next) => onChange({ prompt_template: next })}
            row={(message, _set, at) => (
              <Message
                value={message} words={words} hasRole
                onChange={(next) => {
                  const all = messages.with(at, { ...next, role: text(next.role) });
                  onChange({ prompt_template: all, ...ready(all) });
                }}
              />
            )}
          />
        )}
      {isJinja && (
        <BoundVariables
          isBare title="" value={config.jinja2_variables} stem="arg" addLabel={t('template.add_input')}
          onChange={(jinja2_variables) => onChange({ prompt_config: { ...config, jinja2_variables } })}
        />
      )}
    </Part>
  );
}
