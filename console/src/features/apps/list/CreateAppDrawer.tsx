import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { knowledgeChoicesQuery } from '../../../ui/knowledge/choices';
import { blankConfig, buildPath, datasetsOf, isGraphKind } from '../kinds';
import { appsKey } from '../queries';
import { templateQuery, templatesQuery } from '../templates/queries';
import { TemplateChoice, type Beginning } from './TemplateChoice';
import './AppsPage.css';

interface CreateAppDrawerProps {
  open: boolean;
  onClose: () => void;
  /** The template that is chosen at first. */
  template?: string;
  /** Of the templates; by default the reader's. */
  language?: string;
}

interface CreateApp {
  name: string;
  description?: string;
  icon?: string;
  knowledge?: string[];
}

/** A new app: empty, or from a template. */
export function CreateAppDrawer({ open, onClose, template, ...given }: CreateAppDrawerProps) {
  const { t, i18n } = useTranslation('apps');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const language = given.language ?? i18n.language;
  const preset = useQuery({ ...templatesQuery(language), enabled: open }).data?.find(({ id }) => id === template);
  const [chosen, setChosen] = useState<Beginning>(preset ? { template: preset } : { kind: 'chat' });
  // What a graph searches is said by its nodes.
  const isGraph = isGraphKind(chosen.kind ?? chosen.template.mode);
  const knowledge = useQuery({ ...knowledgeChoicesQuery(ws), enabled: open && !isGraph });

  const create = async ({ knowledge: bases = [], ...values }: CreateApp) => {
    const app = await api.post<App>('/api/v1/apps', { ...values, ...(await designOf(bases)) });
    await cache.invalidateQueries({ queryKey: appsKey(ws) });
    await navigate(`/w/${ws}/${buildPath(app)}`);
  };
  // A template stands as it is unless it is to search somewhere.
  const designOf = async (bases: string[]) => {
    // What an app of a graph begins with is known to the server.
    if (chosen.kind !== undefined && isGraphKind(chosen.kind)) return { mode: chosen.kind, language };
    if (!chosen.template) return { mode: chosen.kind, config: blankConfig(chosen.kind, t, bases) };
    const { id, mode } = chosen.template;
    if (isGraph || bases.length === 0) return { template: id, language };
    const { config } = await cache.fetchQuery(templateQuery(id, language));
    return { mode, config: { ...config, dataset_configs: { top_k: 4, ...config.dataset_configs, datasets: datasetsOf(bases) } } };
  };

  return (
    <FormDrawer<CreateApp>
      title={t('new')} open={open} onClose={onClose} submitLabel={t('create.submit')} onSubmit={create}
      initialValues={preset && { name: preset.name, description: preset.description, icon: preset.icon }}
    >
      {(form) => (
        <>
          <TemplateChoice
            value={chosen} language={language}
            onChange={(next) => {
              const before = chosen.template?.name;
              setChosen(next);
              // What somebody typed stays; what a template filled in goes with it.
              const name: string | undefined = form.getFieldValue('name');
              if (!name || name === before) {
                form.setFieldsValue({ name: next.template?.name, description: next.template?.description });
              }
              form.setFieldsValue({ icon: next.template?.icon });
            }}
          />
          <div className="md-create-name">
            <Form.Item name="icon" label={t('field.icon')}><Input maxLength={8} aria-label={t('field.icon')} /></Form.Item>
            <Form.Item
              name="name" label={t('field.name')}
              rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('field.name') }) }]}
            >
              <Input maxLength={100} autoFocus />
            </Form.Item>
          </div>
          <Form.Item name="description" label={t('field.description')}>
            <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 5 }} />
          </Form.Item>
          {!isGraph && (
            <Form.Item name="knowledge" label={t('field.knowledge')} extra={t('field.knowledge.help')}>
              <Select
                mode="multiple" loading={knowledge.isLoading} optionFilterProp="label"
                options={knowledge.data?.map(({ id, name }) => ({ value: id, label: name }))}
                placeholder={t('field.knowledge.choose')}
              />
            </Form.Item>
          )}
        </>
      )}
    </FormDrawer>
  );
}
