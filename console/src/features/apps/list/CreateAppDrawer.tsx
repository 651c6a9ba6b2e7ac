import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { appsKey, knowledgeChoicesQuery } from '../queries';
import { blankConfig, templateConfig, templates, type Template } from '../templates';
import { TemplateChoice } from './TemplateChoice';
import { useAgentTemplates } from './useAgentTemplates';

interface CreateApp {
  name: string;
  description?: string;
  icon?: string;
  knowledge?: string[];
}

/** A new app: empty, or from a template. */
export function CreateAppDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('apps');
  const { t: say } = useTranslation('agent');
  const ws = useWorkspaceId();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const [kind, setKind] = useState<'chat' | 'agent-chat'>('chat');
  const [chosen, setChosen] = useState<Template>();
  const agent = useAgentTemplates(open && kind === 'agent-chat');
  const knowledge = useQuery({ ...knowledgeChoicesQuery(ws), enabled: open });

  const create = async ({ knowledge: bases = [], ...values }: CreateApp) => {
    const config = kind === 'agent-chat' ? await agent.config(bases)
      : chosen ? templateConfig(chosen, t, bases) : blankConfig(bases);
    const app = await api.post<App>('/api/v1/apps', { ...values, mode: kind, config });
    await cache.invalidateQueries({ queryKey: appsKey(ws) });
    await navigate(`/w/${ws}/apps/${app.id}`);
  };

  return (
    <FormDrawer<CreateApp> title={t('new')} open={open} onClose={onClose} submitLabel={t('create.submit')} onSubmit={create}>
      {(form) => (
        <>
          <Segmented
            block value={kind} onChange={setKind} aria-label={say('kind.label')}
            options={(['chat', 'agent-chat'] as const).map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
          {kind === 'agent-chat' && (
            <TemplateChoice
              offered={agent.offered} value={agent.chosen?.id}
              onChange={(id) => {
                const next = agent.choose(id);
                const name: string | undefined = form.getFieldValue('name');
                if (!name || name === agent.chosen?.name) form.setFieldsValue({ name: next?.name, description: next?.text });
                form.setFieldsValue({ icon: next?.icon });
              }}
            />
          )}
          {kind === 'chat' && <TemplateChoice
            value={chosen?.id}
            onChange={(id) => {
              const before = chosen && t(`template.${chosen.id}.name`);
              const next = templates.find((template) => template.id === id);
              setChosen(next);
              // What somebody typed stays; what a template filled in goes with it.
              const name: string | undefined = form.getFieldValue('name');
              if (!name || name === before) {
                form.setFieldsValue({
                  name: next && t(`template.${next.id}.name`),
                  description: next && t(`template.${next.id}.description`),
                });
              }
              form.setFieldsValue({ icon: next?.icon });
            }}
          />}
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
          <Form.Item name="knowledge" label={t('field.knowledge')} extra={t('field.knowledge.help')}>
            <Select
              mode="multiple" loading={knowledge.isLoading} optionFilterProp="label"
              options={knowledge.data?.map(({ id, name }) => ({ value: id, label: name }))}
              placeholder={t('field.knowledge.choose')}
            />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  );
}
