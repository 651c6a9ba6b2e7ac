import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import type { AppConfig } from '../../../ui/chat/appConfig';
import { changedFields, fieldText } from './configFields';
import type { DraftState } from './DraftSaver';
import { FieldDiff } from './FieldDiff';
import '../../../ui/form/FormDrawer.css';

interface ConflictDrawerProps {
  draft: DraftState;
  open: boolean;
  onClose: () => void;
  onResolve: (config: AppConfig) => Promise<void>;
  nameOf: (id: string) => string;
}

type Side = 'mine' | 'theirs';

/** Two people changed the same draft: for each part, mine or theirs. */
export function ConflictDrawer(props: ConflictDrawerProps) {
  const { t } = useTranslation('apps');
  const { draft, open, onClose } = props;
  return (
    <SidePanel title={t('conflict.title')} open={open && draft.theirs !== undefined} onClose={onClose} width={720}>
      {draft.theirs && <Choice key={draft.theirs.revision} {...props} theirs={draft.theirs.config} />}
    </SidePanel>
  );
}

function Choice({ draft, theirs, nameOf, onResolve, onClose }: ConflictDrawerProps & { theirs: AppConfig }) {
  const { t } = useTranslation('apps');
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const [busy, setBusy] = useState(false);
  const { config: mine, base } = draft;
  const byMe = new Set(changedFields(base, mine));
  const byThem = new Set(changedFields(base, theirs));
  // What only one of us changed has an obvious side; what both changed stays mine until somebody decides.
  const sideOf = (field: string): Side => chosen[field] ?? (byMe.has(field) ? 'mine' : 'theirs');

  const save = async () => {
    setBusy(true);
    const fields = changedFields(mine, theirs).map((field) => [field, (sideOf(field) === 'mine' ? mine : theirs)[field]]);
    await onResolve({ ...mine, ...Object.fromEntries(fields) });
    setBusy(false);
    onClose();
  };

  return (
    <>
      <p className="md-soft" style={{ marginBottom: 16 }}>{t('conflict.text')}</p>
      <div className="md-diff-list">
        {changedFields(mine, theirs).map((field) => {
          const label = t(`section.${field}`, { defaultValue: field });
          return (
            <section key={field}>
              <h3>
                {label} {byMe.has(field) && byThem.has(field) && <span className="md-diff-both">! {t('conflict.both')}</span>}
              </h3>
              <div className="md-diff-choice" role="radiogroup" aria-label={label}>
                {(['mine', 'theirs'] as const).map((side) => (
                  <label key={side}>
                    <input
                      type="radio" name={field} checked={sideOf(field) === side}
                      onChange={() => setChosen({ ...chosen, [field]: side })}
                    />
                    {t(`conflict.${side}`)}
                  </label>
                ))}
              </div>
              <FieldDiff before={fieldText(theirs, field, t, nameOf)} after={fieldText(mine, field, t, nameOf)} />
            </section>
          );
        })}
      </div>
      <div className="md-form-buttons">
        <Button onClick={onClose}>{t('conflict.later')}</Button>
        <Button type="primary" loading={busy} onClick={() => void save()}>{t('conflict.save')}</Button>
      </div>
    </>
  );
}
