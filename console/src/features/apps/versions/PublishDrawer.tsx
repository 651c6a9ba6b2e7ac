import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Problem } from '../../../api/problem';
import { useWorkspaceId } from '../../../api/queries';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { appQuery, type App } from '../../../ui/chat/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { BarRefusal, isBelowBar } from '../evaluation/BarRefusal';
import { changedFields, fieldText } from '../draft/configFields';
import { FieldDiff } from '../draft/FieldDiff';
import { appsKey, versionQuery } from '../queries';

interface PublishDrawerProps {
  app: App;
  /** The draft as it is saved. */
  config: AppConfig;
  open: boolean;
  onClose: () => void;
  nameOf: (id: string) => string;
  /** What will change, for an app of a graph. */
  changes?: ReactNode;
}

interface Publication {
  name?: string;
  note?: string;
  override_reason?: string;
}

/** What will change for those who use the app, and a name for it. */
export function PublishDrawer({ app, config, open, onClose, nameOf, changes }: PublishDrawerProps) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [refusal, setRefusal] = useState<Problem>();
  const publish = async (values: Publication) => {
    try {
      await api.post(`/api/v1/apps/${app.id}/publish`, values);
    } catch (error) {
      if (isBelowBar(error)) setRefusal(error);
      throw error;
    }
    setRefusal(undefined);
    await Promise.all([
      cache.invalidateQueries({ queryKey: appQuery(ws, app.id).queryKey }),
      cache.invalidateQueries({ queryKey: appsKey(ws) }),
      cache.invalidateQueries({ queryKey: ['apps', ws, 'versions', app.id] }),
    ]);
  };
  return (
    <FormDrawer<Publication>
      title={t('publish.title', { version: (app.version ?? 0) + 1 })} open={open} onClose={onClose} width={720}
      submitLabel={t('publish')} onSubmit={publish}
    >
      {refusal && <BarRefusal app={app.id} problem={refusal} />}
      {changes ?? <Changes app={app} config={config} open={open} nameOf={nameOf} />}
      <Form.Item name="name" label={t('publish.name')}>
        <Input maxLength={100} placeholder={t('publish.name.placeholder')} />
      </Form.Item>
      <Form.Item name="note" label={t('publish.note')}>
        <Input.TextArea maxLength={2000} autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDrawer>
  );
}

function Changes({ app, config, open, nameOf }: Omit<PublishDrawerProps, 'onClose' | 'changes'>) {
  const { t } = useTranslation('apps');
  const ws = useWorkspaceId();
  const live = useQuery({ ...versionQuery(ws, app.id, app.version), enabled: open && app.version !== null });
  if (app.version === null) return <p className="md-soft md-diff-list">{t('publish.first')}</p>;
  if (live.isError) return <p className="md-soft md-diff-list">{t('publish.no_diff', { version: app.version })}</p>;
  if (!live.data) return null;

  const fields = changedFields(live.data.config, config);
  if (fields.length === 0) return <p className="md-soft md-diff-list">{t('publish.same', { version: app.version })}</p>;
  return (
    <div className="md-diff-list">
      <p className="md-soft">{t('publish.changes', { count: fields.length, version: app.version })}</p>
      {fields.map((field) => (
        <section key={field}>
          <h3>{t(`section.${field}`, { defaultValue: field })}</h3>
          <FieldDiff before={fieldText(live.data.config, field, t, nameOf)} after={fieldText(config, field, t, nameOf)} />
        </section>
      ))}
    </div>
  );
}
