import { Checkbox, Switch } from 'antd';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Words } from '../../../../ui/chat/agent/types';
import { AddTool } from '../../../../ui/tools/AddTool';
import type { OfferedTool } from '../../../../ui/tools/tools';
import type { AgentTool } from './agentMode';
import { ToolParameters } from './ToolParameters';

interface ToolRowProps {
  tool: AgentTool;
  /** Undefined when the tool is not there. */
  offered: OfferedTool | undefined;
  name: string;
  /** Whether it is known yet which tools there are. */
  known: boolean;
  language: keyof Words;
  choices: readonly OfferedTool[];
  onChange: (tool: AgentTool) => void;
  onReplace: (tool: OfferedTool) => void;
  onRemove: () => void;
}

/** One tool of the agent. */
export function ToolRow({ tool, offered, name, known, language, choices, onChange, onReplace, onRemove }: ToolRowProps) {
  const { t } = useTranslation('agent');
  const missing = known && !offered;
  const confirm = tool.middeck?.confirm ?? offered?.needs_confirmation ?? false;
  return (
    <li className="md-tool" data-missing={missing || undefined}>
      <div className="md-tool-head">
        <span aria-hidden>{missing ? '!' : offered?.icon}</span>
        <strong>{name}</strong>
        <span className="md-meta">
          {t(`tools.from.${tool.provider_type ?? 'builtin'}`, { defaultValue: tool.provider_type })}
          {missing && ` · ${tool.provider_id ?? tool.provider_name ?? ''}`}
        </span>
        <Switch
          size="small" checked={tool.enabled !== false} aria-label={t('tools.enabled', { tool: name })}
          onChange={(enabled) => onChange({ ...tool, enabled })}
        />
        <button type="button" className="md-icon-button" aria-label={t('tools.remove', { tool: name })} onClick={onRemove}>
          <Trash2 size={15} />
        </button>
      </div>
      {missing && (
        <>
          <p className="md-build-warn">! {t('tools.missing')}</p>
          <AddTool choices={choices} language={language} label={t('tools.replace')} onChoose={onReplace} />
        </>
      )}
      {offered && (
        <>
          <p className="md-quiet">{offered.description[language]}</p>
          <Checkbox
            checked={confirm}
            onChange={(event) => onChange({ ...tool, middeck: { ...tool.middeck, confirm: event.target.checked } })}
          >
            {t('tools.confirm')}
          </Checkbox>
          <ToolParameters
            offered={offered} values={tool.tool_parameters ?? {}}
            onChange={(tool_parameters) => onChange({ ...tool, tool_parameters })}
          />
        </>
      )}
    </li>
  );
}
