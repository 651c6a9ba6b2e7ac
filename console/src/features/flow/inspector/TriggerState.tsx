import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { problemText } from '../../../api/problem';
import { useCan, useWorkspaceId } from '../../../api/queries';
import { CopyButton } from '../../../ui/copy/CopyButton';
import { ErrorFace } from '../../../ui/faces/ErrorFace';
import { exactTime } from '../../../ui/format';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { toast } from '../../../ui/toast/toast';
import { switchTrigger, triggersQuery } from '../api/triggers';
import { useFlow } from '../canvas/FlowContext';
import { Part } from '../forms/parts/Part';
import { TriggerTrial } from './TriggerTrial';

/** Where a trigger is called or when it begins a run next, what it began last, and whether it is switched on. */
export function TriggerState({ node, save }: { node: string; save: () => Promise<void> }) {
  const { t } = useTranslation('flowTriggers');
  const { app } = useFlow();
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const maySee = useCan('apps.update');
  const maySwitch = useCan('apps.publish');
  const options = triggersQuery(ws, app.id, app.version, save);
  const query = useQuery({ ...options, enabled: maySee });
  const trigger = query.data?.find(({ node_id }) => node_id === node);
  const put = async (enabled: boolean) => {
    try {
      const changed = await switchTrigger(app.id, trigger!.id, enabled);
      cache.setQueryData(options.queryKey, (all) => all?.map((one) => (one.id === changed.id ? changed : one)));
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  if (query.isError) return <ErrorFace compact error={query.error} onRetry={() => void query.refetch()} />;
  if (!trigger) return null;

  const { is_live: isLive, enabled, webhook_url: path, next_at: next, last_at: last, last_run_id: run, last_status: status } = trigger;
  return (
    <Part
      title={t('title')} help={t(!isLive ? 'publish_first' : enabled ? 'on' : 'off')}
      action={isLive && <Switch size="small" checked={enabled} disabled={!maySwitch} aria-label={t('title')} onChange={(is) => void put(is)} />}
    >
      {path && isLive && <Address path={path} label={t('copy')} />}
      {next && enabled && <p>{t('next')} <time className="md-num" dateTime={next}>{exactTime(next)}</time></p>}
      {last && (
        <p>
          {t('last')} <Time at={last} />
          {run && status && <> · <Link to={`/w/${ws}/apps/${app.id}/runs/${run}`}><StateTag state={status} /></Link></>}
        </p>
      )}
      {trigger.webhook_debug_url && <TriggerTrial trigger={trigger.id} path={trigger.webhook_debug_url} save={save} />}
    </Part>
  );
}

/** An address of the platform, as callers need it. */
export function Address({ path, label }: { path: string; label: string }) {
  const url = new URL(path, window.location.origin).href;
  return <div className="md-nf-line"><code className="md-nf-url">{url}</code><CopyButton text={url} label={label} /></div>;
}
