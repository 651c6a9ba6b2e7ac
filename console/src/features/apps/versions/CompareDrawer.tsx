import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import type { App } from '../../../ui/chat/queries';
import { Result } from '../../../ui/faces/Result';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { FieldDiff } from '../draft/FieldDiff';
import { groups } from '../groups';
import type { AppVersion } from '../queries';
import { compareQuery, partOf, restOf, valueText, type Change } from './compareQuery';

interface CompareDrawerProps {
  app: App;
  versions: readonly AppVersion[];
  /** `draft` or a version's number. */
  from: string;
  to: string;
  onClose: () => void;
}

/** What differs between two versions, or a version and the draft: place by place. */
export function CompareDrawer({ app, versions, onClose, ...begin }: CompareDrawerProps) {
  const { t } = useTranslation('appEditor');
  const [from, setFrom] = useState(begin.from);
  const [to, setTo] = useState(begin.to);
  const query = useQuery(compareQuery(useWorkspaceId(), app.id, from, to));
  const options = [
    { value: 'draft', label: t('diff.draft') },
    ...versions.map(({ version, name }) => ({ value: String(version), label: name ? `v${version} · ${name}` : `v${version}` })),
  ];
  return (
    <SidePanel title={t('diff.title')} open onClose={onClose} width={720}>
      <div className="md-compare-sides">
        <Select aria-label={t('diff.from')} value={from} options={options} onChange={setFrom} />
        <ArrowRight size={16} aria-hidden />
        <Select aria-label={t('diff.to')} value={to} options={options} onChange={setTo} />
      </div>
      <Result query={query} compact>{(changes) => <Changes changes={changes} />}</Result>
    </SidePanel>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('appEditor');
  if (changes.length === 0) return <p className="md-soft">{t('diff.same')}</p>;
  const parts = groups(changes, ({ path }) => partOf(path));
  return (
    <div className="md-diff-list">
      {parts.map(([part, places]) => (
        <section key={part}>
          <h3>{t(`apps:section.${part}`, { defaultValue: part })}</h3>
          {places.map(({ path, kind, before, after }) => (
            <div key={path} className="md-diff-place">
              {restOf(path) !== '' && <p className="md-meta"><span className="md-mono">{restOf(path)}</span> · {t(`diff.kind.${kind}`)}</p>}
              <FieldDiff before={valueText(before)} after={valueText(after)} />
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
