import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useForm } from '../FormContext';
import { record, text } from '../logic/reading';
import { TemplateEditor } from '../TemplateEditor';
import { NumberField } from './NumberField';
import { SwitchPart } from './SwitchPart';

const fresh = { window: { enabled: true, size: 10 }, query_prompt_template: '{{#sys.query#}}' };

/** Whether the model sees what was said before; in chats alone. */
export function Memory({ hasQuery = false }: { hasQuery?: boolean }) {
  const { t } = useTranslation('flowForms');
  const { data, isChat, onChange } = useForm();
  if (!isChat) return null;
  const memory = record(data.memory);
  const window = record(memory.window);
  const set = (part: Record<string, unknown>) => onChange({ memory: { ...memory, ...part } });
  return (
    <SwitchPart
      title={t('memory')} help={t('memory.help')} isOn={data.memory !== undefined && data.memory !== null}
      onSwitch={(isOn) => onChange({ memory: isOn ? { window: fresh.window, ...(hasQuery && { query_prompt_template: fresh.query_prompt_template }) } : undefined })}
    >
      <Checkbox checked={window.enabled === true} onChange={(event) => set({ window: { size: 10, ...window, enabled: event.target.checked } })}>
        {t('memory.window')}
      </Checkbox>
      {window.enabled === true && (
        <NumberField
          label={t('memory.size')} min={1} max={100} value={window.size ?? 10} onChange={(size) => set({ window: { ...window, size } })}
        />
      )}
      {hasQuery && (
        <TemplateEditor
          label={t('memory.query')} value={text(memory.query_prompt_template)} minRows={2} placeholder={t('memory.query_default')}
          onChange={(query_prompt_template) => set({ query_prompt_template })}
        />
      )}
    </SwitchPart>
  );
}
