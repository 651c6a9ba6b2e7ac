import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAllActs } from '../../ui/acts/acts';
import { Keys } from '../../ui/acts/Keys';
import './ShortcutHelp.css';

/** All keys that act on this page. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell');
  const acts = useAllActs().filter((act) => act.keys !== undefined);
  return (
    <Modal open={open} onCancel={onClose} title={t('shortcuts')} footer={null} width={560} mask={{ blur: false }}>
      <ul className="md-help">
        {acts.map(({ id, label, keys }) => <li key={id}><span>{label}</span><Keys keys={keys!} /></li>)}
      </ul>
    </Modal>
  );
}
