import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../ui/copy/CopyButton';
import { exactTime } from '../../ui/format';
import { Peek } from '../../ui/overlays/Peek';
import { changedFields } from './changedFields';
import type { AuditFilter } from './queries';
import type { AuditEntry } from './types';
import './audit.css';

interface AuditPeekProps {
  entry: AuditEntry;
  onClose: () => void;
  onFilter: (part: Partial<AuditFilter>) => void;
}

/** One act beside the list: the circumstances, and what changed. */
export function AuditPeek({ entry, onClose, onFilter }: AuditPeekProps) {
  const { t } = useTranslation('audit');
  const { actor, action, object, at, ip, user_agent, status, trace_id } = entry;
  return (
    <Peek title={t(`audit.${action}`, { defaultValue: action })} onClose={onClose}>
      <dl className="md-audit-facts">
        <dt>{t('column.actor')}</dt>
        <dd>{actor.name} <span className="md-quiet">{t(`actor.${actor.kind}`, { defaultValue: actor.kind })}</span></dd>
        {object && (
          <>
            <dt>{t('column.object')}</dt>
            <dd>
              <span className="md-quiet">{t(`object.${object.kind}`, { defaultValue: object.kind })}</span> {object.name}
              {object.id && (
                <button
                  type="button" className="md-link md-audit-all"
                  onClick={() => onFilter({ object_kind: object.kind, object_id: object.id! })}
                >
                  {t('peek.all_of_it')}
                </button>
              )}
            </dd>
          </>
        )}
        <dt>{t('column.at')}</dt>
        <dd>{exactTime(at).split('\n')[0]}</dd>
        <dt>{t('peek.status')}</dt>
        <dd className="md-num">{status}</dd>
        {ip && <><dt>{t('column.ip')}</dt><dd className="md-mono">{ip}</dd></>}
        {user_agent && <><dt>{t('peek.client')}</dt><dd className="md-quiet">{user_agent}</dd></>}
        {trace_id && (
          <>
            <dt>{t('peek.trace')}</dt>
            <dd className="md-mono">{trace_id}<CopyButton text={trace_id} label={t('common:error.copy_trace')} /></dd>
          </>
        )}
      </dl>
      <Changes entry={entry} />
    </Peek>
  );
}

function Changes({ entry: { before, after } }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const fields = changedFields(before, after);
  if (fields.length === 0) return <p className="md-quiet">{t('peek.unchanged')}</p>;
  return (
    <table className="md-audit-changes" aria-label={t('peek.changes')}>
      <thead><tr><th scope="col">{t('peek.before')}</th><th scope="col">{t('peek.after')}</th></tr></thead>
      {fields.map((field) => (
        <tbody key={field.path}>
          <tr><th scope="rowgroup" colSpan={2} className="md-mono">{field.path}</th></tr>
          <tr><td data-side="before"><Value value={field.before} /></td><td data-side="after"><Value value={field.after} /></td></tr>
        </tbody>
      ))}
    </table>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === undefined) return <span className="md-quiet">–</span>;
  return <code>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</code>;
}
