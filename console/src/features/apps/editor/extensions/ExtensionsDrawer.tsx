import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Plug, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../../../api/queries';
import { Empty } from '../../../../ui/faces/Empty';
import { Result } from '../../../../ui/faces/Result';
import { SidePanel } from '../../../../ui/overlays/SidePanel';
import { ExtensionForm } from './ExtensionForm';
import { ExtensionRow } from './ExtensionRow';
import { extensionsQuery, type ApiExtension } from './queries';
import './extensions.css';

interface ExtensionsDrawerProps {
  onClose: () => void;
  /** A program was made known. */
  onMade: (id: string) => void;
}

/** The programs of the workspace that take part in answers: made known, tried, changed and taken away. */
export function ExtensionsDrawer({ onClose, onMade }: ExtensionsDrawerProps) {
  const { t } = useTranslation('appEditor');
  const ws = useWorkspaceId();
  const cache = useQueryClient();
  const query = useQuery(extensionsQuery(ws));
  // The form stands in the same drawer: there is never one upon another.
  const [editing, setEditing] = useState<ApiExtension | 'new'>();
  const changed = () => cache.invalidateQueries({ queryKey: extensionsQuery(ws).queryKey });
  const add = <Button type="primary" icon={<Plus size={14} />} onClick={() => setEditing('new')}>{t('extension.add')}</Button>;

  return (
    <SidePanel title={t('extensions')} open onClose={onClose}>
      {editing ? (
        <ExtensionForm
          extension={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
          onSaved={async (saved) => {
            await changed();
            if (editing === 'new') onMade(saved.id);
            setEditing(undefined);
          }}
        />
      ) : (
        <div className="md-extensions">
          <p className="md-soft">{t('extensions.text')}</p>
          <Result query={query} compact>
            {(extensions) => (extensions.length === 0
              ? <Empty compact icon={Plug} title={t('extensions.empty')} text={t('extensions.empty.text')} action={add} />
              : (
                <>
                  <ul>
                    {extensions.map((one) => (
                      <ExtensionRow key={one.id} extension={one} onEdit={() => setEditing(one)} onDeleted={changed} />
                    ))}
                  </ul>
                  {add}
                </>
              ))}
          </Result>
        </div>
      )}
    </SidePanel>
  );
}
