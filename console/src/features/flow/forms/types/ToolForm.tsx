import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { AddTool } from '../../../../ui/tools/AddTool';
import { offeredAs, toolsQuery, type OfferedTool } from '../../../../ui/tools/tools';
import type { NodeFormProps } from '../../model/graph';
import { record, text, texts } from '../logic/reading';
import { toolValue, withToolValue } from '../logic/toolValues';
import { Part } from '../parts/Part';
import { ToolValueField } from './tool/ToolValueField';

/** Which tool is called, and with what. */
export function ToolForm({ data, onChange }: NodeFormProps) {
  const { t, i18n } = useTranslation('flowForms');
  const tools = useQuery(toolsQuery(useWorkspaceId()));
  const offered = tools.data ?? [];
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const name = text(data.tool_name);
  const tool = offeredAs({ provider_id: text(data.provider_id), provider_name: text(data.provider_name), tool_name: name }, offered);
  const isGone = name !== '' && tools.isSuccess && !tool;
  const given = { ...record(data.tool_configurations), ...record(data.tool_parameters) };
  const schema = tool?.parameters.properties ?? {};
  const required = texts(tool?.parameters.required);
  // Of a tool that is not here, only what was given is known.
  const parameters = tool ? Object.entries(schema) : Object.keys(given).map((key) => [key, {}] as const);

  const choose = (next: OfferedTool) => onChange({
    provider_type: next.provider_type, provider_id: next.provider_id, provider_name: next.provider_id, tool_name: next.tool_name,
    tool_label: next.label[language],
    // What both tools call alike is kept.
    tool_parameters: Object.fromEntries(Object.entries(given).filter(([key]) => key in (next.parameters.properties ?? {}))), tool_configurations: {},
    plugin_unique_identifier: undefined, credential_id: undefined,
  });
  return (
    <>
      <Part title={t('tool')}>
        {name !== '' && (
          <p className="md-nf-tool">
            <span aria-hidden>{tool?.icon ?? (isGone ? '!' : '')}</span> <strong>{tool?.label[language] ?? (text(data.tool_label) || name)}</strong>
            <span className="md-meta"> {text(data.provider_name) || text(data.provider_id)}</span>
          </p>
        )}
        {tool && <p className="md-field-help">{tool.description[language]}</p>}
        {isGone && <p className="md-nf-warn">! {t('tool.gone')}</p>}
        {tools.isError && <p className="md-nf-warn">! {problemText(tools.error)}</p>}
        <AddTool choices={offered} language={language} label={t(name === '' ? 'tool.choose' : 'tool.change')} onChoose={choose} />
      </Part>
      {parameters.length > 0 && (
        <Part title={t('tool.parameters')}>
          {parameters.map(([key, parameter]) => (
            <ToolValueField
              key={key} name={key} parameter={parameter} isRequired={required.includes(key)} value={toolValue(given[key], parameter)}
              onChange={(value) => onChange(withToolValue(data, key, value))}
            />
          ))}
        </Part>
      )}
    </>
  );
}
