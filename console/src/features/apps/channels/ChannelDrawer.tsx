import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDrawer } from '../../../ui/form/FormDrawer';
import { KindFields } from './KindFields';
import { bodyOf, initialValues, kindNames } from './kinds';
import { channelPath, channelsPath } from './queries';
import { SetupSteps } from './SetupSteps';
import type { Channel, ChannelValues, NewChannel } from './types';

interface ChannelDrawerProps {
  app: string;
  /** The one to change; undefined for a new one. */
  channel: Channel | undefined;
  open: boolean;
  onClose: () => void;
  onSaved: (channel: NewChannel) => Promise<unknown>;
}

/** Makes or changes a channel; its kind stays what it is. */
export function ChannelDrawer({ app, channel, open, onClose, onSaved }: ChannelDrawerProps) {
  const { t, i18n } = useTranslation('channels');

  const save = async (values: ChannelValues) => {
    const body = bodyOf({ ...values, kind: channel?.kind ?? values.kind });
    await onSaved(channel
      ? { channel: await api.patch<Channel>(channelPath(app, channel.id), body), signing_secret: null }
      : await api.post<NewChannel>(channelsPath(app), { ...body, kind: values.kind }));
  };
  return (
    <FormDrawer<ChannelValues>
      title={channel ? t('edit.title', { name: channel.name }) : t('new')}
      open={open}
      onClose={onClose}
      submitLabel={t(channel ? 'common:save' : 'common:create')}
      initialValues={initialValues(channel, i18n.language)}
      onSubmit={save}
    >
      <Form.Item name="kind" label={t('kind')} extra={channel ? undefined : <KindHelp />} rules={[{ required: true }]}>
        <Select disabled={channel !== undefined} options={kindNames.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      {!channel && <Steps />}
      <Form.Item
        name="name" label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('common:form.required', { field: t('name') }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <KindFields masked={channel?.secrets} />
    </FormDrawer>
  );
}

function KindHelp() {
  const { t } = useTranslation('channels');
  const kind = Form.useWatch<ChannelValues['kind']>('kind');
  return kind ? <>{t(`kind.${kind}.help`)}</> : null;
}

function Steps() {
  const kind = Form.useWatch<ChannelValues['kind']>('kind');
  return kind ? <SetupSteps kind={kind} /> : null;
}
