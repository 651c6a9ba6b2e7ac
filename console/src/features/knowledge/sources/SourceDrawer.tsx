import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useWorkspaceId } from '../../../api/queries';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { FolderFields } from './FolderFields';
import { keepSource, sourcePath, sourcesPath } from './queries';
import { S3Fields } from './S3Fields';
import { SourceCheck } from './SourceCheck';
import { goneRules, initialValues, kinds, schedules, settingsOf, type SourceValues } from './sourceForm';
import type { CreateSource, Source, UpdateSource } from './types';
import { WebFields } from './WebFields';

interface SourceDrawerProps {
  base: string;
  /** The one to change; undefined for a new one. */
  source: Source | undefined;
  open: boolean;
  onClose: () => void;
}

/** Makes or changes a source; its kind stays what it is. */
export function SourceDrawer({ base, source, open, onClose }: SourceDrawerProps) {
  const { t } = useTranslation('sources');
  const ws = useWorkspaceId();
  const cache = useQueryClient();

  const save = async ({ name, kind, settings, secret_key, schedule, gone }: SourceValues) => {
    const common = { name: name.trim(), settings: settingsOf({ kind, settings }), secret_key: secret_key || null, schedule, gone };
    const kept = source
      ? await api.patch<Source>(sourcePath(base, source.id), common satisfies UpdateSource)
      : await api.post<Source>(sourcesPath(base), { ...common, kind } satisfies CreateSource);
    await keepSource(cache, ws, kept);
  };
  return (
    <FormDrawer<SourceValues>
      title={source ? t('edit.title', { name: source.name }) : t('new')}
      open={open}
      onClose={onClose}
      submitLabel={t(source ? 'common:save' : 'common:create')}
      initialValues={initialValues(source)}
      onSubmit={save}
    >
      <Form.Item
        name="name" label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('name') }) }]}
      >
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true }]}>
        <Select disabled={source !== undefined} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <KindFields hasSecret={source?.has_secret ?? false} />
      <SourceCheck base={base} source={source?.id} />
      <Form.Item name="schedule" label={t('schedule')} rules={[{ required: true }]}>
        <Select options={scheduleOptions(source).map((value) => ({ value, label: scheduleLabel(value, t) }))} />
      </Form.Item>
      <Form.Item name="gone" label={t('gone')} extra={t('gone.help')} rules={[{ required: true }]}>
        <Select options={goneRules.map((value) => ({ value, label: t(`gone.${value}`) }))} />
      </Form.Item>
    </FormDrawer>
  );
}

function KindFields({ hasSecret }: { hasSecret: boolean }) {
  const form = Form.useFormInstance<SourceValues>();
  const kind = Form.useWatch('kind', form) ?? (form.getFieldValue('kind') as SourceValues['kind']);
  if (kind === 's3') return <S3Fields hasSecret={hasSecret} />;
  return kind === 'folder' ? <FolderFields /> : <WebFields />;
}

const scheduleOptions = (source: Source | undefined): readonly string[] =>
  (source && !(schedules as readonly string[]).includes(source.schedule) ? [...schedules, source.schedule] : schedules);

function scheduleLabel(value: string, t: TFunction<'sources'>): string {
  const minutes = /^(\d+)m$/.exec(value);
  return minutes && value !== '15m' && value !== '360m'
    ? t('schedule.minutes', { minutes: minutes[1] }) : t(`schedule.${value}`);
}
