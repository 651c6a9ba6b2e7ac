import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/queries';
import { Page } from '../../ui/page/Page';
import { PageHeader } from '../../ui/page/PageHeader';
import { About } from './About';
import { Appearance } from './Appearance';
import { CreateWorkspace } from './CreateWorkspace';
import { DangerZone } from './DangerZone';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';
import { Sessions } from './Sessions';
import { WorkspaceForm } from './WorkspaceForm';
import './settings.css';

/** The account, the workspace and the installation, one below the other; the danger comes last. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const mayDelete = useCan('workspaces.delete');
  const sections = [
    { id: 'account', content: <ProfileForm /> },
    { id: 'password', content: <PasswordForm /> },
    { id: 'sessions', content: <Sessions /> },
    { id: 'appearance', content: <Appearance /> },
    { id: 'workspace', content: <><WorkspaceForm /><CreateWorkspace /></> },
    { id: 'about', content: <About /> },
    ...(mayDelete ? [{ id: 'danger', content: <DangerZone /> }] : []),
  ];
  return (
    <Page head={<PageHeader title={t('title')} />}>
      <div className="md-settings">
        <nav aria-label={t('title')}>
          {sections.map(({ id }) => <a key={id} href={`#${id}`}>{t(id)}</a>)}
        </nav>
        <div>
          {sections.map(({ id, content }) => (
            <section key={id} id={id} aria-labelledby={`${id}-title`}>
              <h2 id={`${id}-title`}>{t(id)}</h2>
              {content}
            </section>
          ))}
        </div>
      </div>
    </Page>
  );
}
