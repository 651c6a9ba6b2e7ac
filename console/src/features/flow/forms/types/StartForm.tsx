import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, text } from '../logic/reading';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';
import { StartVariable } from './start/StartVariable';

/** What is asked for before a run. */
export function StartForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const variables = list(data.variables);
  const names = variables.map(({ variable }) => text(variable));
  return (
    <Part title={t('start.variables')} help={t('start.help')}>
      <Rows
        items={variables} onChange={(next) => onChange({ variables: next })} isOrdered empty={t('start.empty')} addLabel={t('start.add')}
        add={() => {
          const variable = freeName('var', names);
          return { variable, label: variable, type: 'text-input', required: true, max_length: 256, options: [] };
        }}
        nameOf={({ variable }) => text(variable)}
        row={(variable, set, at) => <StartVariable value={variable} taken={names.filter((_, other) => other !== at)} onChange={set} />}
      />
    </Part>
  );
}
