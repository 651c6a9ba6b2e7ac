import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/queries';
import { count } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import type { Source } from './types';
import { useSourceActs } from './useSourceActs';
import './sources.css';

/** The sources of which so much is gone that nothing was touched until somebody agrees. */
export function SourceConfirmations({ sources }: { sources: readonly Source[] }) {
  const { t } = useTranslation('sources');
  const mayConfirm = useCan('knowledge.delete');
  const mayChange = useCan('knowledge.update');
  const { confirm, sync } = useSourceActs();
  const [asking, setAsking] = useState<{ open: boolean; source: Source }>();
  const waiting = sources.filter(({ state }) => state === 'needs_confirmation');
  const gone = (source: Source) => source.last_run?.counts.gone ?? 0;

  return (
    <>
      {waiting.map((source) => (
        <section key={source.id} className="md-source-confirm" role="alert">
          <p>{t('confirm.notice', { name: source.name, gone: count(gone(source)) })}</p>
          {mayChange && <Button size="small" onClick={() => void sync(source)}>{t('confirm.again')}</Button>}
          {mayConfirm
            ? (
              <Button size="small" danger onClick={() => setAsking({ open: true, source })}>
                {t(`confirm.verb.${source.gone}`)}
              </Button>
            )
            : <span className="md-meta">{t('common:permission.missing', { permission: 'knowledge.delete' })}</span>}
        </section>
      ))}
      {asking && (
        <ConfirmDestructive
          open={asking.open}
          title={t('confirm.title', { name: asking.source.name })}
          consequence={t(`confirm.consequence.${asking.source.gone}`, { gone: count(gone(asking.source)) })}
          verb={t(`confirm.verb.${asking.source.gone}`)}
          onClose={() => setAsking({ ...asking, open: false })}
          onConfirm={() => confirm(asking.source)}
        />
      )}
    </>
  );
}
