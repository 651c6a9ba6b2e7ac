import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { WorseBanner } from '../evaluation/WorseBanner';
import { AccessSection } from '../settings/AccessSection';
import { ExportSection } from '../settings/ExportSection';
import { MetadataSection } from '../settings/MetadataSection';
import { TagsSection } from '../settings/TagsSection';
import { UsageSection } from '../settings/UsageSection';
import type { KnowledgeBase } from '../types';
import { BaseFrame } from './BaseFrame';
import { BaseSettingsForm } from './BaseSettingsForm';
import { DeleteBase } from './BaseSettingsDelete';
import './BaseSettingsPage.css';

/** The settings of a base, its end last. */
export function BaseSettingsPage() {
  return (
    <BaseFrame>
      {(base) => (
        <div className="md-base-settings">
          <Anchors isExternal={base.external_api_id !== null} />
          <div className="md-base-settings-body"><Settings base={base} /></div>
        </div>
      )}
    </BaseFrame>
  );
}

function Settings({ base }: { base: KnowledgeBase }) {
  const isExternal = base.external_api_id !== null;
  const { hash } = useLocation();
  // The parts stand only now: the browser looked for the place when the address was opened.
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <>
      {!isExternal && <WorseBanner base={base.id} />}
      <BaseSettingsForm base={base} />
      <TagsSection base={base} />
      {!isExternal && <MetadataSection base={base} />}
      <AccessSection base={base} />
      <UsageSection base={base} />
      {!isExternal && <ExportSection base={base} />}
      <DeleteBase base={base} />
    </>
  );
}

const own = ['general', 'index', 'chunking', 'reading', 'enrichment', 'search', 'tags', 'metadata', 'usage', 'export'] as const;
const external = ['general', 'index', 'search', 'tags', 'usage'] as const;

/** The list of parts at the left; on a phone one scrolls. */
function Anchors({ isExternal }: { isExternal: boolean }) {
  const { t } = useTranslation('bases');
  return (
    <nav className="md-base-settings-anchors" aria-label={t('anchors')}>
      {(isExternal ? external : own).map((id) => <a key={id} href={`#${id}-title`}>{t(`anchor.${id}`)}</a>)}
    </nav>
  );
}
