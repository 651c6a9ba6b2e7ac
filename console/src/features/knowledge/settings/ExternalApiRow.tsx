import { useMutation } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api as calls } from '../../../api/client';
import { problemText } from '../../../api/problem';
import { useCan } from '../../../api/queries';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { CheckExternal } from './CheckExternal';
import { externalApisPath, type ExternalApi } from './queries';

interface ExternalApiRowProps {
  api: ExternalApi;
  onEdit: () => void;
  onRemoved: () => Promise<unknown>;
}

/** One API of the list, with what can be done with it. */
export function ExternalApiRow({ api, onEdit, onRemoved }: ExternalApiRowProps) {
  const { t } = useTranslation('bases');
  const mayChange = useCan('knowledge.update');
  const mayDelete = useCan('knowledge.delete');
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({ mutationFn: () => calls.delete(`${externalApisPath}/${api.id}`), onSuccess: onRemoved });
  const { name, endpoint, description, api_key: masked } = api;

  return (
    <li>
      <div className="md-external-what">
        <strong>{name}</strong>
        {description && <span className="md-soft"> {description}</span>}
        <small className="md-mono md-ellipsis" title={endpoint}>{endpoint} · {masked}</small>
        {remove.error && <p role="alert" className="md-refused">{problemText(remove.error)}</p>}
      </div>
      <div className="md-external-acts">
        {mayChange && <CheckExternal api={api.id} label={t('external.check_of', { name })} />}
        {mayChange && <button type="button" className="md-icon-button" aria-label={t('external.edit_of', { name })} onClick={onEdit}><Pencil size={14} /></button>}
        {mayDelete && (
          <button type="button" className="md-icon-button" aria-label={t('external.delete_of', { name })} onClick={() => setAsking(true)}>
            <Trash2 size={14} />
          </button>
        )}
      </div>
      <ConfirmDestructive
        open={isAsking} onClose={() => setAsking(false)} title={t('external.delete', { name })} consequence={t('external.delete.text')}
        verb={t('common:delete')} onConfirm={() => remove.mutateAsync()}
      />
    </li>
  );
}
