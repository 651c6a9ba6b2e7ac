import { Select } from 'antd';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AccessList } from './queries';
import './AccessGrants.css';

type Grant = AccessList['grants'][number];

const levels = ['use', 'edit', 'manage'] as const;

/** Who is on the list and what each may do. */
export function AccessGrants({ grants, onChange }: { grants: readonly Grant[]; onChange: (grants: Grant[]) => void }) {
  const { t } = useTranslation('bases');
  if (grants.length === 0) return <p className="md-meta md-grants">{t('access.nobody')}</p>;
  return (
    <ul className="md-grants">
      {grants.map((grant, at) => {
        const person = grant.name || grant.email || grant.user_id;
        return (
          <li key={grant.user_id}>
            <span className="md-ellipsis" title={grant.email ?? undefined}>{person}</span>
            <Select<Grant['level']>
              size="small" value={grant.level} aria-label={t('access.level_of', { person })}
              options={levels.map((value) => ({ value, label: t(`access.level.${value}`) }))}
              onChange={(level) => onChange(grants.with(at, { ...grant, level }))}
            />
            <button
              type="button" className="md-icon-button" aria-label={t('access.remove', { person })}
              onClick={() => onChange(grants.toSpliced(at, 1))}
            >
              <X size={14} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
