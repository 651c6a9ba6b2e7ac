import { useQuery } from '@tanstack/react-query';
import { Input, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../../api/problem';
import { useWorkspaceId } from '../../../../../api/queries';
import { AddTool } from '../../../../../ui/tools/AddTool';
import { offeredAs, toolsQuery } from '../../../../../ui/tools/tools';
import { useForm } from '../../FormContext';
import { agentTool, agentValue, fixedValue, withAgentValue, withFixed } from '../../logic/agentTools';
import { list, record, text } from '../../logic/reading';
import { Part } from '../../parts/Part';
import { Rows } from '../../parts/Rows';
import { TemplateEditor } from '../../TemplateEditor';

/** The tools that an agent may choose from, and what of their parameters is fixed. */
export function AgentTools() {
  const { t, i18n } = useTranslation('flowForms');
  const { data, onChange } = useForm();
  const query = useQuery(toolsQuery(useWorkspaceId()));
  const offered = query.data ?? [];
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const tools = list(agentValue(data, 'tools'));
  const set = (next: Record<string, unknown>[]) => onChange(withAgentValue(data, 'tools', next));
  const found = (tool: Record<string, unknown>) => offeredAs(
    { provider_id: text(tool.provider_id) || undefined, provider_name: text(tool.provider_name), tool_name: text(tool.tool_name) }, offered,
  );
  const nameOf = (tool: Record<string, unknown>) => found(tool)?.label[language] ?? (text(tool.tool_label) || text(tool.tool_name));
  return (
    <Part title={t('agent.tools')} fact={tools.length || undefined}>
      {query.isError && <p className="md-nf-warn">! {problemText(query.error)}</p>}
      <Rows
        items={tools} onChange={set} nameOf={nameOf} empty={t('agent.tools.empty')}
        row={(tool, put) => (
          <>
            <div className="md-nf-line">
              <span><span aria-hidden>{found(tool)?.icon ?? (query.isSuccess ? '!' : '')}</span> <strong>{nameOf(tool)}</strong></span>
              <Switch
                size="small" checked={tool.enabled !== false} aria-label={t('agent.tool.on', { tool: nameOf(tool) })}
                onChange={(enabled) => put({ ...tool, enabled })}
              />
            </div>
            {query.isSuccess && !found(tool) && <p className="md-nf-warn">! {t('tool.gone')}</p>}
            <Input
              value={text(record(tool.extra).description)} aria-label={t('agent.tool.hint', { tool: nameOf(tool) })}
              placeholder={t('agent.tool.hint_placeholder')}
              onChange={(event) => put({ ...tool, extra: { ...record(tool.extra), description: event.target.value } })}
            />
            {Object.keys(found(tool)?.parameters.properties ?? {}).length > 0 && (
              <details className="md-nf-details">
                <summary>{t('agent.tool.parameters')}</summary>
                <p className="md-field-help">{t('agent.tool.parameters.help')}</p>
                {Object.keys(found(tool)!.parameters.properties!).map((name) => (
                  <TemplateEditor
                    key={name} label={name} isLine value={String(fixedValue(tool, name) ?? '')} placeholder={t('agent.tool.auto')}
                    onChange={(value) => put(withFixed(tool, name, value))}
                  />
                ))}
              </details>
            )}
          </>
        )}
      />
      <AddTool
        choices={offered.filter((one) => !tools.some((tool) => found(tool) === one))} language={language} label={t('agent.tools.add')}
        onChoose={(one) => set([...tools, agentTool(one, language)])}
      />
    </Part>
  );
}
