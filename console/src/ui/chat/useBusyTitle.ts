import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Says in the title of the tab that an answer is being written, for who waits in another one. */
export function useBusyTitle(busy: boolean): void {
  const { t } = useTranslation('talk');
  const mark = `${t('title.busy')} · `;
  // After every drawing: the page may have given itself another title meanwhile.
  useEffect(() => {
    if (busy && !document.title.startsWith(mark)) document.title = mark + document.title;
  });
  useEffect(() => () => {
    if (document.title.startsWith(mark)) document.title = document.title.slice(mark.length);
  }, [busy, mark]);
}
