import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { FailureNote } from '../../ui/form/FailureNote';
import { Field } from '../../ui/form/Field';
import { duration } from '../../ui/format';
import { StateTag } from '../../ui/states/StateTag';
import { providersPath } from './queries';
import type { ProviderTool, TriedTool } from './types';

/** One tool: what it wants, and a try with arguments as JSON. */
export function ToolTry({ provider, tool }: { provider: string; tool: ProviderTool }) {
  const { t } = useTranslation('tools');
  const [text, setText] = useState(() => JSON.stringify(example(tool), null, 2));
  const [wrong, setWrong] = useState(false);
  const attempt = useMutation({
    mutationFn: (sent: object) => api.post<TriedTool>(`${providersPath}/${provider}/tools/${tool.name}/try`, { arguments: sent }),
  });
  const run = () => {
    const sent = parse(text);
    setWrong(sent === undefined);
    if (sent) attempt.mutate(sent);
  };
  return (
    <details>
      <summary>
        <strong>{tool.label}</strong> {tool.method && <span className="md-mono md-quiet">{tool.method} {tool.path}</span>}
      </summary>
      {tool.description && <p className="md-soft">{tool.description}</p>}
      <Parameters tool={tool} />
      <Field label={t('try.arguments')} error={wrong ? t('try.not_json') : undefined}>
        {(control) => (
          <Input.TextArea {...control} className="md-mono" autoSize={{ minRows: 2, maxRows: 12 }} value={text} spellCheck={false} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Button size="small" loading={attempt.isPending} onClick={run} aria-label={t('try.of', { name: tool.label })}>{t('try')}</Button>
      <FailureNote error={attempt.error} />
      {attempt.data && <Tried result={attempt.data} />}
    </details>
  );
}

function Parameters({ tool: { parameters } }: { tool: ProviderTool }) {
  const { t } = useTranslation('tools');
  const all = Object.entries(parameters.properties ?? {});
  if (all.length === 0) return <p className="md-quiet">{t('parameters.none')}</p>;
  return (
    <dl className="md-tool-facts">
      {all.map(([name, { type, description }]) => [
        <dt key={name} className="md-mono">{name}{parameters.required?.includes(name) && <span aria-label={t('parameters.required')}> *</span>}</dt>,
        <dd key={`${name}.text`}><span className="md-mono md-quiet">{type ?? 'any'}</span> {description}</dd>,
      ])}
    </dl>
  );
}

function Tried({ result: { ok, text, files, detail, milliseconds } }: { result: TriedTool }) {
  const { t } = useTranslation('tools');
  return (
    <div role="status">
      <StateTag state={ok ? 'ok' : 'failed'}>{t(ok ? 'try.ok' : 'try.failed', { time: duration(milliseconds / 1000) })}</StateTag>
      <pre>{ok ? text : detail}</pre>
      {files.length > 0 && <p className="md-quiet">{t('try.files', { names: files.join(', ') })}</p>}
    </div>
  );
}

// What is needed, or has a default: a place to begin.
function example({ parameters: { properties = {}, required = [] } }: ProviderTool): object {
  const empty: Record<string, unknown> = { string: '', integer: 0, number: 0, boolean: false, array: [], object: {} };
  return Object.fromEntries(Object.entries(properties)
    .filter(([name, { default: preset }]) => required.includes(name) || preset !== undefined)
    .map(([name, { type, default: preset, enum: choices }]) => [name, preset ?? choices?.[0] ?? empty[type ?? 'string'] ?? '']));
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text || '{}');
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  } catch {
    // Said at the field.
    return undefined;
  }
}
