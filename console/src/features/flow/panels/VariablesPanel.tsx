import { Button, Input, Select } from 'antd';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/form/Field';
import { useEditor, useFlow } from '../canvas/FlowContext';
import type { DeclaredVariable } from '../model/graph';
import { readValue, shownValue } from './declaredValue';
import { PanelFrame } from './PanelFrame';

type Section = 'environment_variables' | 'conversation_variables';

const types: Record<Section, string[]> = {
  environment_variables: ['string', 'number', 'secret'],
  conversation_variables: [
    'string', 'number', 'object', 'boolean', 'array[string]', 'array[number]', 'array[object]', 'array[boolean]',
  ],
};

/** Variables that the whole graph has: of the environment, and in chats of the conversation. */
export function VariablesPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('flow');
  const { isChat } = useFlow();
  return (
    <PanelFrame title={t('variables')} label={t('variables')} onClose={onClose}>
      <Declared section="environment_variables" />
      {isChat && <Declared section="conversation_variables" />}
    </PanelFrame>
  );
}

function Declared({ section }: { section: Section }) {
  const { t } = useTranslation('flow');
  const { editor, readOnly } = useFlow();
  const variables = useEditor((state) => state.config[section]);
  const put = (next: DeclaredVariable[], key?: string) => editor.change('variables', (config) => ({ ...config, [section]: next }), key);
  const add = () => {
    let number = variables.length + 1;
    while (variables.some(({ name }) => name === `variable_${number}`)) number++;
    put([...variables, { id: crypto.randomUUID(), name: `variable_${number}`, value_type: 'string', value: '', description: '' }]);
  };
  return (
    <section className="md-declared">
      <h3>{t(`variables.${section}`)}</h3>
      <p className="md-field-help">{t(`variables.${section}.help`)}</p>
      <ul>
        {variables.map((variable, at) => (
          <Variable
            key={variable.id ?? at} section={section} variable={variable} readOnly={readOnly}
            isTaken={variables.some((other) => other !== variable && other.name === variable.name)}
            onChange={(patch) => put(variables.map((one, other) => (other === at ? { ...one, ...patch } : one)), `${section}:${at}:${Object.keys(patch).join()}`)}
            onRemove={() => put(variables.filter((_, other) => other !== at))}
          />
        ))}
      </ul>
      {!readOnly && <Button size="small" icon={<Plus size={14} />} onClick={add}>{t('variables.add')}</Button>}
    </section>
  );
}

interface VariableProps {
  section: Section;
  variable: DeclaredVariable;
  readOnly: boolean;
  isTaken: boolean;
  onChange: (patch: Partial<DeclaredVariable>) => void;
  onRemove: () => void;
}

const validName = /^[a-zA-Z_][a-zA-Z0-9_]{0,29}$/;

function Variable({ section, variable, readOnly, isTaken, onChange, onRemove }: VariableProps) {
  const { t } = useTranslation('flow');
  const { name, value_type: type, value, description = '' } = variable;
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? shownValue(type, value);
  const read = readValue(type, shown);
  const error = !validName.test(name) ? t('variables.bad_name') : isTaken ? t('variables.taken') : undefined;
  const set = (next: string) => {
    setTyped(next);
    const { value: given, isBad } = readValue(type, next);
    if (!isBad) onChange({ value: given });
  };
  const props = { value: shown, disabled: readOnly, onBlur: () => !read.isBad && setTyped(undefined) };
  return (
    <li>
      <div className="md-declared-head">
        <Input value={name} disabled={readOnly} aria-label={t('variables.name')} status={error ? 'error' : undefined} maxLength={30} onChange={(event) => onChange({ name: event.target.value })} />
        <Select
          value={type} disabled={readOnly} aria-label={t('variables.type')} popupMatchSelectWidth={false} options={types[section].map((one) => ({ value: one, label: one }))}
          onChange={(next: string) => {
            setTyped(undefined);
            onChange({ value_type: next, value: readValue(next, '').value });
          }}
        />
        {!readOnly && <button type="button" className="md-icon-button" aria-label={t('variables.remove', { name })} onClick={onRemove}><X size={14} /></button>}
      </div>
      {error && <p className="md-field-error">{error}</p>}
      <Field label={t('variables.value')} error={read.isBad ? t(`variables.bad.${type === 'number' ? 'number' : 'json'}`) : undefined}>
        {(control) => (type === 'secret' ? <Input.Password {...control} {...props} autoComplete="off" onChange={(event) => set(event.target.value)} />
          : type === 'boolean' ? (
            <Select {...control} disabled={readOnly} value={shown || 'false'} options={['true', 'false'].map((one) => ({ value: one, label: one }))} onChange={set} />
          ) : type === 'string' || type === 'number' ? <Input.TextArea {...control} {...props} autoSize={{ minRows: 1, maxRows: 6 }} onChange={(event) => set(event.target.value)} />
            : <Input.TextArea {...control} {...props} className="md-mono" autoSize={{ minRows: 2, maxRows: 10 }} onChange={(event) => set(event.target.value)} />)}
      </Field>
      <Input
        value={description} disabled={readOnly} maxLength={255} placeholder={t('variables.description')} aria-label={t('variables.description')} variant="filled"
        onChange={(event) => onChange({ description: event.target.value })}
      />
    </li>
  );
}
