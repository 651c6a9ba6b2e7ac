import { useQuery } from '@tanstack/react-query';
import { Form, Input, Segmented } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useWorkspaceId } from '../../api/queries';
import { Loading } from '../../ui/faces/Loading';
import { FormDrawer } from '../../ui/form/FormDrawer';
import { SidePanel } from '../../ui/overlays/SidePanel';
import { AuthFields } from './AuthFields';
import { bodyOf, valuesOf, type ImportValues } from './importValues';
import { providerQuery, providersPath, useToolsChanged } from './queries';
import { StdioFields } from './StdioFields';
import type { Kind, ToolProviderDetail } from './types';

interface ImportDrawerProps {
  /** Which one to change; undefined imports another. */
  id: string | undefined;
  /** With the provider that was saved; without one when nothing was. */
  onClose: (saved?: string) => void;
}

/** Imports tools from an OpenAPI document, a curl command or an MCP server, or changes such an import. */
export function ImportDrawer({ id, onClose }: ImportDrawerProps) {
  const { t } = useTranslation('tools');
  const query = useQuery({ ...providerQuery(useWorkspaceId(), id ?? ''), enabled: id !== undefined });
  const changed = useToolsChanged();
  const made = useRef<string>(undefined);
  if (id !== undefined && !query.data) {
    return <SidePanel title={t('edit')} open onClose={() => onClose()}><Loading rows={6} /></SidePanel>;
  }

  const detail = query.data;
  const save = async (values: ImportValues) => {
    const saved = detail
      ? await api.put<ToolProviderDetail>(`${providersPath}/${detail.provider.id}`, bodyOf(values, detail))
      : await api.post<ToolProviderDetail>(providersPath, bodyOf(values, undefined));
    await changed();
    made.current = saved.provider.id;
  };
  return (
    <FormDrawer<ImportValues>
      title={detail ? t('edit.title', { name: detail.provider.name }) : t('add')} open onClose={() => onClose(made.current)}
      submitLabel={t(detail ? 'common:save' : 'import')} onSubmit={save} initialValues={valuesOf(detail)}
    >
      <Fields detail={detail} />
    </FormDrawer>
  );
}

function Fields({ detail }: { detail: ToolProviderDetail | undefined }) {
  const { t } = useTranslation('tools');
  const kind: Kind = Form.useWatch('kind') ?? detail?.provider.kind ?? 'openapi';
  const kinds: Kind[] = ['openapi', 'curl', 'mcp'];
  const transport: string | undefined = Form.useWatch('transport');
  const isStarted = kind === 'mcp' && (transport ?? detail?.provider.transport) === 'stdio';
  return (
    <>
      <Form.Item name="kind" label={t('column.kind')} hidden={detail !== undefined} required>
        <Segmented block options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {kind === 'openapi' && (
        <Form.Item name="source_url" label={t('field.source_url')} extra={t('field.source_url.help')}>
          <Input className="md-mono" placeholder="https://" maxLength={2000} inputMode="url" autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      {kind !== 'mcp' && (
        <Form.Item name="source" label={t(`field.source.${kind}`)} extra={t(detail ? 'field.source.kept' : `field.source.${kind}.help`)}>
          <Input.TextArea className="md-mono" autoSize={{ minRows: 5, maxRows: 16 }} spellCheck={false} placeholder={kind === 'curl' ? "curl 'https://api.example.com/v1/items?q=tea'" : undefined} />
        </Form.Item>
      )}
      {kind === 'mcp' && (
        <Form.Item name="transport" label={t('field.transport')} extra={isStarted ? t('stdio.help') : undefined} required>
          <Segmented options={['auto', 'streamable_http', 'sse', 'stdio'].map((value) => ({ value, label: t(`transport.${value}`) }))} />
        </Form.Item>
      )}
      {isStarted ? <StdioFields /> : (
        <Form.Item
          name="server_url" label={t('column.server')} extra={t(`field.server_url.${kind === 'mcp' ? 'mcp' : 'api'}`)}
          rules={kind === 'mcp' ? [{ required: true, pattern: /^https?:\/\/\S+$/, message: t('field.server_url.wrong') }] : []}
        >
          <Input className="md-mono" placeholder={kind === 'mcp' ? 'https://example.com/mcp' : 'https://'} maxLength={2000} inputMode="url" autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name="name" label={t('column.name')} extra={detail ? undefined : t('field.name.help')}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      {!isStarted && <AuthFields kept={detail?.provider.has_secret ?? false} canSignIn={kind === 'mcp'} />}
    </>
  );
}
