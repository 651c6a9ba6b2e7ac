import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Result } from '../../../ui/faces/Result';
import { PlainButton } from '../../../ui/form/PlainButton';
import { SidePanel } from '../../../ui/overlays/SidePanel';
import { Reports } from '../findings/Reports';
import { doctorQuery } from '../queries';

/** A check-up of the installation, and how to repair what it finds. */
export function DoctorDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('operations');
  const query = useQuery(doctorQuery);
  return (
    <SidePanel
      open title={t('doctor')} onClose={onClose}
      footer={<PlainButton busy={query.isFetching} onClick={() => void query.refetch()}>{t('doctor.again')}</PlainButton>}
    >
      <Result query={query}>{(reports) => <Reports reports={reports} />}</Result>
    </SidePanel>
  );
}
