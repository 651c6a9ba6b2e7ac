import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWorkspaceId } from '../../api/queries';
import { PermissionButton } from '../../ui/access/PermissionButton';
import { Result } from '../../ui/faces/Result';
import { builtinQuery } from './queries';
import type { OfferedTool } from './types';
import './tools.css';

/** The tools that come with the platform, and the one setting that one of them needs. */
export function BuiltinTools({ onMail }: { onMail: () => void }) {
  const { t, i18n } = useTranslation('tools');
  const query = useQuery(builtinQuery(useWorkspaceId()));
  const language: keyof OfferedTool['label'] = i18n.language === 'zh-CN' ? 'zh-CN' : 'en';
  return (
    <section className="md-section md-builtin-tools" aria-labelledby="builtin-tools">
      <h2 id="builtin-tools">{t('builtin')}</h2>
      <Result query={query} compact>
        {(tools) => (
          <ul>
            {tools.map((tool) => (
              <li key={`${tool.provider_id}/${tool.tool_name}`}>
                <span aria-hidden>{tool.icon}</span>
                <div>
                  <strong>{tool.label[language]}</strong>
                  <p className="md-quiet">{tool.description[language]}</p>
                </div>
                {tool.provider_id === 'email' && (
                  <PermissionButton size="small" permission="apps.update" onClick={onMail}>{t('mail.open')}</PermissionButton>
                )}
              </li>
            ))}
          </ul>
        )}
      </Result>
    </section>
  );
}
