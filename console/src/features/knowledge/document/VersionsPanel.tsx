import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../api/queries';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { Result } from '../../../ui/faces/Result';
import { bytes } from '../../../ui/format';
import { ConfirmDestructive } from '../../../ui/overlays/ConfirmDestructive';
import { Peek } from '../../../ui/overlays/Peek';
import { StateTag } from '../../../ui/states/StateTag';
import { Time } from '../../../ui/Time';
import type { KnowledgeDocument } from '../types';
import { versionsQuery } from './queries';
import type { DocumentVersion } from './types';
import { useDocumentHead } from './useDocumentHead';

/** The files that a document was made from, newest first. */
export function VersionsPanel({ document, onClose }: { document: KnowledgeDocument; onClose: () => void }) {
  const { t } = useTranslation('document');
  const ws = useWorkspaceId();
  const head = useDocumentHead();
  const query = useQuery(versionsQuery(ws, document));
  const [restoring, setRestoring] = useState<DocumentVersion>();

  return (
    <Peek title={t('head.versions')} onClose={onClose}>
      <Result query={query} compact>
        {({ data }) => (
          <ul className="md-versions">
            {data.map((version) => (
              <li key={version.version}>
                <div className="md-versions-head">
                  <b className="md-num">{t('version.number', { number: version.version })}</b>
                  {version.current && <StateTag state="active">{t('version.current')}</StateTag>}
                  <button
                    type="button" className="md-icon-button" aria-label={t('version.download', { number: version.version })}
                    onClick={() => void head.downloadVersion(document, version.version)}
                  >
                    <Download size={14} />
                  </button>
                </div>
                <p className="md-ellipsis" title={version.name}>{version.name}</p>
                <p className="md-meta md-num">{bytes(version.size)} · <Time at={version.created_at} /></p>
                {!version.current && (
                  <PermissionButton
                    size="small" permission="knowledge.update" disabledReason={document.archived ? t('fixed.archived') : undefined}
                    onClick={() => setRestoring(version)}
                  >
                    {t('version.restore')}
                  </PermissionButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Result>
      <ConfirmDestructive
        open={restoring !== undefined}
        title={t('version.restore.title', { number: restoring?.version })}
        consequence={t('version.restore.consequence')}
        verb={t('version.restore')}
        onClose={() => setRestoring(undefined)}
        onConfirm={() => head.restore(document, restoring!.version)}
      />
    </Peek>
  );
}
