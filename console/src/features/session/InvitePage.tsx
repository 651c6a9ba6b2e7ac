import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { problemText } from '../../api/problem';
import { Frame } from './Frame';
import { JoinForm } from './JoinForm';
import { invitationQuery } from './queries';

/** An invitation by link: what it is for, and how to take it up. */
export function InvitePage() {
  const { t } = useTranslation('session');
  const { token = '' } = useParams();
  const invitation = useQuery(invitationQuery(token));

  if (invitation.isError) {
    return (
      <Frame title={t('invite.invalid')}>
        <p className="md-soft" role="alert">{problemText(invitation.error)}</p>
        <Link to="/login">{t('login.submit')}</Link>
      </Frame>
    );
  }
  if (!invitation.data) return <Frame title={t('invite.title')}>{null}</Frame>;

  const { workspace_name, role } = invitation.data;
  return (
    <Frame title={t('invite.to', { workspace: workspace_name })}>
      <p className="md-soft">{t('invite.role', { role: t(`common:role.${role}`) })}</p>
      <JoinForm token={token} invitation={invitation.data} />
    </Frame>
  );
}
