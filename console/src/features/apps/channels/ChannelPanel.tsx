import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { ChannelTest } from './ChannelTest';
import { Deliveries } from './Deliveries';
import { faces } from './kinds';
import { channelPath } from './queries';
import { SetupSteps } from './SetupSteps';
import type { Channel } from './types';

interface ChannelPanelProps {
  app: string;
  channel: Channel;
  onClose: () => void;
  onEdit: () => void;
  onChanged: () => Promise<unknown>;
  /** A new signing secret, to be shown once. */
  onSecret: (secret: string) => void;
}

/** One channel: how it does, how it is set up, and what went through it. */
export function ChannelPanel({ app, channel, onClose, onEdit, onChanged, onSecret }: ChannelPanelProps) {
  const { t } = useTranslation('channels');
  const [asking, setAsking] = useState<'delete' | 'rotate'>();
  const path = channelPath(app, channel.id);
  const isBot = channel.callback_path !== null;

  const toggle = async (enabled: boolean) => {
    try {
      await api.patch(path, { enabled });
      await onChanged();
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  return (
    <SidePanel title={channel.name} open onClose={onClose} width={720}>
      <div className="md-channel-head">
        <StateTag state={channel.state} as={faces[channel.state]}>{t(`state.${channel.state}`)}</StateTag>
        <span className="md-quiet">{t(`kind.${channel.kind}`)}</span>
        <label className="md-channel-switch">
          {t('enabled')} <Switch size="small" checked={channel.enabled} onChange={(enabled) => void toggle(enabled)} />
        </label>
      </div>
      {channel.switched_off_reason && <p className="md-access-note">! {channel.switched_off_reason}</p>}
      {channel.last_error && (
        <p className="md-channel-error"><Time at={channel.last_error_at} relative /> {channel.last_error}</p>
      )}
      <div className="md-channel-acts">
        <Button onClick={onEdit}>{t('edit')}</Button>
        {!isBot && <Button onClick={() => setAsking('rotate')}>{t('rotate')}</Button>}
        <Button danger onClick={() => setAsking('delete')}>{t('common:delete')}</Button>
      </div>
      <ChannelTest app={app} channel={channel} onTested={onChanged} />
      <details className="md-channel-setup" open={channel.state === 'unused'}>
        <summary>{t('setup')}</summary>
        <SetupSteps kind={channel.kind} callbackPath={channel.callback_path} />
      </details>
      <Deliveries app={app} channel={channel} />
      <ConfirmDestructive
        open={asking === 'delete'}
        onClose={() => setAsking(undefined)}
        title={t('delete.title', { name: channel.name })}
        consequence={t(isBot ? 'delete.bot' : 'delete.webhook')}
        verb={t('common:delete')}
        onConfirm={async () => {
          await api.delete(path);
          onClose();
          await onChanged();
        }}
      />
      <ConfirmDestructive
        open={asking === 'rotate'}
        onClose={() => setAsking(undefined)}
        title={t('rotate.title')}
        consequence={t('rotate.text')}
        verb={t('rotate')}
        onConfirm={async () => onSecret((await api.post<{ signing_secret: string }>(`${path}/rotate-secret`)).signing_secret)}
      />
    </SidePanel>
  );
}
