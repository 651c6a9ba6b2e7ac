import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PermissionButton } from '../../../ui/access/PermissionButton';
import { Result } from '../../../ui/faces/Result';
import { Peek } from '../../../ui/overlays/Peek';
import { kindOf } from '../editor/variables/kinds';
import { templateQuery, type AppTemplate } from './queries';

interface TemplatePeekProps {
  id: string;
  language: string;
  onClose: () => void;
  onUse: () => void;
}

/** What a template holds, beside the list. */
export function TemplatePeek({ id, language, onClose, onUse }: TemplatePeekProps) {
  const { t } = useTranslation('appList');
  const query = useQuery(templateQuery(id, language));
  return (
    <Peek
      title={query.data?.name ?? t('templates')} onClose={onClose}
      actions={<PermissionButton type="primary" size="small" permission="apps.create" onClick={onUse}>{t('templates.use')}</PermissionButton>}
    >
      <Result query={query} compact>{(template) => <Contents template={template} />}</Result>
    </Peek>
  );
}

function Contents({ template: { description, mode, config } }: { template: AppTemplate }) {
  const { t } = useTranslation('appList');
  const fields = (config.user_input_form ?? []).flatMap((item) => {
    const kind = kindOf(item);
    return kind ? [{ kind, ...item[kind] }] : [];
  });
  return (
    <div className="md-template-contents">
      <p className="md-soft">{t(`apps:kind.${mode}`, { defaultValue: mode })} · {description}</p>
      <h3>{t('apps:section.pre_prompt')}</h3>
      <pre>{config.pre_prompt}</pre>
      {fields.length > 0 && (
        <>
          <h3>{t('apps:section.user_input_form')}</h3>
          <ul>
            {fields.map(({ kind, variable, label, required }) => (
              <li key={variable}>
                <span className="md-mono">{variable}</span> {label} <span className="md-quiet">{t(`appEditor:variables.kind.${kind}`)}</span>
                {!required && <span className="md-quiet"> · {t('common:optional')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {config.opening_statement && <><h3>{t('apps:section.opening_statement')}</h3><p>{config.opening_statement}</p></>}
      {(config.suggested_questions ?? []).length > 0 && (
        <>
          <h3>{t('apps:section.suggested_questions')}</h3>
          <ul>{config.suggested_questions!.map((question) => <li key={question}>{question}</li>)}</ul>
        </>
      )}
    </div>
  );
}
