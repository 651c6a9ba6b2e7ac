import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../api/queries';
import { extensionsQuery } from '../extensions/queries';
import { ExtensionSelect } from '../extensions/ExtensionSelect';
import { ManageExtensions } from '../extensions/ManageExtensions';
import { Section, type PartProps } from '../Section';
import { useTrouble } from '../trouble';
import { formNames, freeName, variableName } from '../variables/kinds';

interface Tool {
  enabled?: boolean;
  type?: string;
  variable?: string;
  label?: string;
  config?: { api_based_extension_id?: string; [other: string]: unknown };
  [other: string]: unknown;
}

const most = 20;

/** Variables whose values programs of the workspace give. */
export function ExternalDataSection({ config, change }: PartProps) {
  const { t } = useTranslation('appEditor');
  const tools = (config.external_data_tools ?? []) as Tool[];
  return (
    <Section
      title={t('external.title')} fact={tools.length || undefined} help={t('external.help')} paths={['external_data_tools']} folded
    >
      <Tools tools={tools} form={formNames(config)} set={(external_data_tools) => change({ external_data_tools })} />
    </Section>
  );
}

function Tools({ tools, form, set }: { tools: Tool[]; form: string[]; set: (tools: Tool[]) => void }) {
  const { t } = useTranslation('appEditor');
  const extensions = useQuery(extensionsQuery(useWorkspaceId()));
  const names = tools.flatMap(({ variable }) => variable ?? []);
  const add = () => set([...tools, {
    enabled: true, type: 'api', variable: freeName('data', [...names, ...form]),
    config: { api_based_extension_id: extensions.data?.[0]?.id ?? '' },
  }]);
  return (
    <>
      <ul className="md-variables">
        {tools.map((tool, at) => (
          <ToolRow
            key={at} tool={tool} at={at} taken={[...form, ...names.filter((_, other) => other !== at)]}
            onChange={(next) => set(tools.with(at, next))} onRemove={() => set(tools.toSpliced(at, 1))}
          />
        ))}
      </ul>
      {extensions.data?.length === 0 && <p className="md-quiet">{t('external.none')}</p>}
      <div className="md-build-acts">
        <Button
          size="small" icon={<Plus size={14} />} disabled={tools.length >= most || !extensions.data?.length} onClick={add}
        >
          {t('external.add')}
        </Button>
        <ManageExtensions size="small" />
      </div>
    </>
  );
}

interface ToolRowProps {
  tool: Tool;
  at: number;
  taken: readonly string[];
  onChange: (tool: Tool) => void;
  onRemove: () => void;
}

function ToolRow({ tool, at, taken, onChange, onRemove }: ToolRowProps) {
  const { t } = useTranslation('appEditor');
  const refused = useTrouble(`external_data_tools[${at}]`);
  const [typed, setTyped] = useState(tool.variable ?? '');
  const [saved, setSaved] = useState(tool.variable);
  if (saved !== tool.variable) {
    setSaved(tool.variable);
    setTyped(tool.variable ?? '');
  }
  const error = !variableName.test(typed) ? t('apps:variables.bad_name') : taken.includes(typed) ? t('apps:variables.taken') : refused;
  return (
    <li className="md-held">
      <Input
        className="md-mono" value={typed} status={error && 'error'} maxLength={30} aria-label={t('apps:variables.name')}
        onChange={({ target: { value } }) => {
          setTyped(value);
          if (variableName.test(value) && !taken.includes(value)) onChange({ ...tool, variable: value });
        }}
      />
      <Checkbox checked={tool.enabled !== false} onChange={(event) => onChange({ ...tool, enabled: event.target.checked })}>
        {t('external.enabled')}
      </Checkbox>
      <button type="button" className="md-icon-button" aria-label={t('apps:variables.remove', { name: typed })} onClick={onRemove}>
        <Trash2 size={15} />
      </button>
      <div className="md-held-wide">
        <ExtensionSelect
          value={tool.config?.api_based_extension_id}
          onChange={(id) => onChange({ ...tool, config: { ...tool.config, api_based_extension_id: id } })}
        />
      </div>
      {error && <p className="md-variable-error">{error}</p>}
    </li>
  );
}
