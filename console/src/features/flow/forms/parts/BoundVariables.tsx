import { useTranslation } from 'react-i18next';
import { freeName, list, text } from '../logic/reading';
import { VariablePicker } from '../VariablePicker';
import { NameField } from './NameField';
import { Part } from './Part';
import { Rows } from './Rows';

interface BoundVariablesProps {
  title: string;
  help?: string;
  /** `[{variable, value_selector}]` */
  value: unknown;
  onChange: (value: Record<string, unknown>[]) => void;
  addLabel: string;
  empty?: string;
  stem: string;
  /** Renders it without a title of its own. */
  isBare?: boolean;
}

/** Names inside of code, templates or results, each with the variable that it stands for. */
export function BoundVariables({ title, help, value, onChange, addLabel, empty, stem, isBare = false }: BoundVariablesProps) {
  const { t } = useTranslation('flowForms');
  const items = list(value);
  const names = items.map(({ variable }) => text(variable));
  const rows = (
    <Rows
      items={items} onChange={onChange} addLabel={addLabel} empty={empty}
      add={() => ({ variable: freeName(stem, names), value_selector: [] })} nameOf={({ variable }) => text(variable)}
      row={(item, set, at) => (
        <>
          <NameField
            value={names[at]!} label={t('name')} taken={names.filter((_, other) => other !== at)}
            onChange={(variable) => set({ ...item, variable })}
          />
          <VariablePicker
            value={item.value_selector} label={t('bound.of', { name: names[at] })}
            onChange={(value_selector) => set({ ...item, value_selector })}
          />
        </>
      )}
    />
  );
  return isBare ? rows : <Part title={title} help={help}>{rows}</Part>;
}
