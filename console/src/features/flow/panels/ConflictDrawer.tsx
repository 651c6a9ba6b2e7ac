import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import type { DraftState } from '../../apps/draft/DraftSaver';
import { FieldDiff } from '../../apps/draft/FieldDiff';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { differences, merged, obviousSide, type Difference, type Side } from '../model/merge';
import { readConfig } from '../model/read';

interface ConflictDrawerProps {
  draft: DraftState;
  onClose: () => void;
  onResolve: (config: AppConfig) => Promise<void>;
}

/** Two people changed the same graph: what differs, node by node, and whose stays. */
export function ConflictDrawer({ draft, onClose, onResolve }: ConflictDrawerProps) {
  const { t } = useTranslation(['flow', 'apps']);
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const [busy, setBusy] = useState(false);
  if (!draft.theirs) return null;
  const [base, mine, theirs] = [readConfig(draft.base), readConfig(draft.config), readConfig(draft.theirs.config)];
  const found = differences(base, mine, theirs);
  const sideOf = (one: Difference): Side => chosen[one.key] ?? obviousSide(one);

  const save = async (config: object) => {
    setBusy(true);
    await onResolve(config as AppConfig);
    setBusy(false);
    onClose();
  };
  return (
    <SidePanel title={t('apps:conflict.title')} open onClose={onClose} width={720}>
      <p className="md-soft" style={{ marginBottom: 16 }}>{draft.theirs.by ? t('conflict.who', { name: draft.theirs.by }) : ''} {t('apps:conflict.text')}</p>
      <div className="md-diff-list">
        {found.length === 0 && <p className="md-soft">{t('conflict.same')}</p>}
        {found.map((one) => (
          <section key={one.key}>
            <h3>
              {t(`conflict.${one.kind}`, { name: one.name })}{' '}
              {one.byMe && one.byThem && <span className="md-diff-both">! {t('apps:conflict.both')}</span>}
            </h3>
            <div className="md-diff-choice" role="radiogroup" aria-label={one.name}>
              {(['mine', 'theirs'] as const).map((side) => (
                <label key={side}>
                  <input type="radio" name={one.key} checked={sideOf(one) === side} onChange={() => setChosen({ ...chosen, [one.key]: side })} />
                  {t(`apps:conflict.${side}`)}{one[side] === undefined && ` (${t('conflict.gone')})`}
                </label>
              ))}
            </div>
            <FieldDiff before={textOf(one.theirs)} after={textOf(one.mine)} />
          </section>
        ))}
      </div>
      <div className="md-form-buttons">
        <Button onClick={onClose}>{t('apps:conflict.later')}</Button>
        <Button disabled={busy} onClick={() => void save(draft.theirs!.config)}>{t('conflict.all_theirs')}</Button>
        <Button type="primary" loading={busy} onClick={() => void save(merged(base, mine, theirs, sideOf))}>{t('apps:conflict.save')}</Button>
      </div>
    </SidePanel>
  );
}

const textOf = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value, null, 2));
