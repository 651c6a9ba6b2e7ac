import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import { formMailsQuery } from '../api/runs';
import type { RunStore } from './RunStore';

/** Who was told of a form by mail, and why somebody was not. */
export function FormMails({ runs, form }: { runs: RunStore; form: string }) {
  const { t } = useTranslation('flowRun');
  const { id } = useSyncExternalStore(runs.subscribe, runs.state);
  const { data = [] } = useQuery(formMailsQuery(useWorkspaceId(), runs.app, id, form));
  if (data.length === 0) return null;
  return (
    <ul className="md-form-mails" aria-label={t('mails')}>
      {data.map(({ recipient, state, error, sent_at }, at) => (
        <li key={at}>
          <StateTag state={state}>{t(`mails.${state}`, { recipient: recipient || '–' })}</StateTag>
          {sent_at && <span className="md-meta"> <Time at={Date.parse(sent_at) / 1000} relative /></span>}
          {error && <p className="md-meta" role={state === 'failed' ? 'alert' : undefined}>{error}</p>}
        </li>
      ))}
    </ul>
  );
}
