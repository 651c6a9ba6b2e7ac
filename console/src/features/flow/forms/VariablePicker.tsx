import { Variable, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VariableGroup, VariableSelector, VariableType } from '../model/graph';
import { choicesOf, typeIn, useForm } from './FormContext';
import { isSelector } from './logic/reading';
import { fits } from './logic/operators';
import { NODE_TYPES } from './nodeTypes';
import { Popup } from './parts/Popup';
import { VariableSearch } from './parts/VariableSearch';
import { useTitles } from './useTitles';

interface VariablePickerProps {
  /** A selector; anything else counts as not chosen. */
  value: unknown;
  onChange: (selector: VariableSelector) => void;
  /** Says what is chosen, for those who do not see where the button stands. */
  label: string;
  /** The types that can be chosen; all without. */
  wanted?: readonly VariableType[];
  /** What to choose from; by default what the node may read before it runs. */
  groups?: readonly VariableGroup[];
  allowClear?: boolean;
  id?: string;
  'aria-describedby'?: string;
}

/** Chooses a variable from a searchable list by node. */
export function VariablePicker({ value, onChange, label, wanted, groups, allowClear = false, ...control }: VariablePickerProps) {
  const { t } = useTranslation('flowForms');
  const { variables, lastValues } = useForm();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const choices = groups ?? choicesOf(variables, 'before');
  const close = () => {
    button?.focus({ preventScroll: true });
    setOpen(false);
  };
  return (
    <span className="md-nf-picker">
      <button
        {...control} ref={setButton} type="button" className="md-nf-pick" aria-haspopup="listbox" aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span className="md-hidden">{label}: </span>
        <VariableName groups={choices} selector={value} wanted={wanted} />
      </button>
      {allowClear && isSelector(value) && (
        <button type="button" className="md-icon-button" aria-label={t('picker.clear', { label })} onClick={() => onChange([])}><X size={14} /></button>
      )}
      {isOpen && button && (
        <Popup anchor={button} onClose={() => setOpen(false)}>
          <VariableSearch
            groups={choices} wanted={wanted} lastValues={lastValues} onClose={close}
            onPick={(selector) => {
              onChange(selector);
              close();
            }}
          />
        </Popup>
      )}
    </span>
  );
}

interface VariableNameProps {
  groups: readonly VariableGroup[];
  selector: unknown;
  wanted?: readonly VariableType[];
}

/** A variable as people read it: the node, the name, the type; marked when it is not there or does not fit. */
export function VariableName({ groups, selector, wanted }: VariableNameProps) {
  const { t } = useTranslation('flowForms');
  const titles = useTitles();
  if (!isSelector(selector)) return <span className="md-nf-unchosen"><Variable size={14} aria-hidden />{t('picker.choose')}</span>;
  const group = groups.find(({ source }) => source === selector[0]);
  const type = typeIn(groups, selector);
  const Icon = (group?.nodeType && NODE_TYPES[group.nodeType]?.icon) || Variable;
  const isWrong = type !== undefined && !fits(type, wanted);
  const fault = type === undefined ? t('picker.broken', { reference: selector.join('.') })
    : isWrong ? t('picker.wrong_type', { type, wanted: wanted!.join(', ') })
    : undefined;
  return (
    <span
      className="md-nf-variable" data-broken={fault !== undefined || undefined}
      title={fault}
    >
      <Icon size={13} aria-hidden />
      <span className="md-ellipsis">{group ? titles(group) : selector[0]}</span>
      <span aria-hidden>/</span>
      <b className="md-ellipsis">{selector.slice(1).join('.')}</b>
      {type === undefined ? <span className="md-hidden">{t('picker.broken_short')}</span> : <span className="md-nf-type">{type}</span>}
    </span>
  );
}
