import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { LayoutTemplate } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NoMatch } from '../../../ui/faces/NoMatch';
import { Result } from '../../../ui/faces/Result';
import { Page } from '../../../ui/page/Page';
import { PageHeader } from '../../../ui/page/PageHeader';
import { FilterInput } from '../../../ui/table/FilterInput';
import { useUrlState } from '../../../ui/table/useUrlState';
import { useWorkspaceId } from '../../../api/queries';
import { creatableKinds } from '../kinds';
import { matching, templatesQuery, type TemplateLanguage, type TemplateSummary } from './queries';
import { TemplatePeek } from './TemplatePeek';
import './templates.css';

const CreateAppDrawer = lazy(async () => ({ default: (await import('../list/CreateAppDrawer')).CreateAppDrawer }));
const languages: TemplateLanguage[] = ['zh-CN', 'en'];

/** Apps to begin with: found, looked into, and made one's own. */
export function TemplatesPage() {
  const { t, i18n } = useTranslation(['appList', 'apps', 'appEditor']);
  const ws = useWorkspaceId();
  const [q, setQ] = useUrlState('q');
  const [kind, setKind] = useUrlState('kind');
  const [category, setCategory] = useUrlState('category');
  const [language, setLanguage] = useUrlState('language', i18n.language);
  const [peeked, setPeeked] = useUrlState('peek');
  const [using, setUsing] = useState<string>();
  const query = useQuery(templatesQuery(language));
  const categories = [...new Set(query.data?.map((template) => template.category))];
  const clear = () => {
    setQ('');
    setKind('');
    setCategory('');
  };

  return (
    <Page
      head={<PageHeader title={t('templates')} crumb={{ label: t('apps:title'), to: `/w/${ws}/apps` }} />}
      side={peeked && <TemplatePeek id={peeked} language={language} onClose={() => setPeeked('')} onUse={() => setUsing(peeked)} />}
    >
      <div className="md-toolbar">
        <FilterInput value={q} onChange={setQ} placeholder={t('templates.filter')} />
        <Select
          allowClear value={kind || undefined} onChange={(next?: string) => setKind(next ?? '')} aria-label={t('apps:column.kind')}
          placeholder={t('kinds')} popupMatchSelectWidth={false} className="md-app-kind-filter"
          options={creatableKinds.map((value) => ({ value, label: t(`apps:kind.${value}`) }))}
        />
        <Select
          allowClear value={category || undefined} onChange={(next?: string) => setCategory(next ?? '')} aria-label={t('templates.category')}
          placeholder={t('templates.category')} popupMatchSelectWidth={false} className="md-app-kind-filter"
          options={categories.map((value) => ({ value, label: t(`category.${value}`, { defaultValue: value }) }))}
        />
        <Segmented aria-label={t('templates.language')} value={language} onChange={setLanguage}
          options={languages.map((one) => ({ value: one, label: t(`language.${one}`) }))} />
      </div>
      <Result query={query}>
        {(templates) => {
          const shown = matching(templates, q).filter((one) => (!kind || one.mode === kind) && (!category || one.category === category));
          return shown.length === 0
            ? <NoMatch onClear={clear} />
            : <Tiles templates={shown} current={peeked} onOpen={setPeeked} />;
        }}
      </Result>
      {using !== undefined && (
        <Suspense fallback={null}>
          <CreateAppDrawer key={using} open template={using} language={language} onClose={() => setUsing(undefined)} />
        </Suspense>
      )}
    </Page>
  );
}

function Tiles({ templates, current, onOpen }: { templates: readonly TemplateSummary[]; current: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation('appList');
  return (
    <ul className="md-template-grid" aria-label={t('templates')}>
      {templates.map(({ id, icon, name, description, mode, category }) => (
        <li key={id}>
          <button type="button" aria-pressed={id === current} onClick={() => onOpen(id)}>
            <span className="md-app-icon" aria-hidden>{icon || <LayoutTemplate size={15} />}</span>
            <strong>{name}</strong>
            <span className="md-soft">{description}</span>
            <span className="md-meta">{t(`apps:kind.${mode}`, { defaultValue: mode })} · {t(`category.${category}`, { defaultValue: category })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
