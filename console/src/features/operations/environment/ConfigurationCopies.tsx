import { useTranslation } from 'react-i18next';
import { CodeBlock } from '../../../ui/copy/CodeBlock';
import { Time } from '../../../ui/Time';
import type { Environment } from '../types';

/** The configuration as it was before each switch, and how to put one back. */
export function ConfigurationCopies({ copies }: { copies: Environment['backups'] }) {
  const { t } = useTranslation('operations');
  if (copies.length === 0) return null;
  return (
    <section className="md-section" aria-labelledby="md-copies">
      <h2 id="md-copies">{t('copies')}</h2>
      <p className="md-soft">{t('copies.text')}</p>
      <ul className="md-copies">
        {copies.map(({ name, created_at }) => (
          <li key={name}><Time at={created_at} /><CodeBlock code={`middeck env restore ${name}`} /></li>
        ))}
      </ul>
    </section>
  );
}
