import { Button, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { problemText } from '../../api/problem';
import { useCan } from '../../api/queries';
import { PermissionButton } from '../../ui/access/PermissionButton';
import { ConfirmDestructive } from '../../ui/overlays/ConfirmDestructive';
import { Peek } from '../../ui/overlays/Peek';
import { StateTag } from '../../ui/states/StateTag';
import { Time } from '../../ui/Time';
import { toast } from '../../ui/toast/toast';
import { providerPath, useEnableProvider, useProvidersChanged } from './queries';
import { priceText } from './price';
import { TestResult } from './TestResult';
import type { Provider } from './types';
import { useProviderTest } from './useProviderTest';
import { providerState } from './useProviderColumns';
import './ProviderPeek.css';

interface ProviderPeekProps {
  provider: Provider;
  onClose: () => void;
  onEdit: () => void;
}

/** A provider beside the list: what it offers, whether it answers, and what can be done with it. */
export function ProviderPeek({ provider, onClose, onEdit }: ProviderPeekProps) {
  const { t } = useTranslation(['providers', 'prices']);
  const { name, builtin, kind, base_url, api_key_masked, last_error, last_checked_at } = provider;
  const hasFailed = provider.status === 'failing' && last_error;

  return (
    <Peek title={builtin ? t('builtin.name') : name} onClose={onClose}>
      {builtin && <p className="md-provider-about">{t('builtin.about')}</p>}
      <dl className="md-provider-facts">
        <dt>{t('column.state')}</dt>
        <dd><StateTag state={providerState(provider)} /> {last_checked_at && <small><Time at={last_checked_at} relative /></small>}</dd>
        <dt>{t('column.kind')}</dt>
        <dd>{t(`kind.${kind}`, { defaultValue: kind })}</dd>
        {base_url !== null && <><dt>{t('field.base_url')}</dt><dd className="md-mono">{base_url}</dd></>}
        {!builtin && <><dt>{t('field.api_key')}</dt><dd className="md-mono">{api_key_masked ?? t('key.none')}</dd></>}
      </dl>
      {hasFailed && <blockquote className="md-provider-words">{last_error}</blockquote>}
      {!builtin && <Acts key={provider.id} provider={provider} onEdit={onEdit} onDeleted={onClose} />}
      <h3>{t('models.title', { count: provider.models.length })}</h3>
      {provider.models.length === 0 && <p className="md-quiet">{t('models.any')}</p>}
      <ul className="md-provider-models">
        {provider.models.map((model) => (
          <li key={model.name}>
            <span className="md-mono md-ellipsis">{model.name}</span>
            <span className="md-meta">
              {t(`type.${model.type}`)}
              {!builtin && ` · ${priceText(model.price, t) ?? t('prices:none')}`}
            </span>
          </li>
        ))}
      </ul>
    </Peek>
  );
}

function Acts({ provider, onEdit, onDeleted }: { provider: Provider; onEdit: () => void; onDeleted: () => void }) {
  const { t } = useTranslation('providers');
  const { id, name, enabled } = provider;
  const mayManage = useCan('models.manage');
  const changed = useProvidersChanged();
  const enable = useEnableProvider();
  const test = useProviderTest();
  const [isDeleting, setDeleting] = useState(false);
  const turned = enable.isPending ? enable.variables.enabled : enabled;

  return (
    <>
      <div className="md-provider-acts">
        <PermissionButton
          size="small" permission="models.manage" loading={test.isPending}
          onClick={() => test.mutate({ saved: id }, { onSettled: () => void changed() })}
        >
          {t('test')}
        </PermissionButton>
        <PermissionButton size="small" permission="models.manage" onClick={onEdit}>{t('common:edit')}</PermissionButton>
        {mayManage && <Button size="small" type="text" danger onClick={() => setDeleting(true)}>{t('common:delete')}</Button>}
        <Switch
          size="small" checked={turned} disabled={!mayManage} aria-label={t('enable', { name })}
          onChange={(next) => enable.mutate(
            { id, enabled: next }, { onError: (error) => toast(problemText(error), { tone: 'error' }) },
          )}
        />
      </div>
      <TestResult test={test} />
      <ConfirmDestructive
        open={isDeleting}
        onClose={() => setDeleting(false)}
        title={t('delete.title', { name })}
        consequence={t('delete.consequence', { name })}
        verb={t('common:delete')}
        onConfirm={async () => {
          await api.delete(providerPath(id));
          onDeleted();
          await changed();
        }}
      />
    </>
  );
}
