import { Button } from 'antd';
import { Settings2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const ExtensionsDrawer = lazy(async () => ({ default: (await import('./ExtensionsDrawer')).ExtensionsDrawer }));

interface ManageExtensionsProps {
  size?: 'small';
  /** A program was made known. */
  onMade?: (id: string) => void;
}

/** Leads to where the programs of the workspace are kept. */
export function ManageExtensions({ size, onMade }: ManageExtensionsProps) {
  const { t } = useTranslation('appEditor');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size={size} icon={<Settings2 size={14} />} onClick={() => setOpen(true)}>{t('extension.manage')}</Button>
      {isOpen && <Suspense fallback={null}><ExtensionsDrawer onClose={() => setOpen(false)} onMade={(id) => onMade?.(id)} /></Suspense>}
    </>
  );
}
