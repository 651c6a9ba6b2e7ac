import { Checkbox, Input, Select } from 'antd';
import { ChevronDown, ChevronRight, GripVertical, Trash2 } from 'lucide-react';
import { useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormItem } from '../../../../ui/chat/appConfig';
import { useTrouble } from '../trouble';
import { ofKind, variableKinds, variableName, type VariableBody, type VariableKind } from './kinds';
import { VariableDetails } from './VariableDetails';

interface VariableRowProps {
  kind: VariableKind;
  body: VariableBody;
  /** Its place in the form. */
  at: number;
  /** The names of the other variables. */
  taken: readonly string[];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onChange: (item: FormItem) => void;
  onRemove: () => void;
  onMove: (by: 1 | -1) => void;
  onGrab: () => void;
  grip: Ref<HTMLButtonElement>;
}

/** One variable: its name in the prompt, what people read, and what they can enter. */
export function VariableRow(props: VariableRowProps) {
  const { kind, body, at, taken, isOpen, onOpen, onChange, onRemove, onMove, onGrab, grip } = props;
  const { t } = useTranslation('apps');
  const refused = useTrouble(`user_input_form[${at}]`);
  // A name in the making may be wrong for a moment; only right ones reach the draft.
  const [typed, setTyped] = useState(body.variable ?? '');
  const [saved, setSaved] = useState(body.variable);
  if (saved !== body.variable) {
    setSaved(body.variable);
    setTyped(body.variable ?? '');
  }
  const error = !variableName.test(typed) ? t('variables.bad_name') : taken.includes(typed) ? t('variables.taken') : refused;
  const set = (change: Partial<VariableBody>) => onChange({ [kind]: { ...body, ...change } });

  return (
    <>
      <button
        ref={grip} type="button" className="md-icon-button md-variable-grip" draggable
        aria-label={t('appEditor:variables.move', { name: typed })} title={t('appEditor:variables.move_help')}
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', typed);
          event.dataTransfer.effectAllowed = 'move';
          onGrab();
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
          if (!by) return;
          event.preventDefault();
          onMove(by);
        }}
      >
        <GripVertical size={14} />
      </button>
      <Input
        className="md-mono" value={typed} status={error && 'error'} aria-label={t('variables.name')} maxLength={30}
        onChange={({ target: { value } }) => {
          setTyped(value);
          if (variableName.test(value) && !taken.includes(value)) set({ variable: value });
        }}
      />
      <Input
        value={body.label ?? ''} aria-label={t('variables.label')} placeholder={t('variables.label')} maxLength={500}
        onChange={(event) => set({ label: event.target.value })}
      />
      <button type="button" className="md-icon-button" aria-label={t('variables.remove', { name: typed })} onClick={onRemove}>
        <Trash2 size={15} />
      </button>
      <div className="md-variable-second">
        <Select
          value={kind} aria-label={t('variables.type')} onChange={(next: VariableKind) => onChange(ofKind(body, next))}
          options={variableKinds.map((value) => ({ value, label: t(`appEditor:variables.kind.${value}`) }))}
        />
        <Checkbox checked={body.required ?? false} onChange={(event) => set({ required: event.target.checked })}>
          {t('variables.required')}
        </Checkbox>
        <button
          type="button" className="md-link" aria-expanded={isOpen} aria-label={t('appEditor:variables.more_of', { name: typed })}
          onClick={() => onOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown size={14} /> : <ChevronRight size={14} />}{t('appEditor:variables.more')}
        </button>
      </div>
      {kind === 'select' && (
        <Select
          className="md-variable-wide" mode="tags" open={false} suffixIcon={null} value={body.options ?? []}
          aria-label={t('variables.options')} placeholder={t('variables.options')}
          onChange={(options: string[]) => set({
            options, ...(!options.includes(String(body.default)) && { default: '' }),
          })}
        />
      )}
      {isOpen && <div className="md-variable-wide"><VariableDetails kind={kind} body={body} set={set} /></div>}
      {error && <p className="md-variable-error">{error}</p>}
    </>
  );
}
