import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Plus, RadioTower } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPainted } from '../../../api/firstPaint';
import { useLive } from '../../../api/live';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import type { App } from '../../../ui/chat/queries';
import { Empty } from '../../../ui/faces/Empty';
import { Forbidden } from '../../../ui/faces/Forbidden';
import { SecretOnce } from '../../../ui/overlays/SecretOnce';
import { StateTag } from '../../../ui/states/StateTag';
import type { Column } from '../../../ui/table/Column';
import { DataTable } from '../../../ui/table/DataTable';
import { Time } from '../../../ui/Time';
import { ChannelDrawer } from './ChannelDrawer';
import { ChannelPanel } from './ChannelPanel';
import { faces, kinds } from './kinds';
import { channelsKey, channelsQuery } from './queries';
import type { Channel } from './types';
import './Channels.css';

/** Webhooks and bots of an app: how they do, and a panel for each. */
export function ChannelsSection({ app }: { app: App }) {
  return useCan('apps.publish') ? <Channels app={app} /> : <Forbidden permission="apps.publish" compact />;
}

function Channels({ app }: { app: App }) {
  const { t } = useTranslation('channels');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const [editing, setEditing] = useState<Channel | 'new'>();
  const [open, setOpen] = useState<string>();
  const [secret, setSecret] = useState<string>();
  const query = useInfiniteQuery({ ...channelsQuery(ws, app.id), enabled: useIsPainted() });
  const refresh = () => cache.invalidateQueries({ queryKey: channelsKey(ws, app.id) });
  useLive('apps', ({ data }) => {
    if ((data as { id?: string } | null)?.id === app.id) void refresh();
  });

  const columns: Column<Channel>[] = [
    { key: 'name', title: t('name'), render: (channel) => <Name channel={channel} /> },
    {
      key: 'state', title: t('state'), width: 150,
      render: ({ state }) => <StateTag state={state} as={faces[state]}>{t(`state.${state}`)}</StateTag>,
    },
    { key: 'last_event_at', title: t('last_event'), width: 130, render: ({ last_event_at }) => <Time at={last_event_at} relative /> },
    {
      key: 'last_error', title: t('last_error'),
      render: ({ last_error, state }) => (state === 'failing' || state === 'switched_off') && last_error
        ? <span title={last_error}>{last_error}</span> : <span className="md-quiet">–</span>,
    },
  ];
  const add = (
    <PermissionButton permission="apps.publish" icon={<Plus size={15} />} onClick={() => setEditing('new')}>{t('new')}</PermissionButton>
  );
  const shown = query.data?.find(({ id }) => id === open);
  return (
    <section className="md-section md-channels">
      <DataTable<Channel>
        label={t('title')} query={query} columns={columns} rowKey={({ id }) => id} onOpen={({ id }) => setOpen(id)}
        toolbar={<><h2 className="md-access-title">{t('title')}</h2>{add}</>}
        empty={<Empty compact icon={RadioTower} title={t('empty')} text={t('empty.text')} />}
      />
      <ChannelDrawer
        app={app.id}
        channel={editing === 'new' ? undefined : editing}
        open={editing !== undefined}
        onClose={() => setEditing(undefined)}
        onSaved={async (made) => {
          await refresh();
          setOpen(made.channel.id);
          setSecret(made.signing_secret ?? undefined);
        }}
      />
      {shown && editing === undefined && (
        <ChannelPanel
          app={app.id} channel={shown} onClose={() => setOpen(undefined)} onEdit={() => setEditing(shown)} onChanged={refresh}
          onSecret={setSecret}
        />
      )}
      <SecretOnce title={t('secret.made')} secret={secret} onSaved={() => setSecret(undefined)}>
        <p className="md-soft md-channel-note">{t('secret.help')}</p>
      </SecretOnce>
    </section>
  );
}

function Name({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channels');
  const Icon = kinds[channel.kind].icon;
  return (
    <span className="md-channel-name">
      <Icon size={15} aria-hidden />
      <span className="md-ellipsis">{channel.name}</span>
      <span className="md-quiet">{t(`kind.${channel.kind}`)}</span>
    </span>
  );
}
