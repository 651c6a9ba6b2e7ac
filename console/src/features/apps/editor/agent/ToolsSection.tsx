import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '../../../../api/problem';
import { useWorkspaceId } from '../../../../api/queries';
import { toast } from '../../../../ui/toast/toast';
import { AddTool } from '../../../../ui/tools/AddTool';
import { offeredAs, toolsQuery } from '../../../../ui/tools/tools';
import { Section } from '../Section';
import { entryFor, type AgentMode, type AgentTool } from './agentMode';
import { ToolRow } from './ToolRow';

interface ToolsSectionProps {
  mode: AgentMode;
  set: (part: Partial<AgentMode>) => void;
}

/** The agent's tools: what each may do, whether people are asked first, and what is filled in beforehand. */
export function ToolsSection({ mode, set }: ToolsSectionProps) {
  const { t, i18n } = useTranslation('agent');
  const ws = useWorkspaceId();
  const query = useQuery(toolsQuery(ws));
  const tools = mode.tools ?? [];
  const offered = query.data ?? [];
  const language = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  const nameOf = (tool: AgentTool) => offeredAs(tool, offered)?.label[language] ?? tool.tool_label ?? tool.tool_name ?? '?';
  const put = (at: number, tool: AgentTool) => set({ tools: tools.map((one, other) => (other === at ? tool : one)) });
  const free = offered.filter((one) => !tools.some((tool) => offeredAs(tool, [one])));

  const remove = (at: number) => {
    set({ tools: tools.filter((_, other) => other !== at) });
    toast(t('tools.removed', { tool: nameOf(tools[at]!) }), { action: { label: t('common:undo'), run: () => set({ tools }) } });
  };

  return (
    <Section title={t('section.tools')} fact={tools.length || undefined}>
      <p className="md-quiet">{t('tools.knowledge')}</p>
      {query.isError && <p className="md-build-warn">! {problemText(query.error)}</p>}
      {tools.length === 0 && <p className="md-quiet">{t('tools.empty')}</p>}
      <ul className="md-tools">
        {tools.map((tool, at) => (tool.tool_name === undefined ? null : (
          <ToolRow
            key={`${tool.provider_id ?? ''}/${tool.tool_name}/${at}`} tool={tool} offered={offeredAs(tool, offered)} name={nameOf(tool)}
            known={query.isSuccess} language={language} choices={free}
            onChange={(next) => put(at, next)} onReplace={(one) => put(at, entryFor(one))} onRemove={() => remove(at)}
          />
        )))}
      </ul>
      <AddTool choices={free} language={language} label={t('tools.add')} onChoose={(one) => set({ tools: [...tools, entryFor(one)] })} />
    </Section>
  );
}
