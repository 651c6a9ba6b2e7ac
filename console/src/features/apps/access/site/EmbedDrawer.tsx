import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../../api/client';
import { problemText } from '../../../../api/problem';
import { PermissionButton } from '../../../../ui/access/PermissionButton';
import type { App } from '../../../../ui/chat/queries';
import { CodeBlock } from '../../../../ui/copy/CodeBlock';
import { FormDrawer } from '../../../../ui/form/FormDrawer';
import { SecretOnce } from '../../../../ui/overlays/SecretOnce';
import { toast } from '../../../../ui/toast/toast';
import { sitePath, type SiteAccess } from './siteQueries';

interface EmbedDrawerProps {
  app: App;
  access: SiteAccess;
  base: string;
  onClose: () => void;
  onSave: (change: object) => Promise<unknown>;
  onKeep: (access: SiteAccess) => void;
}

/** Which pages may show the app, what they have to say for it, and by what they vouch for their users. */
export function EmbedDrawer({ app, access, base, onClose, onSave, onKeep }: EmbedDrawerProps) {
  const { t } = useTranslation('siteSettings');
  const [secret, setSecret] = useState<string>();
  const token = access.token ?? '…';
  const make = async () => {
    try {
      setSecret((await api.post<{ secret: string }>(`${sitePath(app.id)}/identity-secret`)).secret);
      onKeep({ ...access, has_identity_secret: true });
    } catch (error) {
      toast(problemText(error), { tone: 'error' });
    }
  };
  return (
    <FormDrawer<{ origins: string[] }>
      title={t('embed')} open onClose={onClose} submitLabel={t('common:save')} width={560}
      initialValues={{ origins: access.origins }} onSubmit={onSave}
    >
      <Form.Item name="origins" label={t('origins')} extra={t('origins.help')}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ', ';']} placeholder="https://example.com" />
      </Form.Item>
      {access.origins.length === 0 && <p className="md-public-warn">! {t('origins.none')}</p>}
      <div className="md-embed-part">
        <h3>{t('embed.bubble')}</h3>
        <p className="md-soft">{t('embed.bubble.text')}</p>
        <CodeBlock language="html" code={`<script src="${base}/embed.js" data-token="${token}" async></script>`} />
        <p className="md-quiet">{t('embed.options')}</p>
      </div>
      <div className="md-embed-part">
        <h3>{t('embed.frame')}</h3>
        <CodeBlock language="html" code={`<iframe src="${base}/embed/${token}" width="400" height="640" allow="clipboard-write; microphone"></iframe>`} />
      </div>
      <div className="md-embed-part">
        <h3>{t('identity')}</h3>
        <p className="md-soft">{t('identity.text')}</p>
        <div>
          <PermissionButton permission="apps.update" disabledReason={access.token ? undefined : t('identity.off')} onClick={() => void make()}>
            {t(access.has_identity_secret ? 'identity.renew' : 'identity.make')}
          </PermissionButton>
        </div>
      </div>
      <SecretOnce title={t('identity')} secret={secret} onSaved={() => setSecret(undefined)} />
    </FormDrawer>
  );
}
