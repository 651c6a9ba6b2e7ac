import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { problemText } from '../../../../api/problem';
import { duration } from '../../../../ui/format';
import { ConfirmDestructive } from '../../../../ui/overlays/ConfirmDestructive';
import { StateTag } from '../../../../ui/states/StateTag';
import { extensionsPath, type ApiExtension, type ApiExtensionCheck } from './queries';

interface ExtensionRowProps {
  extension: ApiExtension;
  onEdit: () => void;
  onDeleted: () => Promise<unknown>;
}

/** One program: where it is, whether it answers, and what can be done with it. */
export function ExtensionRow({ extension: { id, name, url, api_key }, onEdit, onDeleted }: ExtensionRowProps) {
  const { t } = useTranslation('appEditor');
  const [isDeleting, setDeleting] = useState(false);
  const check = useMutation({ mutationFn: () => api.post<ApiExtensionCheck>(`${extensionsPath}/${id}/check`) });
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <span className="md-meta">{url} · <span className="md-mono">{api_key}</span></span>
        {check.data && (
          <StateTag state={check.data.ok ? 'ok' : 'failed'}>
            {check.data.ok ? t('extension.answers', { time: duration(check.data.milliseconds / 1000) }) : checkText(check.data)}
          </StateTag>
        )}
        {check.isError && <p role="alert" className="md-field-error">{problemText(check.error)}</p>}
      </div>
      <Button size="small" loading={check.isPending} onClick={() => check.mutate()} aria-label={t('extension.check_of', { name })}>
        {t('extension.check')}
      </Button>
      <button type="button" className="md-icon-button" aria-label={t('extension.edit_of', { name })} onClick={onEdit}><Pencil size={14} /></button>
      <button type="button" className="md-icon-button" aria-label={t('extension.delete_of', { name })} onClick={() => setDeleting(true)}>
        <Trash2 size={14} />
      </button>
      <ConfirmDestructive
        open={isDeleting} onClose={() => setDeleting(false)} title={t('extension.delete.title', { name })}
        consequence={t('extension.delete.text')} verb={t('common:delete')}
        onConfirm={async () => {
          await api.delete(`${extensionsPath}/${id}`);
          await onDeleted();
        }}
      />
    </li>
  );
}

function checkText({ code, detail }: ApiExtensionCheck): string {
  const key = `errors:${code}`;
  return i18n.exists(key) ? i18n.t(key) : detail ?? i18n.t('errors:extensions.failed');
}
