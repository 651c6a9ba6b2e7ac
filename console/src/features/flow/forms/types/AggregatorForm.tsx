import { useTranslation } from 'react-i18next';
import type { NodeFormProps, VariableSelector } from '../../model/graph';
import { useTypeOf } from '../FormContext';
import { freeName, isSelector, list, newId, record, text } from '../logic/reading';
import { NameField } from '../parts/NameField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { SwitchPart } from '../parts/SwitchPart';
import { VariablePicker } from '../VariablePicker';

/** The first of several variables that has a value; in groups, the first of each. */
export function AggregatorForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const settings = record(data.advanced_settings);
  const groups = list(settings.groups);
  const names = groups.map(({ group_name }) => text(group_name));
  const isGrouped = settings.group_enabled === true;
  const setGroups = (next: Record<string, unknown>[]) => onChange({ advanced_settings: { ...settings, groups: next } });
  const group = (group_name: string, part: Record<string, unknown>) => ({ groupId: newId(), group_name, ...part });
  return (
    <>
      {!isGrouped && (
        <Part title={t('merge.variables')} help={t('merge.help')}><Sources value={data} onChange={onChange} /></Part>
      )}
      <SwitchPart
        title={t('merge.groups')} help={t('merge.groups.help')} isOn={isGrouped}
        onSwitch={(group_enabled) => onChange({
          advanced_settings: {
            ...settings, group_enabled,
            groups: groups.length > 0 ? groups : [group('Group1', { output_type: data.output_type ?? 'any', variables: data.variables ?? [] })],
          },
        })}
      >
        <Rows
          items={groups} onChange={setGroups} least={1} addLabel={t('merge.add_group')} nameOf={({ group_name }) => text(group_name)}
          add={() => group(freeName('Group', names), { output_type: 'any', variables: [] })}
          row={(one, set, at) => (
            <>
              <NameField
                value={names[at]!} label={t('name')} taken={names.filter((_, other) => other !== at)}
                onChange={(group_name) => set({ ...one, group_name })}
              />
              <Sources value={one} onChange={(part) => set({ ...one, ...part })} />
            </>
          )}
        />
      </SwitchPart>
    </>
  );
}

interface SourcesProps {
  /** `{output_type, variables: [selector]}` */
  value: Record<string, unknown>;
  onChange: (part: { variables: VariableSelector[]; output_type: string }) => void;
}

function Sources({ value, onChange }: SourcesProps) {
  const { t } = useTranslation('flowForms');
  const typeOf = useTypeOf();
  const sources = Array.isArray(value.variables) ? value.variables as VariableSelector[] : [];
  // All are of the type of the first: what comes out has to be of one type.
  const type = typeOf(sources.find(isSelector));
  const write = (variables: VariableSelector[]) => onChange({ variables, output_type: typeOf(variables.find(isSelector)) ?? 'any' });
  return (
    <Rows
      items={sources} onChange={write} isOrdered addLabel={t('merge.add')} empty={t('merge.empty')} add={() => []}
      nameOf={(selector) => selector.join('.')}
      row={(selector, set, at) => (
        <VariablePicker
          label={t('merge.variable', { number: at + 1 })} value={selector} onChange={set}
          wanted={type && sources.filter(isSelector).length > (isSelector(selector) ? 1 : 0) ? [type] : undefined}
        />
      )}
    />
  );
}
