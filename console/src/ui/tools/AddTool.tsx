import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Words } from '../chat/agent/types';
import type { OfferedTool } from './tools';
import './tools.css';

interface AddToolProps {
  choices: readonly OfferedTool[];
  language: keyof Words;
  label: string;
  onChoose: (tool: OfferedTool) => void;
}

/** Chooses one of the tools that are not there yet. */
export function AddTool({ choices, language, label, onChoose }: AddToolProps) {
  const { t } = useTranslation('agent');
  return (
    <Select<string>
      value={null as unknown as string} placeholder={label} aria-label={label} showSearch={{ optionFilterProp: 'label' }} style={{ width: '100%' }}
      disabled={choices.length === 0}
      options={choices.map((tool, at) => ({
        value: String(at), label: `${tool.icon} ${tool.label[language]}`, title: tool.description[language],
        from: t(`tools.from.${tool.provider_type}`, { defaultValue: tool.provider_type }), does: tool.description[language],
      }))}
      optionRender={({ data }) => (
        <div className="md-tool-choice"><span>{data.label}</span><small>{data.from} · {data.does}</small></div>
      )}
      onChange={(at) => onChoose(choices[Number(at)]!)}
    />
  );
}
