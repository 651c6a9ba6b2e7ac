import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NodeFormProps } from '../../model/graph';
import { freeName, list, record, text } from '../logic/reading';
import { starterCode } from '../logic/starterCode';
import { BoundVariables } from '../parts/BoundVariables';
import { Choice } from '../parts/Choice';
import { CodeField } from '../parts/CodeField';
import { NameField } from '../parts/NameField';
import { Part } from '../parts/Part';
import { Rows } from '../parts/Rows';

const outputTypes = ['string', 'number', 'boolean', 'object', 'array[string]', 'array[number]', 'array[boolean]', 'array[object]'];

/** Code with its inputs and the outputs that it declares. */
export function CodeForm({ data, onChange }: NodeFormProps) {
  const { t } = useTranslation('flowForms');
  const language = data.code_language === 'javascript' ? 'javascript' : 'python3';
  const inputs = list(data.variables).map(({ variable }) => text(variable));
  const outputs = Object.entries(record(data.outputs)).map(([name, output]) => ({ name, output: record(output) }));
  const names = outputs.map(({ name }) => name);
  // What somebody wrote is theirs; what nobody touched is begun anew.
  const isUntouched = text(data.code).trim() === '' || text(data.code) === starterCode(language, inputs);
  const choose = (code_language: 'python3' | 'javascript') => onChange({ code_language, ...(isUntouched && { code: starterCode(code_language, inputs) }) });
  return (
    <>
      <BoundVariables
        title={t('code.inputs')} help={t('code.inputs.help')} value={data.variables} stem="arg" addLabel={t('code.add_input')}
        onChange={(variables) => onChange({
          variables, ...(isUntouched && { code: starterCode(language, variables.map(({ variable }) => text(variable))) }),
        })}
      />
      <Part title={t('code')}>
        <Segmented
          block value={language} aria-label={t('code.language')} onChange={choose}
          options={[{ value: 'python3', label: 'Python 3' }, { value: 'javascript', label: 'JavaScript' }]}
        />
        <CodeField label={t('code')} value={text(data.code)} indent={language === 'python3' ? 4 : 2} minRows={10} onChange={(code) => onChange({ code })} />
        <p className="md-field-help">{t('code.help')}</p>
      </Part>
      <Part title={t('code.outputs')} help={t('code.outputs.help')}>
        <Rows
          items={outputs} addLabel={t('code.add_output')} least={1} nameOf={({ name }) => name}
          onChange={(next) => onChange({ outputs: Object.fromEntries(next.map(({ name, output }) => [name, output])) })}
          add={() => ({ name: freeName('result', names), output: { type: 'string', children: null } })}
          row={({ name, output }, set, at) => (
            <div className="md-nf-pair">
              <NameField
                value={name} label={t('name')} taken={names.filter((_, other) => other !== at)}
                onChange={(next) => set({ name: next, output })}
              />
              <Choice
                label={t('type')} value={text(output.type)} options={outputTypes.map((value) => ({ value, label: value }))}
                onChange={(type) => set({ name, output: { ...output, type } })}
              />
            </div>
          )}
        />
      </Part>
    </>
  );
}
